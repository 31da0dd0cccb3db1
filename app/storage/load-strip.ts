import type { RunAnalysis } from "../../src/index.ts";

const pieces = 60;

/** Mean peak compression of L5-S1 [body weights] over equal stretches of a run's time, at most 60; null where nobody was on foot. */
export function loadStrip({ footfalls, loads, summary }: RunAnalysis): (number | null)[] {
  const count = Math.min(pieces, footfalls.length);
  const sums = new Float64Array(count);
  const counts = new Uint32Array(count);
  const { gain, offset } = loads.discs["L5-S1"];
  const forces = loads.trunkForceBodyWeights["L5-S1"];
  const duration = Math.max(summary.duration, footfalls.time.at(-1) ?? 0) || 1;
  for (let row = 0; row < footfalls.length; row++) {
    const peak = gain * forces[row]! + offset;
    if (Number.isNaN(peak)) continue;
    const piece = Math.min(count - 1, Math.floor((footfalls.time[row]! / duration) * count));
    sums[piece]! += peak;
    counts[piece]! += 1;
  }
  return Array.from(sums, (sum, piece) => (counts[piece]! > 0 ? Math.round((1000 * sum) / counts[piece]!) / 1000 : null));
}
