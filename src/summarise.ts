import {
  bases, discLevels, footfallMethods, gaits, type BandedColumn, type Body, type FootfallLoads, type Footfalls, type MethodShare, type Notice, type Quantity, type Recording,
} from "./domain/index.ts";
import { gravity, sources, type SourceId } from "./literature/index.ts";
import { modelVersion } from "./model-version.ts";
import { quantileInPlace } from "./numerics/index.ts";
import type { DiscSummary, RunSummary } from "./run-analysis.ts";
import { dose, type Dose } from "./shock/index.ts";

const walk = gaits.indexOf("walk");

/** One recording's answer: medians over its running footfalls (walking ones where it is a walk), doses over all of them. */
export function summarise(recording: Recording, body: Body, footfalls: Footfalls, loads: FootfallLoads): RunSummary {
  const typical = typicalRows(recording, footfalls);
  const onFoot = timeOnFoot(footfalls);
  const middle = (column: BandedColumn, unit: string): Quantity | null => medianQuantity(column, typical, unit);
  return {
    sport: recording.sport,
    startedAt: isoTime(recording.startedAt, recording.utcOffset),
    duration: recording.duration,
    movingTime: Math.min(recording.duration, onFoot),
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
function typicalRows(recording: Recording, footfalls: Footfalls): Uint32Array {
  const wantsWalk = recording.sport === "walking";
  const rows = new Uint32Array(footfalls.length);
  let count = 0;
  for (let row = 0; row < footfalls.length; row++) if ((footfalls.gait[row] === walk) === wantsWalk) rows[count++] = row;
  // A run that was walked throughout, or a walk that was run, is described by what it was.
  if (count === 0) return Uint32Array.from({ length: footfalls.length }, (_, row) => row);
  return rows.subarray(0, count);
}

/** Median over the rows with the band of the footfall that stands nearest to it, among those come by like most. */
function medianQuantity(column: BandedColumn, rows: Uint32Array, unit: string): Quantity | null {
  const picked = new Float64Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = column.value[rows[place]!]!;
    if (value === value) picked[count++] = value;
  }
  if (count === 0) return null;
  const value = quantileInPlace(picked.subarray(0, count), 0.5);
  const basis = commonBasis(column.basis, rows);
  let nearest = -1;
  let distance = Infinity;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    const away = Math.abs(column.value[row]! - value);
    if (away < distance && column.basis[row] === basis) {
      nearest = row;
      distance = away;
    }
  }
  // The band is moved with the last fraction between the two middle rows, so that it always holds the median.
  const shift = value - column.value[nearest]!;
  return { value, low: column.low[nearest]! + shift, high: column.high[nearest]! + shift, unit, basis: bases[basis] ?? "reconstructed" };
}

/** The basis code of most rows. */
function commonBasis(codes: Uint8Array, rows: Uint32Array): number {
  const counts = new Uint32Array(bases.length);
  for (let place = 0; place < rows.length; place++) counts[codes[rows[place]!]!]! += 1;
  return counts.indexOf(Math.max(...counts));
}

function discSummaries(loads: FootfallLoads, typical: Uint32Array, body: Body, onFoot: number): DiscSummary[] {
  const weight = body.mass * gravity;
  return discLevels.flatMap((level) => {
    const peaks = loads.peakCompressionBodyWeights[level];
    const peakCompression = medianQuantity(peaks, typical, "bodyWeight");
    if (peakCompression === null) return [];
    const doses = { value: doseOf(peaks.value, weight), low: doseOf(peaks.low, weight), high: doseOf(peaks.high, weight) };
    const banded = (pick: (of: Dose) => number): Quantity => ({ value: pick(doses.value), low: pick(doses.low), high: pick(doses.high), unit: "N", basis: "simulated" });
    const { value, low, high } = loads.meanCompression[level];
    return {
      level, peakCompression, cycles: loads.length,
      largestPeakCompression: { value: largest(peaks.value), low: largest(peaks.low), high: largest(peaks.high), unit: "bodyWeight", basis: "simulated" },
      meanPeakCompression: { value: mean(peaks.value), low: mean(peaks.low), high: mean(peaks.high), unit: "bodyWeight", basis: "simulated" },
      impulse: { value: value * onFoot, low: low * onFoot, high: high * onFoot, unit: "N s", basis: "simulated" },
      dose: { exponent2: banded((of) => of.exponent2), exponent6: banded((of) => of.exponent6), exponent9: banded((of) => of.exponent9) },
    };
  });
}

function doseOf(peaks: Float64Array, weight: number): Dose {
  const { exponent2, exponent6, exponent9 } = dose(peaks);
  return { exponent2: exponent2 * weight, exponent6: exponent6 * weight, exponent9: exponent9 * weight };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
}

function mean(values: Float64Array): number {
  return sum(values) / values.length;
}

function largest(values: Float64Array): number {
  let most = -Infinity;
  for (let index = 0; index < values.length; index++) if (values[index]! > most) most = values[index]!;
  return most;
}

function countByGait(footfalls: Footfalls): RunSummary["footfallsByGait"] {
  const counts = { walk: 0, jog: 0, run: 0, sprint: 0 };
  for (let row = 0; row < footfalls.length; row++) counts[gaits[footfalls.gait[row]!]!] += 1;
  return counts;
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
