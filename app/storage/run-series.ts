import { bases, creepSummary, discLevels, gaits, type Basis, type DiscLevel, type Gait, type Recording, type RunAnalysis } from "../../src/index.ts";

type Column = (number | null)[];

interface BandedSeries {
  readonly value: Column;
  readonly low: Column;
  readonly high: Column;
}

/** A run's footfalls as columns at the recording's own resolution: each record holds the mean of the footfalls between it and the next. */
export function runSeries(recording: Recording, analysis: RunAnalysis) {
  const { footfalls, loads } = analysis;
  const { samples, pauses } = recording;
  const firsts = firstFootfalls(samples.time, footfalls.time);
  const { length } = samples;

  const meanOf = (values: Float64Array, decimals: number): Column =>
    Array.from({ length }, (_, record) => {
      let sum = 0;
      let count = 0;
      for (let row = firsts[record]!; row < firsts[record + 1]!; row++) {
        const value = values[row]!;
        if (value !== value) continue;
        sum += value;
        count++;
      }
      return count === 0 ? null : rounded(sum / count, decimals);
    });
  const bandOf = ({ value, low, high }: { readonly value: Float64Array; readonly low: Float64Array; readonly high: Float64Array }, decimals: number): BandedSeries => ({
    value: meanOf(value, decimals), low: meanOf(low, decimals), high: meanOf(high, decimals),
  });
  const codeOf = <Word>(codes: Uint8Array, words: readonly Word[]): (Word | null)[] =>
    Array.from({ length }, (_, record) => (firsts[record]! < firsts[record + 1]! ? words[codes[firsts[record]!]!] ?? null : null));
  const channel = (values: Float64Array | undefined, decimals: number): Column | null => values ? Array.from(values, (value) => rounded(value, decimals)) : null;
  const ofDisc = (level: DiscLevel): BandedSeries => bandOf(loads.peakCompressionBodyWeights[level], 3);

  return {
    length,
    time: Array.from(samples.time, (value) => rounded(value, 3) ?? 0),
    distance: channel(samples.distance, 2),
    latitudeDegrees: channel(samples.latitudeDegrees, 7),
    longitudeDegrees: channel(samples.longitudeDegrees, 7),
    altitude: channel(samples.altitude, 2),
    heartRatePerMinute: channel(samples.heartRatePerMinute, 1),
    speed: meanOf(footfalls.speed.value, 4),
    stepRate: meanOf(footfalls.stepRate.value, 4),
    slope: meanOf(footfalls.slope.value, 4),
    groundContactTime: bandOf(footfalls.groundContactTime, 5),
    groundContactTimeBasis: codeOf<Basis>(footfalls.groundContactTime.basis, bases),
    flightTime: meanOf(footfalls.flightTime.value, 5),
    gait: codeOf<Gait>(footfalls.gait, gaits),
    peakVerticalForceBodyWeights: bandOf(loads.peakVerticalForceBodyWeights, 4),
    compressionBodyWeights: {
      "L1-L2": ofDisc(discLevels[0]), "L2-L3": ofDisc(discLevels[1]), "L3-L4": ofDisc(discLevels[2]), "L4-L5": ofDisc(discLevels[3]), "L5-S1": ofDisc(discLevels[4]),
    },
    pauses: pauses.map(({ start, end }) => ({ start, end })),
    creep: creepSummary(analysis),
  };
}

/** First footfall at or after each record's time, and the footfalls' count at the end; what came before the first record counts to it. */
function firstFootfalls(recordTime: Float64Array, footfallTime: Float64Array): Uint32Array {
  const firsts = new Uint32Array(recordTime.length + 1);
  let row = 0;
  for (let record = 1; record < recordTime.length; record++) {
    while (row < footfallTime.length && footfallTime[row]! < recordTime[record]!) row++;
    firsts[record] = row;
  }
  firsts[recordTime.length] = footfallTime.length;
  return firsts;
}

function rounded(value: number, decimals: number): number | null {
  if (!Number.isFinite(value)) return null;
  const unit = 10 ** decimals;
  return Math.round(value * unit) / unit;
}
