import type { Quantity, Recording } from "./domain/index.ts";
import type { FormReason } from "./form-drift.ts";
import { runForm } from "./literature/index.ts";
import { median } from "./numerics/index.ts";

/** A stretch of track that is looked at for its straightness [s], and the slowest fixes that will do [s]. */
const window = 30;
const slowestFixes = 2;
const metresPerDegree = 111_195;
/** A straight way's halves go the same way to this [rad]. */
const straight = 0.05;
const fewestWindows = 5;

/**
 * How far the track strays to the sides of a straight line over half a minute, root mean square [m], median over the run's straight stretches: an upper end for how far the
 * runner strays, since the watch's own jitter is in it. Single steps are too quick for it. Null with the reason where there is no straight way, or the fixes scatter too much.
 */
export function lateralWander({ samples: { time, latitudeDegrees, longitudeDegrees, length } }: Recording): { readonly quantity: Quantity | null; readonly reason: FormReason | null } {
  if (!latitudeDegrees || !longitudeDegrees) return { quantity: null, reason: "not-measured" };
  const scatters: number[] = [];
  for (let first = 0; first < length; ) {
    let end = first;
    while (end < length && time[end]! - time[first]! < window) end++;
    const scatter = end < length ? scatterAboutLine(latitudeDegrees.subarray(first, end), longitudeDegrees.subarray(first, end)) : null;
    if (scatter !== null) scatters.push(scatter);
    first = end;
  }
  if (scatters.length < fewestWindows) return { quantity: null, reason: "no-straight" };
  const value = median(scatters);
  if (value > runForm.largestScatter.value) return { quantity: null, reason: "positions-scatter" };
  return { quantity: { value, low: 0, high: value, unit: "m", basis: "measured" }, reason: null };
}

/** Root mean square distance of some fixes from the line that fits them best [m]; null where they bend, stand or are too few. */
function scatterAboutLine(latitudes: Float64Array, longitudes: Float64Array): number | null {
  const known = [...latitudes.keys()].filter((index) => !Number.isNaN(latitudes[index]! + longitudes[index]!));
  if (known.length < window / slowestFixes) return null;
  const cosine = Math.cos((latitudes[known[0]!]! * Math.PI) / 180);
  const points = known.map((index) => ({ east: longitudes[index]! * cosine * metresPerDegree, north: latitudes[index]! * metresPerDegree }));
  const half = points.length >> 1;
  const turn = direction(points.slice(0, half)).angle - direction(points.slice(half)).angle;
  // Lines have no front: half a turn is none.
  const bend = Math.abs(Math.atan(Math.tan(turn)));
  const { length, scatter } = direction(points);
  return bend > straight || length < window / 2 ? null : scatter;
}

interface Point {
  readonly east: number;
  readonly north: number;
}

/** Principal direction of some points [rad], their extent along it and root mean square distance across it [m]. */
function direction(points: readonly Point[]): { readonly angle: number; readonly length: number; readonly scatter: number } {
  const mean = (pick: (point: Point) => number): number => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [east, north] = [mean((point) => point.east), mean((point) => point.north)];
  const [ee, nn, en] = [mean((point) => (point.east - east) ** 2), mean((point) => (point.north - north) ** 2), mean((point) => (point.east - east) * (point.north - north))];
  const spread = Math.hypot((ee - nn) / 2, en);
  const across = Math.max(0, (ee + nn) / 2 - spread);
  return { angle: Math.atan2(2 * en, ee - nn) / 2, length: Math.sqrt(12 * ((ee + nn) / 2 + spread)), scatter: Math.sqrt(across) };
}
