import { bases, discLevels, gaits, type BandedColumn, type Basis, type Body, type DiscLevel, type FootfallLoads, type Footfalls, type PerDisc, type Quantity } from "../domain/index.ts";
import { gravity, usualTrunkLeanDegrees } from "../literature/index.ts";
import { median, ninetyPercent } from "../numerics/index.ts";
import { discBands, discLine } from "./lumbar-lever.ts";
import { sineWave, type SineWave } from "./morin-2005.ts";
import { activePeakRatio, activePeakSpread } from "./peak-force.ts";
import { walkingPeak, walkingPeakSpread, walkingWave } from "./walking-wave.ts";

/** Trunk lean the loads are computed with, and how surely it is known. */
export interface TrunkLean {
  /** Trunk to vertical, forward positive [degrees]. */
  readonly degrees: number;
  /** Standard deviation [degrees]. */
  readonly spread: number;
  readonly basis: Basis;
}

/** The lean told by the runner, or the usual one of runners. */
export function trunkLeanOf(measuredDegrees: number | null): TrunkLean {
  if (measuredDegrees !== null) return { degrees: measuredDegrees, spread: 3, basis: "measured" };
  const { value, low, high } = usualTrunkLeanDegrees;
  return { degrees: value, spread: (high - low) / (2 * ninetyPercent), basis: "assumed" };
}

const walk = gaits.indexOf("walk");

/**
 * Force, stiffness and disc compression of each footfall, by the closed forms of the models beside this file.
 * `peakRatio` is the active peak over the half-sine's where the foot strike is known; else the ratio of many runners is taken.
 */
export function footfallLoads(footfalls: Footfalls, body: Body, lean: TrunkLean, peakRatio?: number): FootfallLoads {
  const { length } = footfalls;
  const peak = columnOf(length, "reconstructed");
  const impulse = columnOf(length, "reconstructed");
  const legStiffness = columnOf(length, "reconstructed");
  const trunkForce = new Float64Array(length);
  const weight = body.mass * gravity;

  for (let row = 0; row < length; row++) {
    const contact = footfalls.groundContactTime.value[row]!;
    const stepTime = 1 / footfalls.stepRate.value[row]!;
    const speed = footfalls.speed.value[row]!;
    const rateSpread = relativeSpread(footfalls.stepRate, row);
    writeBand(impulse, row, weight * stepTime, rateSpread);
    if (footfalls.gait[row] === walk) {
      const wave = walkingWave(contact, stepTime, walkingPeak(speed));
      writeBand(peak, row, wave.peak, walkingPeakSpread);
      trunkForce[row] = wave.trunkPeak;
      writeBand(legStiffness, row, NaN, 0);
      continue;
    }
    const contactSpread = relativeSpread(footfalls.groundContactTime, row);
    const wave = sineWave(body.mass, contact, stepTime - contact, speed, body.legLength);
    const force = ((peakRatio ?? activePeakRatio(speed, body.mass)) * wave.peakForce) / weight;
    writeBand(peak, row, force, Math.sqrt(activePeakSpread(speed) ** 2 + contactSpread ** 2 + rateSpread ** 2));
    trunkForce[row] = force;
    // Sensitivities at constant flight time: −10 % contact gives about +19 % vertical and +26 % leg stiffness (Morin 2005).
    writeBand(legStiffness, row, wave.legStiffness, Math.sqrt((2.6 * contactSpread) ** 2 + legLengthSpread ** 2));
  }

  let verticalStiffness: BandedColumn | undefined;
  let legCompression: BandedColumn | undefined;
  return {
    length, peakVerticalForceBodyWeights: peak, impulse, legStiffness,
    get verticalStiffness() {
      return (verticalStiffness ??= springColumn(footfalls, body, (wave) => wave.verticalStiffness, (contactSpread) => 2 * contactSpread));
    },
    get legCompression() {
      return (legCompression ??= springColumn(footfalls, body, (wave) => wave.legCompression, (contactSpread) => Math.sqrt((1.6 * contactSpread) ** 2 + legLengthSpread ** 2)));
    },
    ...discLoads(footfalls, trunkForce, peak, body, lean),
  };
}

/** What the error of leg length adds to the relative error of leg stiffness and compression [1]. */
const legLengthSpread = 0.03;

/** A column of the sine-wave spring, NaN in walking. */
function springColumn(footfalls: Footfalls, body: Body, pick: (wave: SineWave) => number, spreadOf: (contactSpread: number) => number): BandedColumn {
  const column = columnOf(footfalls.length, "reconstructed");
  for (let row = 0; row < footfalls.length; row++) {
    const contact = footfalls.groundContactTime.value[row]!;
    const isWalk = footfalls.gait[row] === walk;
    const wave = sineWave(body.mass, contact, 1 / footfalls.stepRate.value[row]! - contact, footfalls.speed.value[row]!, body.legLength);
    writeBand(column, row, isWalk ? NaN : pick(wave), spreadOf(relativeSpread(footfalls.groundContactTime, row)));
  }
  return column;
}

function discLoads(footfalls: Footfalls, trunkForce: Float64Array, peak: BandedColumn, body: Body, lean: TrunkLean): Pick<FootfallLoads, "peakCompressionBodyWeights" | "meanCompression"> {
  const { length } = footfalls;
  const weight = body.mass * gravity;
  const forceSpread = length > 0 ? Math.log(median(peak.high) / median(peak.value)) / ninetyPercent : 0;
  const bands = discBands({ leanDegrees: lean.degrees, leanSpread: lean.spread, forceSpread }, body);
  const perLevel = discLevels.map((level, index) => {
    const { gain, offset } = discLine(level, lean.degrees, body.height);
    const compression = columnOf(length, "simulated");
    const { value, low, high } = compression;
    for (let row = 0; row < length; row++) value[row] = gain * trunkForce[row]! + offset;
    bands.write(index, trunkForce, value, low, high);
    // The mean force over a step is body weight, whatever the wave: the mean compression needs no shape.
    const mean = weight * (gain + offset);
    const band = bands.at(index, 1);
    const meanCompression: Quantity = { value: mean, low: mean * band.low, high: mean * band.high, unit: "N", basis: "simulated" };
    return { compression, meanCompression };
  });
  return { peakCompressionBodyWeights: byLevel((index) => perLevel[index]!.compression), meanCompression: byLevel((index) => perLevel[index]!.meanCompression) };
}

/** One value per disc, made from its index in `discLevels`. */
export function byLevel<Value>(make: (index: number, level: DiscLevel) => Value): PerDisc<Value> {
  return { "L1-L2": make(0, "L1-L2"), "L2-L3": make(1, "L2-L3"), "L3-L4": make(2, "L3-L4"), "L4-L5": make(3, "L4-L5"), "L5-S1": make(4, "L5-S1") };
}

function columnOf(length: number, basis: Basis): BandedColumn {
  return { value: new Float64Array(length), low: new Float64Array(length), high: new Float64Array(length), basis: new Uint8Array(length).fill(bases.indexOf(basis)) };
}

function relativeSpread(column: BandedColumn, row: number): number {
  return Math.log(column.high[row]! / column.value[row]!) / ninetyPercent;
}

function writeBand(column: BandedColumn, row: number, value: number, spread: number): void {
  const factor = Math.exp(ninetyPercent * spread);
  column.value[row] = value;
  column.low[row] = value / factor;
  column.high[row] = value * factor;
}
