import { isNamed, isSpace, spells } from "./spelling.ts";
import { StretchLog, type InSi, type Series } from "./stretch-log.ts";
import type { TagVisitor } from "./scan-tags.ts";
import { inMetres, inMetresPerSecond, inSeconds } from "./units.ts";
import { Heads, UsualRecord } from "./usual-record.ts";
import { isOnFoot, type TakenAs, type Workout } from "./workout.ts";

interface Wanted {
  readonly as: TakenAs;
  readonly fromUnit: (unit: string) => InSi;
}

/** What a record's head tells: all but its times and its value. */
interface Head {
  readonly as: TakenAs;
  readonly inSi: InSi;
  readonly source: string;
}

const count = (): InSi => (told) => told;
const length = (unit: string): InSi => (told) => inMetres(told, unit);
const duration = (unit: string): InSi => (told) => inSeconds(told, unit);

const wanted: readonly (readonly [type: string, taken: Wanted])[] = [
  ["HeartRate", { as: "heartRatePerMinute", fromUnit: count }],
  ["StepCount", { as: "steps", fromUnit: count }],
  ["DistanceWalkingRunning", { as: "distance", fromUnit: length }],
  ["RunningGroundContactTime", { as: "groundContactTime", fromUnit: duration }],
  ["RunningVerticalOscillation", { as: "verticalOscillation", fromUnit: length }],
  ["RunningStrideLength", { as: "stepLength", fromUnit: length }],
  ["RunningSpeed", { as: "speed", fromUnit: inMetresPerSecond }],
  ["RunningPower", { as: "power", fromUnit: count }],
];

const encoder = new TextEncoder();
const recordName = encoder.encode("Record");
const seriesName = encoder.encode("Series");
const usualBeginning = encoder.encode(' type="HK');
const quantity = encoder.encode("QuantityTypeIdentifier");
const usualTypes = wanted.map(([type]) => encoder.encode(`${type}"`));
const byType = new Map(wanted.map(([type, taken]) => [`HKQuantityTypeIdentifier${type}`, taken]));

const attributes = ["type", "sourceName", "unit", "startDate", "endDate", "value", "values"] as const;
const [typeAt, sourceAt, unitAt, startAt, endAt, valueAt, valuesAt] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Second reading of an export: the records that fall into a workout on foot; the others are hopped over. */
export function collectRecords(workouts: readonly Workout[]): TagVisitor {
  const during = workoutsDuring(workouts);
  const log = new StretchLog();
  const heads = new Heads<Head>();
  const units = unitsByQuantity();
  const record = new UsualRecord();
  let latest: Uint8Array | undefined;
  let isUsual = false;
  const keep = ({ as, inSi, source }: Head, start: number, end: number, told: number): void => {
    // Most records fall into no workout.
    const workouts = during(start, end);
    if (workouts.length === 0) return;
    if (inSi(told) >= 0) for (const workout of workouts) seriesOf(workout, as, source, log).add(start, end, told, inSi);
  };
  return {
    attributes,
    wants(bytes, at) {
      isUsual = false;
      if (!spells(bytes, at, recordName)) return isNamed(bytes, at, seriesName);
      const typeAt = at + recordName.length;
      if (!isSpace(bytes[typeAt])) return false;
      // The type comes first in every export seen; where it does not, the tag is read to find out.
      if (!spells(bytes, typeAt, usualBeginning)) return true;
      if (!spells(bytes, typeAt + usualBeginning.length, quantity)) return false;
      const nameAt = typeAt + usualBeginning.length + quantity.length;
      // Records of one type stand together.
      if (latest && spells(bytes, nameAt, latest)) return true;
      latest = usualTypeAt(bytes, nameAt);
      return latest !== undefined;
    },
    takes(bytes, at, next) {
      isUsual = record.read(bytes, at, next);
      const head = isUsual ? heads.find(bytes, at, record.headEnd) : undefined;
      if (head) keep(head, record.start, record.end, record.value);
      return head !== undefined;
    },
    open(tag) {
      const taken = byType.get(tag.text(typeAt));
      if (!taken) return;
      const head = { as: taken.as, inSi: units(taken, tag.text(unitAt)), source: tag.text(sourceAt) };
      const start = tag.time(startAt);
      if (tag.isNamed(seriesName)) {
        const values = tag.decimals(valuesAt);
        for (let index = 0; index + 2 < values.length; index += 3) {
          const begins = start + values[index]!;
          keep(head, begins, begins + values[index + 1]!, values[index + 2]!);
        }
      } else {
        keep(head, start, tag.time(endAt), tag.decimal(valueAt));
        if (isUsual) heads.keep(tag.bytes, tag.nameAt, record.headEnd, head);
      }
    },
  };
}

function usualTypeAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  return usualTypes.find((type) => spells(bytes, at, type));
}

/** What makes values in a unit ones in SI: the same function while a quantity keeps its unit. */
function unitsByQuantity(): (wanted: Wanted, unit: string) => InSi {
  const latest = new Map<TakenAs, { readonly unit: string; readonly inSi: InSi }>();
  return ({ as, fromUnit }, unit) => {
    const known = latest.get(as);
    if (known?.unit === unit) return known.inSi;
    const inSi = fromUnit(unit);
    latest.set(as, { unit, inSi });
    return inSi;
  };
}

/** Workouts of several apps may lie over each other; a record belongs to at most so many. */
const mostAtOnce = 16;
/** Workouts that begin within the longest one before a record and are looked at. */
const mostLookedAt = 256;

/** Finds the workouts on foot that a stretch of time falls into; the same array each time. */
function workoutsDuring(workouts: readonly Workout[]): (start: number, end: number) => readonly Workout[] {
  const inOrder = workouts.filter((workout) => isOnFoot(workout) && workout.endedAt > workout.startedAt).toSorted((one, other) => one.startedAt - other.startedAt);
  const starts = Float64Array.from(inOrder, ({ startedAt }) => startedAt);
  const longest = inOrder.reduce((most, { startedAt, endedAt }) => Math.max(most, endedAt - startedAt), 0);
  const found: Workout[] = [];
  let last = -1;
  return (start, end) => {
    // A hundred times as fast as setting its length.
    while (found.length > 0) found.pop();
    if (!(end >= start)) return found;
    // Records come by time, most of them behind the same workout as the one before.
    if (!(starts[last]! <= end && !(starts[last + 1]! <= end))) last = lastAtOrBefore(starts, end);
    for (let index = last; index >= 0 && index > last - mostLookedAt && starts[index]! >= start - longest && found.length < mostAtOnce; index--) {
      if (start <= inOrder[index]!.endedAt) found.push(inOrder[index]!);
    }
    return found;
  };
}

/** The series of a workout for a quantity and a source. */
function seriesOf({ records, startedAt }: Workout, as: TakenAs, source: string, log: StretchLog): Series {
  let bySource = records.get(as);
  if (!bySource) records.set(as, (bySource = new Map()));
  let series = bySource.get(source);
  if (!series) bySource.set(source, (series = log.series(startedAt)));
  return series;
}

function lastAtOrBefore(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
