import { bases, discLevels, gaits, type BandedColumn, type Basis, type Body, type DiscLevel, type FootfallLoads, type Footfalls, type PerDisc } from "../domain/index.ts";
import { deviceContactTimeError, gravity, usualTrunkLeanDegrees } from "../literature/index.ts";
import { median, ninetyPercent } from "../numerics/index.ts";
import { discBands, discLine } from "./lumbar-lever.ts";
import { sineWave } from "./morin-2005.ts";
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
  const verticalStiffness = columnOf(length, "reconstructed");
  const legStiffness = columnOf(length, "reconstructed");
  const legCompression = columnOf(length, "reconstructed");
  const trunkForce = new Float64Array(length);
  const weight = body.mass * gravity;

  for (let row = 0; row < length; row++) {
    const contact = footfalls.groundContactTime.value[row]!;
    const stepTime = 1 / footfalls.stepRate.value[row]!;
    const speed = footfalls.speed.value[row]!;
    const contactSpread = relativeSpread(footfalls.groundContactTime, row);
    const rateSpread = relativeSpread(footfalls.stepRate, row);
    writeBand(impulse, row, weight * stepTime, rateSpread);
    if (footfalls.gait[row] === walk) {
      const wave = walkingWave(contact, stepTime, walkingPeak(speed));
      writeBand(peak, row, wave.peak, walkingPeakSpread);
      trunkForce[row] = wave.trunkPeak;
      for (const column of [verticalStiffness, legStiffness, legCompression]) writeBand(column, row, NaN, 0);
      continue;
    }
    const wave = sineWave(body.mass, contact, stepTime - contact, speed, body.legLength);
    const force = ((peakRatio ?? activePeakRatio(speed, body.mass)) * wave.peakForce) / weight;
    writeBand(peak, row, force, Math.sqrt(activePeakSpread(speed) ** 2 + contactSpread ** 2 + rateSpread ** 2));
    trunkForce[row] = force;
    // Sensitivities at constant flight time: −10 % contact gives about +19 % vertical and +26 % leg stiffness (Morin 2005).
    writeBand(verticalStiffness, row, wave.verticalStiffness, 2 * contactSpread);
    writeBand(legStiffness, row, wave.legStiffness, Math.sqrt((2.6 * contactSpread) ** 2 + 0.03 ** 2));
    writeBand(legCompression, row, wave.legCompression, Math.sqrt((1.6 * contactSpread) ** 2 + 0.03 ** 2));
  }

  const discs = discColumns(footfalls, trunkForce, peak, body, lean);
  return { length, peakVerticalForceBodyWeights: peak, impulse, verticalStiffness, legStiffness, legCompression, ...discs };
}

function discColumns(footfalls: Footfalls, trunkForce: Float64Array, peak: BandedColumn, body: Body, lean: TrunkLean): Pick<FootfallLoads, "peakCompressionBodyWeights" | "compressionImpulse"> {
  const { length } = footfalls;
  const weight = body.mass * gravity;
  const forceSpread = length > 0 ? Math.log(median(peak.high) / median(peak.value)) / ninetyPercent : deviceContactTimeError.value;
  const bands = discBands({ leanDegrees: lean.degrees, leanSpread: lean.spread, forceSpread }, body);
  const perLevel = discLevels.map((level, index) => {
    const { gain, offset } = discLine(level, lean.degrees, body.height);
    const compression = columnOf(length, "simulated");
    const impulse = columnOf(length, "simulated");
    for (let row = 0; row < length; row++) {
      const force = trunkForce[row]!;
      const stepTime = 1 / footfalls.stepRate.value[row]!;
      const value = gain * force + offset;
      compression.value[row] = value;
      compression.low[row] = value * bands.factor(index, 0, force);
      compression.high[row] = value * bands.factor(index, 1, force);
      // The mean force over a step is body weight, whatever the wave: the impulse needs no shape.
      const mean = weight * (gain + offset) * stepTime;
      impulse.value[row] = mean;
      impulse.low[row] = mean * bands.factor(index, 0, 1);
      impulse.high[row] = mean * bands.factor(index, 1, 1);
    }
    return { compression, impulse };
  });
  return {
    peakCompressionBodyWeights: byLevel((index) => perLevel[index]!.compression),
    compressionImpulse: byLevel((index) => perLevel[index]!.impulse),
  };
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
