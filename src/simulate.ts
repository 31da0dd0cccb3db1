import { completeBody } from "./complete-body.ts";
import {
  bases, discLevels, gaits, type BandedColumn, type Basis, type Body, type Footfalls, type ForceWaveform, type Gait, type PerDisc, type Quantity, type SpreadColumn,
} from "./domain/index.ts";
import { completeTiming, type CompleteTiming, type FootfallCondition } from "./footfall-condition.ts";
import { forwardOfCondition, reachingTo } from "./forward-of-condition.ts";
import { gravity } from "./literature/index.ts";
import { spreadColumn } from "./numerics/index.ts";
import {
  bothFeet, byLevel, directFootfall, discLine, discPressure, discShear, footfallLoads, footfallSetting, leanAgainst, lineOfForce, loadingRate, pathOf, peakOf, trunkLeanOf,
  type Arrival, type DirectFootfall, type FootfallSetting, type FootfallTiming, type ForceWave, type ForwardFootfall, type NoForwardFootfall, type ShockAttenuation,
} from "./shock/index.ts";
import { shockOf, type SimulatedShock } from "./simulated-shock.ts";
import { worksBehind, type CitedWork } from "./works-used.ts";

export type { FootfallCondition } from "./footfall-condition.ts";

/** One footfall's answer; what costs more than all the rest, everything along the body, is worked out when first asked for. */
export interface Simulation extends SimulatedShock {
  readonly gait: Gait;
  readonly body: Body;
  readonly groundContactTime: Quantity;
  /** Negative in walking, where both feet are down. */
  readonly flightTime: Quantity;
  readonly stepRate: Quantity;
  readonly peakVerticalForce: Quantity;
  /** First maximum of force; null where it merges into the rise. */
  readonly impactPeak: Quantity | null;
  /** Mean slope from 20 to 80 % of the rise to the first maximum [bodyWeight/s]: a model's output, never a measurement; null in walking. */
  readonly verticalLoadingRate: Quantity | null;
  readonly impulse: Quantity;
  /** Morin's definition; null in walking. */
  readonly legStiffness: Quantity | null;
  /** Largest compression of each disc. */
  readonly compression: PerDisc<Quantity>;
  /** Pressure in each disc that its largest compression indicates [Pa]; end-plate areas are assumed. */
  readonly indicatedPressure: PerDisc<Quantity>;
  /** Shear of each disc at the largest force, upper vertebra forward positive [bodyWeight]: rough. */
  readonly roughShear: PerDisc<Quantity>;
  readonly waveform: ForceWaveform;
  /** Fore–aft force [body weights], forward positive, sampled as the waveform. */
  readonly foreAftBodyWeights: Float64Array;
  /** Compression of each disc [body weights], sampled as the waveform. */
  readonly compressionWaveforms: PerDisc<Float64Array>;
  /** How foot and shank met the ground; null where the wave does not tell. */
  readonly arrival: Arrival | null;
  /** The same footfall run forward from its start, or why it cannot be: what the two directions differ by, the model does not know. */
  readonly forward: ForwardFootfall | NoForwardFootfall;
  /** Names of what was told but changes nothing for this gait: that is said. */
  readonly unused: readonly string[];
  /** Works the answer was computed from. */
  readonly sources: readonly CitedWork[];
}

const sampleRate = 1000;

