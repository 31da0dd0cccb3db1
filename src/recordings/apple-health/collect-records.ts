import { isNamed, isSpace, spells } from "./spelling.ts";
import { StretchLog, type Series } from "./stretch-log.ts";
import type { TagVisitor } from "./scan-tags.ts";
import type { Tag } from "./tag.ts";
import { inMetres, inMetresPerSecond, inSeconds } from "./units.ts";
import { isOnFoot, type TakenAs, type Workout } from "./workout.ts";

interface Wanted {
  readonly as: TakenAs;
  readonly inSi: (value: number, unit: string) => number;
}

const asItIs = (value: number): number => value;

const wanted: readonly (readonly [type: string, taken: Wanted])[] = [
  ["HeartRate", { as: "heartRatePerMinute", inSi: asItIs }],
  ["StepCount", { as: "steps", inSi: asItIs }],
  ["DistanceWalkingRunning", { as: "distance", inSi: inMetres }],
  ["RunningGroundContactTime", { as: "groundContactTime", inSi: inSeconds }],
  ["RunningVerticalOscillation", { as: "verticalOscillation", inSi: inMetres }],
  ["RunningStrideLength", { as: "stepLength", inSi: inMetres }],
  ["RunningSpeed", { as: "speed", inSi: inMetresPerSecond }],
  ["RunningPower", { as: "power", inSi: asItIs }],
];

const encoder = new TextEncoder();
const recordName = encoder.encode("Record");
const seriesName = encoder.encode("Series");
const usualBeginning = encoder.encode(' type="HK');
const quantity = encoder.encode("QuantityTypeIdentifier");
const usualTypes = wanted.map(([type, taken]) => ({ spelling: encoder.encode(`${type}"`), taken }));
const byType = new Map(wanted.map(([type, taken]) => [`HKQuantityTypeIdentifier${type}`, taken]));

const attributes = ["type", "sourceName", "unit", "startDate", "endDate", "value", "values"] as const;
const [typeAt, sourceAt, unitAt, startAt, endAt, valueAt, valuesAt] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Second reading of an export: the records that fall into a workout on foot; the others are hopped over. */
export function collectRecords(workouts: readonly Workout[]): TagVisitor {
  const during = workoutsDuring(workouts);
  const log = new StretchLog();
  const sources = remembered();
  const units = remembered();
  let usual: Wanted | undefined;
  const keep = (tag: Tag, taken: Wanted, start: number, end: number, told: number): void => {
    const value = taken.inSi(told, units(tag, unitAt));
    if (value >= 0) for (const workout of during(start, end)) seriesOf(workout, taken.as, sources(tag, sourceAt), log).add(start, end, value);
  };
  return {
    attributes,
    wants(bytes, at) {
      usual = undefined;
      if (!spells(bytes, at, recordName)) return isNamed(bytes, at, seriesName);
      const typeAt = at + recordName.length;
      if (!isSpace(bytes[typeAt])) return false;
      // The type comes first in every export seen; where it does not, the tag is read to find out.
      if (!spells(bytes, typeAt, usualBeginning)) return true;
      if (!spells(bytes, typeAt + usualBeginning.length, quantity)) return false;
      for (const { spelling, taken } of usualTypes) if (spells(bytes, typeAt + usualBeginning.length + quantity.length, spelling)) usual = taken;
      return usual !== undefined;
    },
    open(tag) {
      const taken = usual ?? byType.get(tag.text(typeAt));
      if (!taken) return;
      const start = tag.time(startAt);
      if (tag.isNamed(seriesName)) {
        const values = tag.decimals(valuesAt);
        for (let index = 0; index + 2 < values.length; index += 3) {
          const begins = start + values[index]!;
          keep(tag, taken, begins, begins + values[index + 1]!, values[index + 2]!);
        }
      } else {
        const end = tag.time(endAt);
        // Most records fall into no workout: their value is not even read.
        if (during(start, end).length > 0) keep(tag, taken, start, end, tag.decimal(valueAt));
      }
    },
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
  return (start, end) => {
    found.length = 0;
    if (!(end >= start)) return found;
    const last = lastAtOrBefore(starts, end);
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

/** The text of an attribute that is the same in millions of tags: made anew only where the bytes differ from those of the tag before. */
function remembered(): (tag: Tag, index: number) => string {
  let spelling = new Uint8Array();
  let text = "";
  return (tag, index) => {
    const start = tag.starts[index]!;
    const length = start < 0 ? 0 : tag.ends[index]! - start;
    if (length !== spelling.length || !spells(tag.bytes, start, spelling)) {
      spelling = tag.bytes.slice(Math.max(0, start), Math.max(0, start) + length);
      text = tag.text(index);
    }
    return text;
  };
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
