import type { Notice } from "../../domain/index.ts";
import { gather } from "./column-table.ts";

/** Times that never decrease, and the order the samples must be put in for it. */
export interface SettledTime {
  /** Time of each sample in its new order [s since 1970-01-01T00:00:00Z]. */
  readonly times: Float64Array;
  /** Old index of each sample; null where the order stayed. */
  readonly order: Uint32Array | null;
  readonly notices: readonly Notice[];
}

/** A gap longer than this is a wrong clock, not a pause: no run is left open for a week [s]. */
const longestGap = 7 * 86_400;
/** So few samples out of line are a misread or late one, not a clock that was set. */
const fewSamples = 5;
const mostTold = 3;

/**
 * Settles a device's clock. Samples without time take the time before them. A clock that was set, or never was, moves the shorter side
 * next to the longer one, with its own spacing kept; a few samples out of line are held at their neighbour's time; stretches written out of
 * order are put in order. No sample is dropped. Null where no sample has a time.
 */
export function settleTime(stored: Float64Array, distance: Float64Array | undefined): SettledTime | null {
  if (isSettled(stored)) return stored.length === 0 ? null : { times: stored, order: null, notices: [] };
  const times = stored.slice();
  const missing = fillMissing(times);
  if (missing === times.length) return null;
  const notices: Notice[] = [];
  if (missing > 0) notices.push({ code: "time-missing", message: `${missing} of ${times.length} records have no time; each was given the time of the record before it` });
  if (isSettled(times)) return { times, order: null, notices };

  const work: Work = { times, distance, interval: typicalInterval(times), held: 0, moved: 0, told: [], isUnordered: false };
  holdFew(work);
  const stretches = findStretches(times);
  const main = stretches.reduce((best, stretch, index) => (length(stretch) > length(stretches[best]!) ? index : best), 0);
  placeFollowing(work, stretches, main);
  placePreceding(work, stretches, main);
  const order = work.isUnordered ? sortedOrder(times) : null;
  const settled = order ? gather(times, order) : times;
  for (let index = 1; index < settled.length; index++) if (settled[index]! < settled[index - 1]!) settled[index] = settled[index - 1]!;

  if (work.held > 0) notices.push({ code: "time-held", message: `${work.held} records lie a little out of line in time; each was held at its neighbour's time` });
  for (const message of work.told) notices.push({ code: "time-moved", message });
  if (work.moved > work.told.length) notices.push({ code: "time-moved", message: `the clock jumped ${work.moved - work.told.length} more times; each stretch was joined to its neighbour` });
  if (order) notices.push({ code: "time-sorted", message: "some records were written out of order; they were sorted by time" });
  return { times: settled, order, notices };
}

interface Work {
  readonly times: Float64Array;
  readonly distance: Float64Array | undefined;
  readonly interval: number;
  held: number;
  moved: number;
  /** Sentences on the first few stretches that were moved. */
  readonly told: string[];
  isUnordered: boolean;
}

/** Samples from `from` up to `to` whose times never decrease and never leap. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function isSettled(times: Float64Array): boolean {
  for (let index = 0; index < times.length; index++) {
    const time = times[index]!;
    if (Number.isNaN(time)) return false;
    if (index > 0 && !(time >= times[index - 1]! && time - times[index - 1]! <= longestGap)) return false;
  }
  return true;
}

function fillMissing(times: Float64Array): number {
  let missing = 0;
  let before = times.find((time) => !Number.isNaN(time)) ?? NaN;
  for (let index = 0; index < times.length; index++) {
    if (Number.isNaN(times[index]!)) {
      times[index] = before;
      missing++;
    } else before = times[index]!;
  }
  return missing;
}

function findStretches(times: Float64Array): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let index = 1; index <= times.length; index++) {
    const step = index < times.length ? times[index]! - times[index - 1]! : NaN;
    if (step >= 0 && step <= longestGap) continue;
    stretches.push({ from, to: index });
    from = index;
  }
  return stretches;
}

/** Holds a few samples that are out of line where those around them go on: first ones that fall back, then ones that ran ahead. */
function holdFew(work: Work): void {
  const { times } = work;
  for (let index = 1; index < times.length; index++) {
    const before = times[index - 1]!;
    const time = times[index]!;
    if (time >= before) continue;
    const behind = countEarlier(times, index, before);
    const next = times[index + behind] ?? NaN;
    const ahead = countLater(times, index, time);
    if (behind <= fewSamples && next - before <= longestGap) hold(work, index, index + behind, before);
    else if (ahead <= fewSamples) hold(work, index - ahead, index, time);
  }
}

