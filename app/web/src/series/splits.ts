import { thinSpace } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { metresPer, type Units } from "../words/units.ts";
import type { Panel } from "./panels.ts";

/** One kilometre or mile of a run: the record at its middle stands for nothing; means over its records do. */
export interface Split {
  readonly name: string;
  /** Mean of each panel's values, its mean band beside it; null where there is none. */
  readonly cells: readonly ({ readonly value: number; readonly low: number; readonly high: number } | null)[];
}

/** The series as a table: means over each kilometre or mile, over each five minutes where no distance was recorded. */
export function splitsOf(series: RunSeries, panels: readonly Panel[], units: Units): readonly Split[] {
  const { distance, time } = series;
  const bucketOf = (index: number): number => (distance ? Math.floor((distance[index] ?? NaN) / metresPer[units.distance]) : Math.floor((time[index] ?? NaN) / 300));
  const buckets = new Map<number, number[]>();
  for (let index = 0; index < series.length; index++) {
    const bucket = bucketOf(index);
    if (Number.isNaN(bucket)) continue;
    const records = buckets.get(bucket);
    if (records) records.push(index);
    else buckets.set(bucket, [index]);
  }
  const last = Math.max(...buckets.keys());
  return [...buckets].toSorted(([one], [other]) => one - other).map(([bucket, records]) => ({
    name: nameOf(bucket, distance ? (bucket === last ? "rest" : units.distance) : "min"),
    cells: panels.map((panel) => {
      const value = mean(panel.value, records);
      return value === null ? null : { value, low: (panel.band && mean(panel.band.low, records)) ?? value, high: (panel.band && mean(panel.band.high, records)) ?? value };
    }),
  }));
}

function nameOf(bucket: number, unit: string): string {
  if (unit === "min") return `${bucket * 5}–${bucket * 5 + 5}${thinSpace}min`;
  return unit === "rest" ? "the rest" : `${bucket + 1}`;
}

function mean(column: readonly (number | null)[], records: readonly number[]): number | null {
  let [sum, count] = [0, 0];
  for (const index of records) {
    const value = column[index] ?? null;
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
