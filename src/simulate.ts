import { completeBody } from "./complete-body.ts";
import {
  bases, discLevels, gaits, type BandedColumn, type Basis, type Body, type FootfallLoads, type Footfalls, type FootStrike, type ForceWaveform, type Gait, type PerDisc, type Quantity, type SpreadColumn, type Surface,
} from "./domain/index.ts";
import { contactTimeSpreadAt, predictContactTime, predictStepRate, predictWalkingStepRate, runningGait, transitionSpeed, walkingDutyFactorAt } from "./footfalls/index.ts";
import { contactTimeRelation, stepRateSpread } from "./literature/index.ts";
import { spreadColumn } from "./numerics/index.ts";
import { byLevel, discLine, footfallLoads, forceModelFor, peakAccelerations, stiffnessRatio, transmitForce, trunkLeanOf, type Arrival, type Transmission, type TransmissionConditions } from "./shock/index.ts";

/** One footfall to be simulated; what is absent is completed by the fitted relations and stated defaults. */
export interface FootfallCondition {
  /** Speed over ground [m/s]; 3 where absent. */
  readonly speed?: number | undefined;
  /** Steps per second [Hz]. */
  readonly stepRate?: number | undefined;
  readonly groundContactTime?: number | undefined;
  readonly flightTime?: number | undefined;
  readonly mass?: number | undefined;
  readonly height?: number | undefined;
  readonly sex?: "female" | "male" | undefined;
  /** Rise over run [1], uphill positive. */
  readonly slope?: number | undefined;
  readonly trunkLeanDegrees?: number | undefined;
  readonly lordosisDegrees?: number | undefined;
  readonly shoeStiffnessNewtonsPerMillimetre?: number | undefined;
  readonly shoeDistanceKilometres?: number | undefined;
  readonly surface?: Surface | undefined;
  readonly footStrike?: FootStrike | undefined;
  /** Walk or run; judged from speed and step rate where absent. */
  readonly gait?: "walk" | "run" | undefined;
}

/** One footfall's answer. */
export interface Simulation {
  readonly gait: Gait;
  readonly body: Body;
  readonly groundContactTime: Quantity;
  /** Negative in walking, where both feet are down. */
  readonly flightTime: Quantity;
  readonly stepRate: Quantity;
  readonly peakVerticalForce: Quantity;
  /** First maximum of force; null where it merges into the rise. */
  readonly impactPeak: Quantity | null;
  readonly impulse: Quantity;
  /** Morin's definition; null in walking. */
  readonly legStiffness: Quantity | null;
  readonly compression: PerDisc<Quantity>;
  readonly waveform: ForceWaveform;
  /** Compression of each disc [body weights], sampled as the waveform. */
  readonly compressionWaveforms: PerDisc<Float64Array>;
  /** How foot and shank met the ground; null where the wave does not tell. */
  readonly arrival: Arrival | null;
  /** Largest acceleration of the tibia along its axis, as on the bone [g]; null in walking, whose wave has no heel strike. */
  readonly peakTibialAcceleration: Quantity | null;
  /** The same of the sacrum's bone. */
  readonly peakSacralAcceleration: Quantity | null;
  /** What a sensor worn over the sacrum would show, all axes together; its mount is assumed. */
  readonly peakWornSacralAcceleration: Quantity | null;
  readonly peakHeadAcceleration: Quantity | null;
  /** Accelerations along the body [g], 1 at rest, sampled as the waveform; the tibia's null in walking. */
  readonly tibialAccelerationG: Float64Array | null;
  readonly sacralAccelerationG: Float64Array;
  readonly wornSacralAccelerationG: Float64Array;
  readonly headAccelerationG: Float64Array;
  /** Of the vertebra above each disc. */
  readonly vertebralAccelerationG: PerDisc<Float64Array>;
  /** Inputs told but not yet part of the model: they change nothing, and that is said. */
  readonly unused: readonly string[];
}

const sampleRate = 1000;
/** A predicted contact fills at most this share of a running step: the slowest jog still leaves the ground. */
const longestRunningContact = 0.97;

/** What could not be simulated, in words for the person who asked. */
export class ConditionError extends Error {}