/** Simulates one footfall; throws ConditionError where the timing contradicts itself. */
export function simulateFootfall(condition: FootfallCondition): Simulation {
  const body = completeBody({ mass: condition.mass ?? null, height: condition.height ?? null, sex: condition.sex ?? null, birthYear: null });
  const speed = condition.speed ?? 3;
  const acceleration = condition.acceleration ?? 0;
  const timing = completeTiming(condition, speed, body);
  const isWalk = timing.gait === "walk";
  const told = trunkLeanOf(condition.trunkLeanDegrees ?? null);
  // Who speeds up leans into it as the force does: the discs feel the trunk against the force.
  const lean = { ...told, degrees: leanAgainst(told.degrees, acceleration / gravity) };
  const footfalls = oneFootfall(timing, speed, condition.slope ?? 0);
  const setting = footfallSetting(body, lean.degrees, condition.lordosisDegrees ?? null, condition.footStrike ?? "unknown", {
    shoeStiffnessNewtonsPerMillimetre: condition.shoeStiffnessNewtonsPerMillimetre ?? null, shoeDistance: 1000 * (condition.shoeDistanceKilometres ?? 0), surface: condition.surface ?? "unknown",
  });
  const moment: FootfallTiming = { gait: timing.gait, speed, slope: condition.slope ?? 0, groundContactTime: timing.groundContactTime, stepTime: 1 / timing.stepRate };
  const direct = directFootfall(setting, moment);
  const force = forceOf(direct.wave, moment, body);
  const path = pathOf(setting, direct);
  const loads = footfallLoads(footfalls, body, lean, () => path);
  const quantity = (column: BandedColumn, unit: string): Quantity => ({ value: column.value[0]!, low: column.low[0]!, high: column.high[0]!, unit, basis: bases[column.basis[0]!] ?? "simulated" });
  const compression = byLevel((index) => quantity(loads.peakCompressionBodyWeights[discLevels[index]!], "bodyWeight"));
  const shock = shockOf(force.wave, {
    mass: body.mass, height: body.height, legLength: body.legLength, groundContactTime: timing.groundContactTime,
    legCompression: isWalk ? null : loads.legCompression.value[0]!, trunkLeanDegrees: lean.degrees, lordosisDegrees: condition.lordosisDegrees ?? null, arrival: force.arrival,
  });
  let waveforms: PerDisc<Float64Array> | undefined;
  let forward: ForwardFootfall | NoForwardFootfall | undefined;
  const ahead = (): ForwardFootfall | NoForwardFootfall =>
    (forward ??= forwardOfCondition(condition, { gait: timing.gait, body, groundContactTime: timing.groundContactTime, flightTime: footfalls.flightTime.value[0]! }));
  return {
    gait: timing.gait, body, compression, arrival: force.arrival, waveform: force.wave, impactPeak: force.impactPeak, verticalLoadingRate: force.verticalLoadingRate,
    groundContactTime: quantity(footfalls.groundContactTime, "s"),
    flightTime: quantity(footfalls.flightTime, "s"),
    stepRate: quantity(footfalls.stepRate, "Hz"),
    peakVerticalForce: quantity(loads.peakVerticalForceBodyWeights, "bodyWeight"),
    impulse: quantity(loads.impulse, "N s"),
    legStiffness: isWalk ? null : quantity(loads.legStiffness, "N/m"),
    get indicatedPressure() { return byLevel((_, level) => discPressure(level, compression[level], body)); },
    get roughShear() {
      const forceSpread = loads.peakVerticalForceBodyWeights.spread[0]!;
      return byLevel((_, level) => discShear(level, { force: loads.trunkForceBodyWeights[level][0]!, forceSpread, leanDegrees: lean.degrees, leanSpread: lean.spread, lordosisDegrees: condition.lordosisDegrees ?? null }));
    },
    get foreAftBodyWeights() { return force.foreAft(acceleration); },
    get compressionWaveforms() { return (waveforms ??= compressionOver(direct, force.wave, moment.stepTime, setting)); },
    get peakTibialAcceleration() {
      // The two directions differ by more than the parameters' ranges make of either: the band holds both.
      const [back, other] = [shock.peakTibialAcceleration, tibialAccelerationForward(this)];
      return back && other !== null ? reachingTo(back, other) : back;
    },
    get peakSacralAcceleration() { return shock.peakSacralAcceleration; },
    get peakWornSacralAcceleration() { return shock.peakWornSacralAcceleration; },
    get peakVertebralAcceleration() { return shock.peakVertebralAcceleration; },
    get peakHeadAcceleration() { return shock.peakHeadAcceleration; },
    get tibialAccelerationG() { return shock.tibialAccelerationG; },
    get sacralAccelerationG() { return shock.sacralAccelerationG; },
    get wornSacralAccelerationG() { return shock.wornSacralAccelerationG; },
    get headAccelerationG() { return shock.headAccelerationG; },
    get vertebralAccelerationG() { return shock.vertebralAccelerationG; },
    get attenuation(): readonly ShockAttenuation[] { return shock.attenuation; },
    unused: unusedIn(condition, isWalk),
    get forward() { return ahead(); },
    get sources() { return worksBehind(isWalk ? "walking" : "running"); },
  };
}

/** Compression of each disc through the step, sampled as the wave. */
function compressionOver({ carried }: DirectFootfall, { verticalForceBodyWeights: { length } }: ForceWaveform, stepTime: number, { trunkLeanDegrees, height }: FootfallSetting): PerDisc<Float64Array> {
  return byLevel((index, level) => {
    const { gain, offset } = discLine(level, trunkLeanDegrees, height);
    return Float64Array.from({ length }, (_, sample) => gain * carried.at(index, sample / sampleRate / stepTime) + offset);
  });
}

/** What the shin's largest acceleration is run forward [g]; null where one of the two directions does not tell it. */
export function tibialAccelerationForward({ tibialAccelerationG, forward }: Pick<Simulation, "tibialAccelerationG" | "forward">): number | null {
  return tibialAccelerationG === null || "reason" in forward ? null : peakOf(forward.tibialAccelerationG);
}

