import {
  bases, discLevels, footfallMethods, gaits, type Body, type FootfallLoads, type Footfalls, type Gait, type MethodShare, type Notice, type Quantity, type Recording, type SpreadColumn,
} from "./domain/index.ts";
import { gravity, sources, type SourceId } from "./literature/index.ts";
import { modelVersion } from "./model-version.ts";
import { bandEnd, quantileInPlace } from "./numerics/index.ts";
import type { DiscSummary, RunSummary } from "./run-analysis.ts";
import { dose, type Dose } from "./shock/index.ts";

const walk = gaits.indexOf("walk");

/** One recording's answer: medians over its running footfalls (walking ones where it is a walk), doses over all of them. */
export function summarise(recording: Recording, body: Body, footfalls: Footfalls, loads: FootfallLoads): RunSummary {
  const typical = typicalRows(recording, footfalls);
  const onFoot = timeOnFoot(footfalls);
  const middle = (column: SpreadColumn, unit: string): Quantity | null => medianQuantity(column, typical, unit);
  return {
    sport: recording.sport,
    startedAt: isoTime(recording.startedAt, recording.utcOffset),
    duration: recording.duration,
    // Without a footfall nothing is known of it, which is not a standstill.
    movingTime: footfalls.length === 0 ? null : Math.min(recording.duration, onFoot),
    distance: recording.distance,
    records: recording.samples.length,
    footfallCount: footfalls.length,
    footfallsByGait: countByGait(footfalls),
    method: methodShares(footfalls),
    groundContactTime: middle(footfalls.groundContactTime, "s"),
    flightTime: middle(footfalls.flightTime, "s"),
    stepRate: middle(footfalls.stepRate, "Hz"),
    speed: middle(footfalls.speed, "m/s"),
    verticalOscillation: middle(footfalls.verticalOscillation, "m"),
    legStiffness: middle(loads.legStiffness, "N/m"),
    peakVerticalForce: middle(loads.peakVerticalForceBodyWeights, "bodyWeight"),
    impulse: middle(loads.impulse, "N s"),
    discs: discSummaries(loads, typical, body, onFoot),
    sources: sourcesUsed(footfalls),
    modelVersion,
    warnings: [...recording.notices, ...bodyNotices(body), ...footfallNotices(recording, footfalls)],
  };
}

/** Rows a summary's medians are taken over. */
export function typicalRows(recording: Recording, footfalls: Footfalls): Uint32Array {
  const wantsWalk = recording.sport === "walking";
  const rows = new Uint32Array(footfalls.length);
  let count = 0;
  for (let row = 0; row < footfalls.length; row++) if ((footfalls.gait[row] === walk) === wantsWalk) rows[count++] = row;
  // A run that was walked throughout, or a walk that was run, is described by what it was.
  if (count === 0) return Uint32Array.from({ length: footfalls.length }, (_, row) => row);
  return rows.subarray(0, count);
}

/** Median over the rows, with the mean spread of those come by like most. */
export function medianQuantity(column: SpreadColumn, rows: Uint32Array, unit: string): Quantity | null {
  const value = medianOf(column.value, rows);
  if (Number.isNaN(value)) return null;
  const basis = commonBasis(column.basis, rows);
  let spread = 0;
  let count = 0;
  // Some hundred rows tell the mean of so even a quantity.
  const stride = Math.max(1, rows.length >> 9);
  for (let place = 0; place < rows.length; place += stride) {
    const row = rows[place]!;
    if (column.basis[row] !== basis || Number.isNaN(column.value[row]!)) continue;
    spread += column.spread[row]!;
    count++;
  }
  if (count > 0) spread /= count;
  return { value, low: bandEnd(value, spread, column.isRelative, -1), high: bandEnd(value, spread, column.isRelative, 1), unit, basis: bases[basis] ?? "reconstructed" };
}

// Fourteen medians a run: the room for what they are of stays.
let picked = new Float64Array();

function medianOf(values: Float64Array, rows: Uint32Array): number {
  if (picked.length < rows.length) picked = new Float64Array(2 * rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = values[rows[place]!]!;
    if (value === value) picked[count++] = value;
  }
  return quantileInPlace(picked.subarray(0, count), 0.5);
}

/** The basis code of most rows. */
function commonBasis(codes: Uint8Array, rows: Uint32Array): number {
  // In most runs all were come by alike.
  const first = codes[rows[0]!]!;
  let place = 1;
  while (place < rows.length && codes[rows[place]!] === first) place++;
  if (place >= rows.length) return first;
  const counts = new Uint32Array(bases.length);
  for (let place = 0; place < rows.length; place++) counts[codes[rows[place]!]!]! += 1;
  return counts.indexOf(Math.max(...counts));
}

