import {
  bases, discLevels, footfallMethods, gaits, type BandedColumn, type Body, type FootfallLoads, type Footfalls, type MethodShare, type Notice, type Quantity, type Recording,
} from "./domain/index.ts";
import { gravity, sources, type SourceId } from "./literature/index.ts";
import { modelVersion } from "./model-version.ts";
import { median } from "./numerics/index.ts";
import type { DiscSummary, RunSummary } from "./run-analysis.ts";
import { dose, type Dose } from "./shock/index.ts";

const walk = gaits.indexOf("walk");

/** One recording's answer: medians over its running footfalls (walking ones where it is a walk), doses over all of them. */
export function summarise(recording: Recording, body: Body, footfalls: Footfalls, loads: FootfallLoads): RunSummary {
  const typical = typicalRows(recording, footfalls);
  const middle = (column: BandedColumn, unit: string): Quantity | null => medianQuantity(column, typical, unit);
  return {
    sport: recording.sport,
    startedAt: isoTime(recording.startedAt, recording.utcOffset),
    duration: recording.duration,
    movingTime: movingTime(recording, footfalls),
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
    discs: discSummaries(loads, typical, body),
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

function medianQuantity(column: BandedColumn, rows: Uint32Array, unit: string): Quantity | null {
  const value = medianOf(column.value, rows);
  if (Number.isNaN(value)) return null;
  return { value, low: medianOf(column.low, rows), high: medianOf(column.high, rows), unit, basis: commonBasis(column.basis, rows) };
}

function medianOf(values: Float64Array, rows: Uint32Array): number {
  const picked = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) picked[place] = values[rows[place]!]!;
  return median(picked);
}

function commonBasis(codes: Uint8Array, rows: Uint32Array): Quantity["basis"] {
  const counts = new Uint32Array(bases.length);
  for (let place = 0; place < rows.length; place++) counts[codes[rows[place]!]!]! += 1;
  return bases[counts.indexOf(Math.max(...counts))] ?? "reconstructed";
}

function discSummaries(loads: FootfallLoads, typical: Uint32Array, body: Body): DiscSummary[] {
  const weight = body.mass * gravity;
  return discLevels.flatMap((level) => {
    const peaks = loads.peakCompressionBodyWeights[level];
    const peakCompression = medianQuantity(peaks, typical, "bodyWeight");
    if (peakCompression === null) return [];
    const doses = { value: doseOf(peaks.value, weight), low: doseOf(peaks.low, weight), high: doseOf(peaks.high, weight) };
    const banded = (pick: (of: Dose) => number): Quantity => ({ value: pick(doses.value), low: pick(doses.low), high: pick(doses.high), unit: "N", basis: "simulated" });
    const impulse = loads.compressionImpulse[level];
    return {
      level, peakCompression, cycles: loads.length,
      meanPeakCompression: { value: mean(peaks.value), low: mean(peaks.low), high: mean(peaks.high), unit: "bodyWeight", basis: "simulated" },
      impulse: { value: sum(impulse.value), low: sum(impulse.low), high: sum(impulse.high), unit: "N s", basis: "simulated" },
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
function movingTime(recording: Recording, footfalls: Footfalls): number {
  let moving = 0;
  for (let row = 0; row < footfalls.length; row++) moving += 1 / footfalls.stepRate.value[row]!;
  return Math.min(recording.duration, moving);
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