/** Told, but without effect: the walking wave has no heel strike to soften, and sand and snow are no springs. */
function unusedIn(condition: FootfallCondition, isWalk: boolean): readonly string[] {
  const told = ({ surface, footStrike }: FootfallCondition): string[] => [...(surface === undefined || surface === "unknown" ? [] : ["surface"]), ...(footStrike === undefined || footStrike === "unknown" ? [] : ["footStrike"])];
  if (!isWalk) return condition.surface === "sand" || condition.surface === "snow" ? ["surface"] : [];
  return [...(["shoeStiffnessNewtonsPerMillimetre", "shoeDistanceKilometres", "slope"] as const).filter((name) => condition[name] !== undefined), ...told(condition)];
}

/** A table of footfalls with one row. */
function oneFootfall(timing: CompleteTiming, speed: number, slope: number): Footfalls {
  const stepTime = 1 / timing.stepRate;
  const contact = timing.groundContactTime;
  const relative = (value: number, spread: number, basis: Basis): SpreadColumn => cell(value, spread, true, basis);
  const flightSpread = Math.hypot(stepTime * timing.stepRateSpread, contact * timing.groundContactTimeSpread);
  return {
    length: 1, time: new Float64Array(1), foot: new Uint8Array(1), gait: Uint8Array.of(gaits.indexOf(timing.gait)), method: Uint8Array.of(timing.gait === "walk" ? 3 : 1),
    speed: relative(speed, 0, "measured"), slope: cell(slope, 0, false, "measured"),
    stepRate: relative(timing.stepRate, timing.stepRateSpread, timing.basis.stepRate),
    stepLength: relative(speed * stepTime, timing.stepRateSpread, timing.basis.stepRate),
    groundContactTime: relative(contact, timing.groundContactTimeSpread, timing.basis.groundContactTime),
    flightTime: cell(stepTime - contact, flightSpread, false, timing.basis.groundContactTime),
    verticalOscillation: relative(NaN, NaN, "reconstructed"),
    dutyFactor: relative(contact / (2 * stepTime), timing.groundContactTimeSpread, timing.basis.groundContactTime),
  };
}

function cell(value: number, spread: number, isRelative: boolean, basis: Basis): SpreadColumn {
  return spreadColumn(Float64Array.of(value), Float64Array.of(spread), isRelative, Uint8Array.of(bases.indexOf(basis)));
}

/** One footfall's force at the ground. */
interface GroundForce {
  /** Vertical force from initial contact to the next; in walking the sum of both feet. */
  readonly wave: ForceWaveform;
  readonly impactPeak: Quantity | null;
  readonly verticalLoadingRate: Quantity | null;
  readonly arrival: Arrival | null;
  /** Fore–aft force [body weights], sampled as the wave, at a gain of speed [m/s²]. */
  foreAft(acceleration: number): Float64Array;
}

/** Ends of the 90 % band of the impact peak, and of the loading rate, which has the pulse's width in it too, as factors [1]. */
const impactBand = 1.35;
const loadingRateBand = 1.42;

function forceOf({ forceAt, impactPeak, activePeak, arrival }: ForceWave, { gait, speed, groundContactTime, stepTime }: FootfallTiming, body: Body): GroundForce {
  const length = Math.max(2, Math.round(stepTime * sampleRate));
  const sampled = (of: (time: number) => number): Float64Array => Float64Array.from({ length }, (_, index) => of(index / sampleRate));
  const firstMaximum = impactPeak ?? activePeak;
  const banded = (value: number, factor: number, unit: string): Quantity => ({ value, low: value / factor, high: value * factor, unit, basis: "simulated" });
  return {
    wave: { sampleRate, verticalForceBodyWeights: sampled(gait === "walk" ? (time) => forceAt(time) + forceAt(time + stepTime) : forceAt) },
    impactPeak: impactPeak && { value: impactPeak.force, low: impactPeak.force * (2 - impactBand), high: impactPeak.force * impactBand, unit: "bodyWeight", basis: "simulated" },
    verticalLoadingRate: firstMaximum && banded(loadingRate(forceAt, firstMaximum), loadingRateBand, "bodyWeight/s"),
    arrival: arrival ?? null,
    foreAft(acceleration) {
      const line = lineOfForce({ height: body.height, speed, centroidTime: centroidOf(forceAt, groundContactTime), acceleration });
      return sampled((time) => bothFeet(forceAt, line, stepTime, time).foreAft);
    },
  };
}

const centroidPoints = 400;

/** Centroid of one foot's force after initial contact [s]. */
function centroidOf(forceAt: (time: number) => number, groundContactTime: number): number {
  let sum = 0;
  let moment = 0;
  for (let point = 1; point < centroidPoints; point++) {
    const time = (groundContactTime * point) / centroidPoints;
    sum += forceAt(time);
    moment += time * forceAt(time);
  }
  return moment / sum;
}