/** Simulates one footfall; throws ConditionError where the timing contradicts itself. */
export function simulateFootfall(condition: FootfallCondition): Simulation {
  const body = completeBody({ mass: condition.mass ?? null, height: condition.height ?? null, sex: condition.sex ?? null, birthYear: null });
  const speed = condition.speed ?? 3;
  const timing = completeTiming(condition, speed, body);
  const lean = trunkLeanOf(condition.trunkLeanDegrees ?? null);
  const footfalls = oneFootfall(timing, speed, condition.slope ?? 0);
  const waveform = forceWaveform(timing, speed, body, condition);
  const loads = footfallLoads(footfalls, body, lean, waveform.peakRatio);
  const quantity = (column: BandedColumn, unit: string): Quantity => ({ value: column.value[0]!, low: column.low[0]!, high: column.high[0]!, unit, basis: bases[column.basis[0]!] ?? "simulated" });
  let passed: ReturnType<typeof accelerations> | undefined;
  const along = (): ReturnType<typeof accelerations> => (passed ??= accelerations(waveform.wave, {
    mass: body.mass, height: body.height, legLength: body.legLength, groundContactTime: timing.groundContactTime,
    legCompression: timing.gait === "walk" ? null : loads.legCompression.value[0]!, trunkLeanDegrees: lean.degrees, lordosisDegrees: condition.lordosisDegrees ?? null,
    arrival: waveform.arrival,
  }));
  return {
    gait: timing.gait, body,
    groundContactTime: quantity(footfalls.groundContactTime, "s"),
    flightTime: quantity(footfalls.flightTime, "s"),
    stepRate: quantity(footfalls.stepRate, "Hz"),
    peakVerticalForce: quantity(loads.peakVerticalForceBodyWeights, "bodyWeight"),
    impactPeak: waveform.impactPeak,
    impulse: quantity(loads.impulse, "N s"),
    legStiffness: timing.gait === "walk" ? null : quantity(loads.legStiffness, "N/m"),
    compression: compressionOf(loads, quantity),
    waveform: waveform.wave,
    compressionWaveforms: byLevel((_, level) => {
      const { gain, offset } = discLine(level, lean.degrees, body.height);
      return waveform.wave.verticalForceBodyWeights.map((force) => gain * force + offset);
    }),
    // Accelerations cost more than all the rest: they are worked out when one is asked for.
    get peakTibialAcceleration() { return along().peakTibialAcceleration; },
    get peakSacralAcceleration() { return along().peakSacralAcceleration; },
    get peakWornSacralAcceleration() { return along().peakWornSacralAcceleration; },
    get peakHeadAcceleration() { return along().peakHeadAcceleration; },
    get tibialAccelerationG() { return along().tibialAccelerationG; },
    get sacralAccelerationG() { return along().sacralAccelerationG; },
    get wornSacralAccelerationG() { return along().wornSacralAccelerationG; },
    get headAccelerationG() { return along().headAccelerationG; },
    get vertebralAccelerationG() { return along().vertebralAccelerationG; },
    arrival: waveform.arrival,
    unused: [],
  };
}

interface CompleteTiming {
  readonly gait: Gait;
  readonly stepRate: number;
  readonly stepRateSpread: number;
  readonly groundContactTime: number;
  readonly groundContactTimeSpread: number;
  readonly basis: { readonly stepRate: Basis; readonly groundContactTime: Basis };
}

/** Step rate and contact time: as told, the rest from what was told, the rest from the relations. */
function completeTiming(condition: FootfallCondition, speed: number, body: Body): CompleteTiming {
  const { groundContactTime, flightTime } = condition;
  const slope = condition.slope ?? 0;
  const toldStepTime = groundContactTime !== undefined && flightTime !== undefined ? groundContactTime + flightTime : undefined;
  if (toldStepTime !== undefined && condition.stepRate !== undefined && Math.abs(toldStepTime * condition.stepRate - 1) > 0.03) {
    throw new ConditionError(`contact ${groundContactTime} s and flight ${flightTime} s make ${(1 / toldStepTime).toFixed(2)} steps/s, not ${condition.stepRate}: leave one of the three out`);
  }
  const toldRate = toldStepTime === undefined ? condition.stepRate : 1 / toldStepTime;
  const isWalking = judgeWalking(condition, speed, toldRate, body);
  const rate = toldRate ?? (isWalking ? predictWalkingStepRate(speed) : predictStepRate(speed, slope, body));
  const rateSpread = toldRate === undefined ? stepRateSpread.value : 0;
  const toldContact = groundContactTime ?? (flightTime === undefined ? undefined : 1 / rate - flightTime);
  const contact = toldContact ?? (isWalking ? (2 * walkingDutyFactorAt(speed)) / rate : Math.min(predictContactTime(speed, rate, slope, body), longestRunningContact / rate));
  if (!isWalking && !(contact > 0.05 && contact < 1 / rate)) {
    throw new ConditionError(`contact ${contact.toFixed(3)} s does not fit into a running step of ${(1 / rate).toFixed(3)} s`);
  }
  const predictedSpread = isWalking ? 0.04 : Math.hypot(contactTimeSpreadAt(speed), contactTimeRelation.stepRateExponent * rateSpread);
  return {
    gait: isWalking ? "walk" : runningGait(speed),
    stepRate: rate, stepRateSpread: rateSpread,
    groundContactTime: contact, groundContactTimeSpread: toldContact === undefined ? predictedSpread : 0,
    basis: { stepRate: toldRate === undefined ? "reconstructed" : "measured", groundContactTime: toldContact === undefined ? "reconstructed" : "measured" },
  };
}

