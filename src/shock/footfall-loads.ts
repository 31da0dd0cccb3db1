import { bases, gaits, type BandedColumn, type Basis, type Body, type DiscLevel, type DiscResponse, type FootfallLoads, type Footfalls, type PerDisc, type Quantity, type SpreadColumn } from "../domain/index.ts";
import { gravity, laboratoryPeakSpread, toldLeanError, usualTrunkLeanDegrees } from "../literature/index.ts";
import { median, ninetyPercent, spreadColumn } from "../numerics/index.ts";
import { lineOfForce, pressingOn, walkingPress } from "./line-of-force.ts";
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

/** The lean told by the runner, with the error it was measured with where that is known, or the usual one of runners. */
export function trunkLeanOf(measuredDegrees: number | null, spread?: number | null): TrunkLean {
  if (measuredDegrees !== null) return { degrees: measuredDegrees, spread: spread ?? toldLeanError.value, basis: "measured" };
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
  const weight = body.mass * gravity;
  const reconstructed = new Uint8Array(length).fill(bases.indexOf("reconstructed"));
  const simulated = new Uint8Array(length).fill(bases.indexOf("simulated"));
  const emptyColumn = (): SpreadColumn => spreadColumn(new Float64Array(length), new Float64Array(length), true, reconstructed);
  const [peak, impulse, legStiffness] = [emptyColumn(), emptyColumn(), emptyColumn()];
  const trunkForce = new Float64Array(length);
  const shapeSpread = peakRatio === undefined ? 0 : laboratoryPeakSpread.value;
  const press = pressingOn(lean.degrees, body.height);
  const { value: contacts, spread: contactSpreads } = footfalls.groundContactTime;

  for (let row = 0; row < length; row++) {
    const contact = contacts[row]!;
    const stepTime = 1 / footfalls.stepRate.value[row]!;
    const speed = footfalls.speed.value[row]!;
    const rateSpread = footfalls.stepRate.spread[row]!;
    impulse.value[row] = weight * stepTime;
    impulse.spread[row] = rateSpread;
    if (footfalls.gait[row] === walk) {
      const wave = walkingWave(contact, stepTime, walkingPeak(speed));
      peak.value[row] = wave.peak;
      peak.spread[row] = walkingPeakSpread;
      const line = lineOfForce({ height: body.height, speed, centroidTime: contact / 2, acceleration: 0 });
      trunkForce[row] = walkingPress(wave.forceAt, line, stepTime, press);
      legStiffness.value[row] = NaN;
      continue;
    }
    const contactSpread = contactSpreads[row]!;
    const wave = sineWave(body.mass, contact, stepTime - contact, speed, body.legLength);
    const force = ((peakRatio ?? activePeakRatio(speed, body.mass)) * wave.peakForce) / weight;
    peak.value[row] = force;
    peak.spread[row] = Math.sqrt(activePeakSpread(speed) ** 2 + shapeSpread ** 2 + contactSpread ** 2 + rateSpread ** 2);
    trunkForce[row] = force;
    // Sensitivities at constant flight time: −10 % contact gives about +19 % vertical and +26 % leg stiffness (Morin 2005).
    legStiffness.value[row] = wave.legStiffness;
    legStiffness.spread[row] = Math.sqrt((2.6 * contactSpread) ** 2 + legLengthSpread ** 2);
  }

  let verticalStiffness: SpreadColumn | undefined;
  let legCompression: SpreadColumn | undefined;
  const discs = discResponses(length > 0 ? median(peak.spread) : 0, body, lean);
  return {
    length, peakVerticalForceBodyWeights: peak, impulse, legStiffness, trunkForceBodyWeights: trunkForce, discs,
    meanCompression: byLevel((_, level) => meanCompression(discs[level], weight)),
    peakCompressionBodyWeights: byLevel((_, level) => compressionColumn(discs[level], trunkForce, simulated)),
    get verticalStiffness() {
      return (verticalStiffness ??= springColumn(footfalls, body, reconstructed, (wave) => wave.verticalStiffness, (spread) => 2 * spread));
    },
    get legCompression() {
      return (legCompression ??= springColumn(footfalls, body, reconstructed, (wave) => wave.legCompression, (spread) => Math.sqrt((1.6 * spread) ** 2 + legLengthSpread ** 2)));
    },
  };
}

/** What the error of leg length adds to the relative error of leg stiffness and compression [1]. */
const legLengthSpread = 0.03;

/** A column of the sine-wave spring, NaN in walking. */
function springColumn(footfalls: Footfalls, body: Body, basis: Uint8Array, pick: (wave: SineWave) => number, spreadOf: (contactSpread: number) => number): SpreadColumn {
  const value = footfalls.groundContactTime.value.map((contact, row) => {
    if (footfalls.gait[row] === walk) return NaN;
    return pick(sineWave(body.mass, contact, 1 / footfalls.stepRate.value[row]! - contact, footfalls.speed.value[row]!, body.legLength));
  });
  return spreadColumn(value, footfalls.groundContactTime.spread.map(spreadOf), true, basis);
}

function discResponses(forceSpread: number, body: Body, lean: TrunkLean): PerDisc<DiscResponse> {
  const bands = discBands({ leanDegrees: lean.degrees, leanSpread: lean.spread, forceSpread }, body);
  return byLevel((index, level) => ({ ...discLine(level, lean.degrees, body.height), bandAt: (force) => bands.at(index, force) }));
}

/** The mean force over a step is body weight, whatever the wave: the mean compression needs no shape. */
function meanCompression({ gain, offset, bandAt }: DiscResponse, weight: number): Quantity {
  const mean = weight * (gain + offset);
  const band = bandAt(1);
  return { value: mean, low: mean * band.low, high: mean * band.high, unit: "N", basis: "simulated" };
}

/** A disc's peak compression, each part worked out when first asked for. */
function compressionColumn({ gain, offset, bandAt }: DiscResponse, trunkForce: Float64Array, basis: Uint8Array): BandedColumn {
  let value: Float64Array | undefined;
  let low: Float64Array | undefined;
  let high: Float64Array | undefined;
  return {
    basis,
    get value() {
      return (value ??= trunkForce.map((force) => gain * force + offset));
    },
    get low() {
      return (low ??= trunkForce.map((force) => (gain * force + offset) * bandAt(force).low));
    },
    get high() {
      return (high ??= trunkForce.map((force) => (gain * force + offset) * bandAt(force).high));
    },
  };
}

/** One value per disc, made from its index in `discLevels`. */
export function byLevel<Value>(make: (index: number, level: DiscLevel) => Value): PerDisc<Value> {
  return { "L1-L2": make(0, "L1-L2"), "L2-L3": make(1, "L2-L3"), "L3-L4": make(2, "L3-L4"), "L4-L5": make(3, "L4-L5"), "L5-S1": make(4, "L5-S1") };
}
