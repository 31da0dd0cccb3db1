import { bases, discLevels, gaits, type Basis, type Body, type FootfallLoads, type Footfalls, type SpreadColumn } from "../domain/index.ts";
import { gravity, laboratoryPeakSpread, toldLeanError, usualTrunkLeanDegrees } from "../literature/index.ts";
import { median, ninetyPercent, spreadColumn } from "../numerics/index.ts";
import { byLevel } from "./by-level.ts";
import { compressionColumn, discResponses, meanCompression } from "./disc-responses.ts";
import { sineWave, type SineWave } from "./morin-2005.ts";
import { pathFigures, type LoadPath } from "./load-path.ts";
import { activePeakSpread } from "./peak-force.ts";
import { walkingPeakSpread } from "./walking-wave.ts";

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

/** Force, stiffness and disc compression of each footfall, followed along its path: a fast one for runs, the direct one for a single footfall. */
export function footfallLoads(footfalls: Footfalls, body: Body, lean: TrunkLean, pathAt: (row: number) => LoadPath): FootfallLoads {
  const { length } = footfalls;
  const weight = body.mass * gravity;
  const reconstructed = new Uint8Array(length).fill(bases.indexOf("reconstructed"));
  const simulated = new Uint8Array(length).fill(bases.indexOf("simulated"));
  const emptyColumn = (): SpreadColumn => spreadColumn(new Float64Array(length), new Float64Array(length), true, reconstructed);
  const [peak, legStiffness] = [emptyColumn(), emptyColumn()];
  const trunkForce = discLevels.map(() => new Float64Array(length));
  const [first, second, third, fourth, fifth] = [trunkForce[0]!, trunkForce[1]!, trunkForce[2]!, trunkForce[3]!, trunkForce[4]!];
  const shapeSpread = length === 0 || pathAt(0).setting.footStrike === "unknown" ? 0 : laboratoryPeakSpread.value;
  const { value: contacts, spread: contactSpreads } = footfalls.groundContactTime;
  const { value: rates, spread: rateSpreads } = footfalls.stepRate;
  const { gait, speed: { value: speeds }, slope: { value: slopes } } = footfalls;
  const { value: peaks, spread: peakSpreads } = peak;
  const impulses = new Float64Array(length);
  const { value: stiffnesses, spread: stiffnessSpreads } = legStiffness;
  const figures = new Float64Array(pathFigures.count);

  for (let row = 0; row < length; row++) {
    const contact = contacts[row]!;
    const stepTime = 1 / rates[row]!;
    const speed = speeds[row]!;
    const rateSpread = rateSpreads[row]!;
    const isWalking = gait[row] === walk;
    pathAt(row).follow(isWalking, speed, slopes[row]!, contact, stepTime, figures);
    first[row] = figures[0]!;
    second[row] = figures[1]!;
    third[row] = figures[2]!;
    fourth[row] = figures[3]!;
    fifth[row] = figures[4]!;
    peaks[row] = figures[pathFigures.activePeak]!;
    impulses[row] = weight * stepTime;
    const contactSpread = contactSpreads[row]!;
    peakSpreads[row] = peakForceSpread(isWalking, speed, contactSpread, rateSpread, shapeSpread);
    if (isWalking) {
      stiffnesses[row] = NaN;
      continue;
    }
    // Sensitivities at constant flight time: −10 % contact gives about +19 % vertical and +26 % leg stiffness (Morin 2005).
    stiffnesses[row] = sineWave(body.mass, contact, stepTime - contact, speed, body.legLength).legStiffness;
    stiffnessSpreads[row] = Math.sqrt((2.6 * contactSpread) ** 2 + legLengthSpread ** 2);
  }

  let impactPeak: Float64Array | undefined;
  let verticalStiffness: SpreadColumn | undefined;
  let legCompression: SpreadColumn | undefined;
  const discs = discResponses({ leanDegrees: lean.degrees, leanSpread: lean.spread, forceSpread: length > 0 ? median(peak.spread) : 0 }, body);
  return {
    length, peakVerticalForceBodyWeights: peak, impulse: spreadColumn(impulses, rateSpreads, true, reconstructed), legStiffness, discs,
    trunkForceBodyWeights: byLevel((index) => trunkForce[index]!),
    meanCompression: byLevel((_, level) => meanCompression(discs[level], weight)),
    peakCompressionBodyWeights: byLevel((index, level) => compressionColumn(discs[level], trunkForce[index]!, simulated)),
    get impactPeakBodyWeights() {
      return (impactPeak ??= contacts.map((contact, row) => (gait[row] === walk ? NaN : pathAt(row).impactPeak(speeds[row]!, slopes[row]!, contact, 1 / rates[row]!))));
    },
    get verticalStiffness() {
      return (verticalStiffness ??= springColumn(footfalls, body, reconstructed, (wave) => wave.verticalStiffness, (spread) => 2 * spread));
    },
    get legCompression() {
      return (legCompression ??= springColumn(footfalls, body, reconstructed, (wave) => wave.legCompression, (spread) => Math.sqrt((1.6 * spread) ** 2 + legLengthSpread ** 2)));
    },
  };
}

/** Standard deviation of the logarithm of a footfall's peak force [1]; `shapeSpread` of the wave's shape where a foot strike was told. */
export function peakForceSpread(isWalking: boolean, speed: number, contactSpread: number, rateSpread: number, shapeSpread = 0): number {
  return isWalking ? walkingPeakSpread : Math.sqrt(activePeakSpread(speed) ** 2 + shapeSpread ** 2 + contactSpread ** 2 + rateSpread ** 2);
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
