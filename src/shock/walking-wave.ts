import { walkingPeakForce } from "../literature/index.ts";

/** Peak vertical force of one foot in walking [body weights]: 1.0 at 1 m/s, 1.5 at 3 m/s (Nilsson & Thorstensson 1989). */
export function walkingPeak(speed: number): number {
  return walkingPeakForce.atOneMetrePerSecond.value + walkingPeakForce.perMetrePerSecond.value * (speed - 1);
}

/** Standard deviation of the logarithm of that peak [1]. */
export const walkingPeakSpread = 0.06;

/**
 * Vertical force of one foot in walking: F(u) = a1·sin(πu) + a3·sin(3πu), u = t/tc.
 *
 * a1 + a3/3 is fixed by the impulse (each foot carries the body for one step), a3 by the peak: two humps with a valley between.
 * Leaves out: heel-strike transient. The two feet overlap; what both do to the trunk is told by line-of-force.ts.
 */
export interface WalkingWave {
  forceAt(time: number): number;
  readonly peak: number;
}

/** The walking wave of a contact time, step time and wanted peak [body weights]. */
export function walkingWave(groundContactTime: number, stepTime: number, wantedPeak: number): WalkingWave {
  return humpedWave(groundContactTime, stepTime, humpsOf(groundContactTime, stepTime, wantedPeak));
}

/** Least of a3 over a1 + a3/3 at which the peak rises with it [1]: lower peaks than there cannot be had, and are taken as that. */
export const leastHumps = 3 / 16;

/** a3 over a1 + a3/3 for a wanted peak [1]. */
export function humpsOf(groundContactTime: number, stepTime: number, wantedPeak: number): number {
  const sum = (Math.PI / 2) * (stepTime / groundContactTime);
  let low = leastHumps;
  let high = 1;
  for (let halving = 0; halving < 18; halving++) {
    const middle = (low + high) / 2;
    if (sum * peakOf(1 - middle / 3, middle) < wantedPeak) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The walking wave of a contact time, step time and a3 over a1 + a3/3. */
export function humpedWave(groundContactTime: number, stepTime: number, humps: number): WalkingWave {
  const sum = (Math.PI / 2) * (stepTime / groundContactTime);
  const a3 = humps * sum;
  const a1 = sum - a3 / 3;
  const forceAt = (time: number): number => {
    if (time <= 0 || time >= groundContactTime) return 0;
    const sine = Math.sin((Math.PI * time) / groundContactTime);
    return sine * (a1 + 3 * a3 - 4 * a3 * sine * sine);
  };
  return { forceAt, peak: peakOf(a1, a3) };
}

/** Largest value of a1·s + a3·(3s − 4s³) over s = sin in 0…1. */
function peakOf(a1: number, a3: number): number {
  const slope = a1 + 3 * a3;
  const square = a3 > 0 ? slope / (12 * a3) : 2;
  return square < 1 ? (2 / 3) * slope * Math.sqrt(square) : a1 - a3;
}
