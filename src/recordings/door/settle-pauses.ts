import type { Pause } from "../../domain/index.ts";
import { median } from "../../numerics/index.ts";
import type { RawRecording } from "./raw-recording.ts";

/** A stop shorter than this is none [s]. */
const shortestPause = 1;
/** Stretches set apart by a file (segments, laps) with no more time between them than this follow on without a pause [s]. */
const shortestBreak = 5;

/** Pauses [s since start] from the timer's stops and from the breaks that a file makes between its stretches, joined and within the recording. */
export function settlePauses(raw: Pick<RawRecording, "stops" | "breaks">, time: Float64Array, startedAt: number): readonly Pause[] {
  const end = time[time.length - 1] ?? 0;
  const found: Pause[] = [];
  for (const stop of raw.stops) {
    const pause = { start: Math.max(0, stop.start - startedAt), end: Math.min(end, stop.end - startedAt) };
    if (pause.end - pause.start >= shortestPause) found.push(pause);
  }
  if (raw.breaks.length > 0) {
    const least = Math.max(shortestBreak, 3 * typicalStep(time));
    for (const first of raw.breaks) {
      const pause = { start: time[first - 1] ?? NaN, end: time[first] ?? NaN };
      if (pause.end - pause.start > least) found.push(pause);
    }
  }
  found.sort((one, other) => one.start - other.start);
  const joined: Pause[] = [];
  for (const pause of found) {
    const last = joined.at(-1);
    if (last && pause.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, pause.end) };
    else joined.push(pause);
  }
  return joined;
}

/** The usual time between two samples [s]. */
export function typicalStep(time: Float64Array): number {
  const steps = new Float64Array(Math.max(0, time.length - 1));
  for (let index = 0; index < steps.length; index++) steps[index] = time[index + 1]! - time[index]!;
  return median(steps) || 0;
}

/** Number of the stretch between pauses that each sample lies in. */
export function stretchNumbers(time: Float64Array, pauses: readonly Pause[]): Uint32Array {
  const numbers = new Uint32Array(time.length);
  let passed = 0;
  for (let index = 0; index < time.length; index++) {
    while (passed < pauses.length && time[index]! >= pauses[passed]!.end) passed++;
    numbers[index] = passed;
  }
  return numbers;
}