function placeFollowing(work: Work, stretches: readonly Stretch[], main: number): void {
  const { times } = work;
  let edge = times[stretches[main]!.to - 1]!;
  for (let index = main + 1; index < stretches.length; index++) {
    const stretch = stretches[index]!;
    const start = times[stretch.from]!;
    if (Math.abs(start - edge) > longestGap) moveFar(work, stretch, edge + work.interval - start, edge);
    else if (start < edge && countsOn(work.distance, stretch.from)) move(work, stretch, edge + work.interval - start);
    else if (start < edge) work.isUnordered = true;
    edge = Math.max(work.isUnordered ? edge : -Infinity, times[stretch.to - 1]!);
  }
}

function placePreceding(work: Work, stretches: readonly Stretch[], main: number): void {
  const { times } = work;
  let edge = times[stretches[main]!.from]!;
  for (let index = main - 1; index >= 0; index--) {
    const stretch = stretches[index]!;
    const end = times[stretch.to - 1]!;
    if (Math.abs(end - edge) > longestGap) moveFar(work, stretch, edge - work.interval - end, edge);
    else if (end > edge && countsOn(work.distance, stretch.to)) move(work, stretch, edge - work.interval - end);
    else if (end > edge) work.isUnordered = true;
    edge = Math.min(work.isUnordered ? edge : Infinity, times[stretch.from]!);
  }
}

/** How many samples from `index` on are earlier than `time`; counts no further than matters. */
function countEarlier(times: Float64Array, index: number, time: number): number {
  let count = 0;
  while (count <= fewSamples && times[index + count]! < time) count++;
  return count;
}

/** How many of the samples just before `index` are later than `time`; counts no further than matters. */
function countLater(times: Float64Array, index: number, time: number): number {
  let count = 0;
  while (count <= fewSamples && index - count > 0 && times[index - count - 1]! > time) count++;
  return count;
}

/** Whether distance goes on across a jump of the clock, so that the clock was set and the samples are in order. */
function countsOn(distance: Float64Array | undefined, index: number): boolean {
  const before = distance?.[index - 1] ?? NaN;
  const after = distance?.[index] ?? NaN;
  return before > 0 && after >= before;
}

function hold(work: Work, from: number, to: number, time: number): void {
  work.times.fill(time, from, to);
  work.held += to - from;
}

function move(work: Work, stretch: Stretch, by: number): void {
  const { times } = work;
  const first = times[stretch.from]!;
  for (let index = stretch.from; index < stretch.to; index++) times[index] = times[index]! + by;
  work.moved++;
  if (work.told.length >= mostTold) return;
  const samples = length(stretch) === 1 ? `record ${stretch.from + 1} was` : `records ${stretch.from + 1} to ${stretch.to} were`;
  work.told.push(`the clock jumps: ${samples} stored at ${isoTime(first)} and moved by ${Math.round(by)} s to join the others`);
}

/** A stretch far away in time: a clock that was not set keeps its spacing, a few misread times do not. */
function moveFar(work: Work, stretch: Stretch, by: number, edge: number): void {
  if (length(stretch) > fewSamples) move(work, stretch, by);
  else hold(work, stretch.from, stretch.to, edge);
}

function isoTime(time: number): string {
  return Math.abs(time) < 8e12 ? new Date(time * 1000).toISOString() : "an impossible time";
}

function typicalInterval(times: Float64Array): number {
  const steps: number[] = [];
  for (let index = 1; index < times.length; index++) {
    const step = times[index]! - times[index - 1]!;
    if (step > 0 && step <= 60) steps.push(step);
  }
  return steps.sort((one, other) => one - other)[steps.length >> 1] ?? 1;
}

function sortedOrder(times: Float64Array): Uint32Array {
  return Uint32Array.from(times, (_, index) => index).sort((one, other) => times[one]! - times[other]! || one - other);
}

function length(stretch: Stretch): number {
  return stretch.to - stretch.from;
}
