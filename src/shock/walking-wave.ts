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
 * Leaves out: heel-strike transient. The two feet overlap; `trunkPeak` is the largest sum of both.
 */
export interface WalkingWave {
  forceAt(time: number): number;
  readonly peak: number;
  /** Largest sum of both feet's forces in a step [body weights]: what the trunk is carried with. */
  readonly trunkPeak: number;
}

/** The walking wave of a contact time, step time and wanted peak [body weights]. */
export function walkingWave(groundContactTime: number, stepTime: number, wantedPeak: number): WalkingWave {
  const sum = (Math.PI / 2) * (stepTime / groundContactTime);
  let low = 0;
  let high = sum;
  // The peak falls, then rises with a3: the search runs on the rising branch, that of two humps.
  const lowest = sum / 10;
  low = lowest;
  for (let halving = 0; halving < 18; halving++) {
    const middle = (low + high) / 2;
    if (peakOf(sum - middle / 3, middle) < wantedPeak) low = middle;
    else high = middle;
  }
  const a3 = (low + high) / 2;
  const a1 = sum - a3 / 3;
  const forceAt = (time: number): number => {
    if (time <= 0 || time >= groundContactTime) return 0;
    const angle = (Math.PI * time) / groundContactTime;
    return a1 * Math.sin(angle) + a3 * Math.sin(3 * angle);
  };
  let trunkPeak = 0;
  for (let point = 0; point < 24; point++) {
    const time = (point / 24) * stepTime;
    trunkPeak = Math.max(trunkPeak, forceAt(time) + forceAt(time + stepTime));
  }
  return { forceAt, peak: peakOf(a1, a3), trunkPeak };
}

/** Largest value of a1·s + a3·(3s − 4s³) over s = sin in 0…1. */
function peakOf(a1: number, a3: number): number {
  const slope = a1 + 3 * a3;
  const square = a3 > 0 ? slope / (12 * a3) : 2;
  return square < 1 ? (2 / 3) * slope * Math.sqrt(square) : a1 - a3;
}
