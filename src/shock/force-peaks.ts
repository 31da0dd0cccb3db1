import type { ForceWaveform } from "../domain/index.ts";
import type { Peak } from "./bell-wave.ts";

/** The two maxima of a running footfall's vertical force. */
export interface ForcePeaks {
  /** First maximum in the first quarter of contact; null where the force rises through it. */
  readonly impact: Peak | null;
  /** Largest force after that quarter. */
  readonly active: Peak;
}

/** Impact and active peak of a running footfall's waveform, each the top of the parabola through three samples. */
export function forcePeaks({ verticalForceBodyWeights: force, sampleRate }: ForceWaveform, groundContactTime: number): ForcePeaks {
  const quarter = Math.round((groundContactTime / 4) * sampleRate);
  const isMaximum = (index: number): boolean => force[index]! >= force[index - 1]! && force[index]! > force[index + 1]!;
  let first = 1;
  while (first < quarter && !isMaximum(first)) first++;
  let largest = quarter;
  for (let index = quarter; index < force.length - 1; index++) if (force[index]! > force[largest]!) largest = index;
  return { impact: first < quarter ? topAt(force, first, sampleRate) : null, active: topAt(force, largest, sampleRate) };
}

function topAt(force: Float64Array, index: number, sampleRate: number): Peak {
  const [before, here, after] = [force[index - 1]!, force[index]!, force[index + 1]!];
  const curvature = before - 2 * here + after;
  const shift = curvature < 0 ? Math.max(-1, Math.min(1, (0.5 * (before - after)) / curvature)) : 0;
  return { force: here - 0.25 * (before - after) * shift, time: (index + shift) / sampleRate };
}