function judgeWalking(condition: FootfallCondition, speed: number, toldRate: number | undefined, body: Body): boolean {
  if (condition.gait !== undefined) return condition.gait === "walk";
  if (condition.groundContactTime !== undefined && toldRate !== undefined) return (condition.groundContactTime * toldRate) / 2 >= 0.5;
  return speed < 0.9 * transitionSpeed(body) && (toldRate === undefined || toldRate < 2.35);
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

function compressionOf(loads: FootfallLoads, quantity: (column: BandedColumn, unit: string) => Quantity): PerDisc<Quantity> {
  return byLevel((index) => quantity(loads.peakCompressionBodyWeights[discLevels[index]!], "bodyWeight"));
}

type AccelerationName = "peakTibialAcceleration" | "peakSacralAcceleration" | "peakWornSacralAcceleration" | "peakHeadAcceleration" | "tibialAccelerationG" | Exclude<keyof Transmission, "tibialAccelerationG" | "carriedBodyWeights" | "compressionBodyWeights">;

/** What the force does on its way from foot to head. */
function accelerations({ verticalForceBodyWeights, sampleRate }: ForceWaveform, conditions: TransmissionConditions): Pick<Simulation, AccelerationName> {
  const { tibialAccelerationG, sacralAccelerationG, wornSacralAccelerationG, headAccelerationG, vertebralAccelerationG } = transmitForce(verticalForceBodyWeights, sampleRate, conditions);
  const peaks = peakAccelerations({ tibialAccelerationG, sacralAccelerationG, wornSacralAccelerationG, headAccelerationG }, verticalForceBodyWeights, sampleRate, conditions);
  const quantity = (name: keyof typeof peaks, basis: Basis): Quantity | null => peaks[name] && { ...peaks[name], unit: "g", basis };
  return {
    peakTibialAcceleration: quantity("tibialAccelerationG", "simulated"),
    peakSacralAcceleration: quantity("sacralAccelerationG", "simulated"),
    peakWornSacralAcceleration: quantity("wornSacralAccelerationG", "assumed"),
    peakHeadAcceleration: quantity("headAccelerationG", "simulated"),
    tibialAccelerationG, sacralAccelerationG, wornSacralAccelerationG, headAccelerationG, vertebralAccelerationG,
  };
}

/** Vertical force from initial contact to the next; in walking the sum of both feet. */
function forceWaveform(timing: CompleteTiming, speed: number, body: Body, condition: FootfallCondition): { wave: ForceWaveform; impactPeak: Quantity | null; peakRatio: number | undefined; arrival: Arrival | null } {
  const { groundContactTime } = timing;
  const stepTime = 1 / timing.stepRate;
  const footStrike = condition.footStrike ?? "unknown";
  const { forceAt, impactPeak, activePeak, arrival = null } = forceModelFor(timing.gait).wave({
    mass: body.mass, legLength: body.legLength, speed, slope: condition.slope ?? 0, groundContactTime, stepTime, footStrike,
    stiffnessRatio: stiffnessRatio({
      shoeStiffnessNewtonsPerMillimetre: condition.shoeStiffnessNewtonsPerMillimetre ?? null, shoeDistance: 1000 * (condition.shoeDistanceKilometres ?? 0), surface: condition.surface ?? "unknown",
    }),
  });
  const total = timing.gait === "walk" ? (time: number) => forceAt(time) + forceAt(time + stepTime) : forceAt;
  const samples = Math.max(2, Math.round(stepTime * sampleRate));
  return {
    wave: { sampleRate, verticalForceBodyWeights: Float64Array.from({ length: samples }, (_, index) => total(index / sampleRate)) },
    impactPeak: impactPeak && { value: impactPeak.force, low: impactPeak.force * 0.65, high: impactPeak.force * 1.35, unit: "bodyWeight", basis: "simulated" },
    peakRatio: footStrike === "unknown" || activePeak === null ? undefined : activePeak.force / ((Math.PI / 2) * (stepTime / groundContactTime)),
    arrival,
  };
}