/** Each disc's answer to the run's trunk forces; sums run over a histogram of them, whose bins are far finer than any band. */
function discSummaries(loads: FootfallLoads, typical: Uint32Array, body: Body, onFoot: number): DiscSummary[] {
  if (loads.length === 0) return [];
  const weight = body.mass * gravity;
  return discLevels.map((level) => {
    const { forces, counts } = histogramOf(loads.trunkForceBodyWeights[level]);
    const middle = medianOf(loads.trunkForceBodyWeights[level], typical);
    const most = forces[counts.length - 1]!;
    const { gain, offset, bandAt } = loads.discs[level];
    const quantityAt = (force: number): Quantity => {
      const central = gain * force + offset;
      const { low, high } = bandAt(force);
      return { value: central, low: central * low, high: central * high, unit: "bodyWeight", basis: "simulated" };
    };
    const peaks = { value: new Float64Array(forces.length), low: new Float64Array(forces.length), high: new Float64Array(forces.length) };
    for (let bin = 0; bin < forces.length; bin++) {
      const { low, high } = bandAt(forces[bin]!);
      const central = gain * forces[bin]! + offset;
      peaks.value[bin] = central;
      peaks.low[bin] = central * low;
      peaks.high[bin] = central * high;
    }
    const over = <Result>(make: (peaks: Float64Array) => Result): { value: Result; low: Result; high: Result } => ({ value: make(peaks.value), low: make(peaks.low), high: make(peaks.high) });
    const doses = over((peaks) => dose(peaks, counts));
    const banded = (pick: (of: Dose) => number): Quantity => ({ value: weight * pick(doses.value), low: weight * pick(doses.low), high: weight * pick(doses.high), unit: "N", basis: "simulated" });
    const { value, low, high } = loads.meanCompression[level];
    return {
      level, cycles: loads.length, peakCompression: quantityAt(middle), largestPeakCompression: quantityAt(most),
      meanPeakCompression: { ...over((all) => sumOver(all, counts) / loads.length), unit: "bodyWeight", basis: "simulated" },
      impulse: { value: value * onFoot, low: low * onFoot, high: high * onFoot, unit: "N s", basis: "simulated" },
      dose: { exponent2: banded((of) => of.exponent2), exponent6: banded((of) => of.exponent6), exponent9: banded((of) => of.exponent9) },
    };
  });
}

function sumOver(peaks: Float64Array, counts: Float64Array): number {
  let sum = 0;
  for (let bin = 0; bin < peaks.length; bin++) sum += peaks[bin]! * counts[bin]!;
  return sum;
}

const binsPerBodyWeight = 100;

/** Occupied bins of a column: the mean of what fell into each, and how many did, in rising order. */
function histogramOf(values: Float64Array): { readonly forces: Float64Array; readonly counts: Float64Array } {
  const sums = new Float64Array(1200);
  const tallies = new Float64Array(sums.length);
  for (let row = 0; row < values.length; row++) {
    const bin = Math.min(sums.length - 1, (values[row]! * binsPerBodyWeight) | 0);
    sums[bin]! += values[row]!;
    tallies[bin]! += 1;
  }
  let occupied = 0;
  for (let bin = 0; bin < sums.length; bin++) {
    if (tallies[bin] === 0) continue;
    sums[occupied] = sums[bin]! / tallies[bin]!;
    tallies[occupied++] = tallies[bin]!;
  }
  return { forces: sums.subarray(0, occupied), counts: tallies.subarray(0, occupied) };
}

function countByGait(footfalls: Footfalls): RunSummary["footfallsByGait"] {
  const counts = new Uint32Array(gaits.length);
  for (const code of footfalls.gait) counts[code]! += 1;
  const of = (gait: Gait): number => counts[gaits.indexOf(gait)]!;
  return { walk: of("walk"), jog: of("jog"), run: of("run"), sprint: of("sprint") };
}

function methodShares(footfalls: Footfalls): MethodShare[] {
  const counts = footfallMethods.map(() => 0);
  for (let row = 0; row < footfalls.length; row++) counts[footfalls.method[row]!]! += 1;
  return footfallMethods.flatMap((id, index) => (counts[index]! > 0 ? [{ id, share: counts[index]! / footfalls.length }] : []));
}

/** Time on foot [s]: the steps' own times, standing and pauses left out. */
function timeOnFoot(footfalls: Footfalls): number {
  let time = 0;
  for (let row = 0; row < footfalls.length; row++) time += 1 / footfalls.stepRate.value[row]!;
  return time;
}

function sourcesUsed(footfalls: Footfalls): RunSummary["sources"] {
  const used: SourceId[] = ["morin-2005", "alcantara-2021", "fukuchi-2017", "karamanidis-arampatzis-2005", "wilke-1999", "dreischarf-2015", "de-leva-1996", "coenen-2012", "edwards-2018"];
  if (footfalls.gait.includes(walk)) used.push("nilsson-thorstensson-1989");
  return used.map((id) => ({ id, doi: sources[id].doi, doiVerified: sources[id].doiVerified }));
}

function bodyNotices(body: Body): Notice[] {
  if (body.assumed.length === 0) return [];
  return [{ code: "body-assumed", message: `${body.assumed.join(", ")} not told: computed for ${body.mass.toFixed(0)} kg and ${body.height.toFixed(2)} m` }];
}

function footfallNotices(recording: Recording, footfalls: Footfalls): Notice[] {
  if (footfalls.length > 0) return [];
  const { speed, distance, stepRate } = recording.samples;
  const message = speed || distance || stepRate ? "the runner never moved on foot in this recording" : "neither speed, distance nor step rate was recorded: no footfall can be reconstructed";
  return [{ code: "no-footfalls", message }];
}

/** ISO 8601 with the file's offset, `Z` where it has none. */
export function isoTime(unixSeconds: number, utcOffset: number | null): string {
  const local = new Date((unixSeconds + (utcOffset ?? 0)) * 1000).toISOString().replace(/\.\d+Z$/, "");
  if (utcOffset === null) return `${local}Z`;
  const minutes = Math.abs(Math.round(utcOffset / 60));
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${utcOffset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
