import { parseDecimal } from "../xml/values.ts";
import { parseAppleTime } from "./apple-time.ts";
import { spells, type TagVisitor } from "./scan-tags.ts";
import { inMetres, inMetresPerSecond, inSeconds } from "./units.ts";
import { isOnFoot, type TakenAs, type Workout } from "./workout.ts";

interface Wanted {
  readonly as: TakenAs;
  readonly inSi: (value: number, unit: string) => number;
}

const asItIs = (value: number): number => value;

const wanted: Readonly<Record<string, Wanted>> = {
  RunningGroundContactTime: { as: "groundContactTime", inSi: inSeconds },
  RunningVerticalOscillation: { as: "verticalOscillation", inSi: inMetres },
  RunningStrideLength: { as: "stepLength", inSi: inMetres },
  RunningSpeed: { as: "speed", inSi: inMetresPerSecond },
  RunningPower: { as: "power", inSi: asItIs },
  HeartRate: { as: "heartRatePerMinute", inSi: asItIs },
  StepCount: { as: "steps", inSi: asItIs },
  DistanceWalkingRunning: { as: "distance", inSi: inMetres },
};

const encoder = new TextEncoder();
const recordName = encoder.encode("Record ");
const usualBeginning = encoder.encode('Record type="HK');
const quantity = encoder.encode('Record type="HKQuantityTypeIdentifier');
const wantedBeginnings = Object.keys(wanted).map((name) => encoder.encode(`${name}"`));

/** Second reading of an export: the records that fall into a workout on foot; the others are hopped over. */
export function collectRecords(workouts: readonly Workout[]): TagVisitor {
  const inOrder = workouts.filter((workout) => isOnFoot(workout) && workout.endedAt > workout.startedAt).toSorted((one, other) => one.startedAt - other.startedAt);
  const starts = Float64Array.from(inOrder, ({ startedAt }) => startedAt);
  // Workouts of two apps may lie over each other; none lasts longer than this.
  const longest = inOrder.reduce((most, { startedAt, endedAt }) => Math.max(most, endedAt - startedAt), 0);
  return {
    attributes: ["type", "sourceName", "unit", "startDate", "endDate", "value"],
    wants(bytes, at) {
      if (!spells(bytes, at, recordName)) return false;
      // The type comes first in every export seen; where it does not, the tag is read to find out.
      if (!spells(bytes, at, usualBeginning)) return true;
      return spells(bytes, at, quantity) && wantedBeginnings.some((beginning) => spells(bytes, at + quantity.length, beginning));
    },
    open(_, attributes) {
      const kind = wanted[(attributes.get("type") ?? "").replace(/^HKQuantityTypeIdentifier/, "")];
      if (!kind) return;
      const start = parseAppleTime(attributes.get("startDate") ?? "").time;
      const end = parseAppleTime(attributes.get("endDate") ?? "").time;
      const value = kind.inSi(parseDecimal(attributes.get("value") ?? ""), attributes.get("unit") ?? "");
      if (!(value >= 0) || !(end >= start)) return;
      for (let index = lastAtOrBefore(starts, end); index >= 0 && starts[index]! >= start - longest; index--) {
        const workout = inOrder[index]!;
        if (start <= workout.endedAt) keep(workout, kind.as, attributes.get("sourceName") ?? "", { start, end, value });
      }
    },
  };
}

/** No run has more records of one quantity: two days at one a second. */
const mostStretches = 172_800;

function keep({ records }: Workout, as: TakenAs, source: string, stretch: { start: number; end: number; value: number }): void {
  const bySource = records.get(as) ?? new Map<string, (typeof stretch)[]>();
  records.set(as, bySource);
  const stretches = bySource.get(source) ?? [];
  bySource.set(source, stretches);
  if (stretches.length < mostStretches) stretches.push(stretch);
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
