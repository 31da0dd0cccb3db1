import type { FootStrike, PerDisc, Quantity } from "./domain/index.ts";
import { contestedFactor, contestedPlaceOf, leanIn, normals, unknowns, type ContestedPlace, type Unknowns } from "./drawn-unknowns.ts";
import { laboratoryPeakSpread } from "./literature/index.ts";
import { fourierCoefficients, fourierSum, ninetyPercent } from "./numerics/index.ts";
import { byLevel, centralParameters, discLine, drawnDiscLine, drawnParameters, peakOf, sineWave, transmitAccelerations, trunkLeanOf } from "./shock/index.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "./simulate.ts";

/** What one footfall is compared by, as plain numbers; NaN where it has no such value. */
export interface Outputs {
  readonly groundContactTime: number;
  readonly peakVerticalForce: number;
  readonly impactPeak: number;
  readonly legStiffness: number;
  readonly peakTibialAcceleration: number;
  readonly peakSacralAcceleration: number;
  readonly peakHeadAcceleration: number;
  readonly compression: PerDisc<number>;
}

/** The step's timing and the chain are drawn less often than the rest, each draw taken up again by as many as the next: they cost a simulation. */
const timings = 12;
const drawnTiming = normals(timings, 2, 20261124);

/** The outputs at their central values. */
export function centralOutputs(simulation: Simulation): Outputs {
  const value = (quantity: Quantity | null): number => quantity?.value ?? NaN;
  return {
    groundContactTime: simulation.groundContactTime.value, peakVerticalForce: simulation.peakVerticalForce.value, impactPeak: value(simulation.impactPeak), legStiffness: value(simulation.legStiffness),
    peakTibialAcceleration: value(simulation.peakTibialAcceleration), peakSacralAcceleration: value(simulation.peakSacralAcceleration), peakHeadAcceleration: value(simulation.peakHeadAcceleration),
    compression: byLevel((_, level) => simulation.compression[level].value),
  };
}

/**
 * The outputs in each state of the unknowns: the runner's own contact time, step rate and force, the model's parameters, and what studies disagree by.
 * Row i of two footfalls is the same runner in the same world, so that the difference of the rows is the difference's own spread, not the sum of two.
 */
export function drawnOutputs(condition: FootfallCondition, simulation: Simulation): readonly Outputs[] {
  const grounds = groundsOf(condition, simulation);
  return unknowns().map((state) => outputsIn(state, grounds));
}

/** What every draw of one footfall starts from. */
interface Grounds {
  readonly simulation: Simulation;
  readonly central: Outputs;
  readonly spreads: { readonly force: number; readonly impact: number };
  readonly lean: { readonly degrees: number; readonly spread: number };
  readonly place: ContestedPlace;
  readonly strike: FootStrike;
  /** The footfall in each draw of its timing. */
  readonly timed: readonly Simulation[];
  /** Largest accelerations at the centre, and in each draw of the chain's parameters. */
  readonly accelerations: Peaks;
  readonly passed: readonly Peaks[];
}

function groundsOf(condition: FootfallCondition, simulation: Simulation): Grounds {
  const lean = trunkLeanOf(condition.trunkLeanDegrees ?? null);
  const [contact, rate] = [relativeSpread(simulation.groundContactTime), relativeSpread(simulation.stepRate)];
  const strike = simulation.gait === "walk" ? "unknown" : (condition.footStrike ?? "unknown");
  // The part of the force's spread that is the told strike's own does not drop out against another strike.
  const shape = strike === "unknown" ? 0 : laboratoryPeakSpread.value;
  const force = Math.sqrt(Math.max(0, relativeSpread(simulation.peakVerticalForce) ** 2 - contact ** 2 - rate ** 2 - shape ** 2));
  const isTold = contact === 0 && rate === 0;
  const timed = Array.from({ length: timings }, (_, row) => (isTold ? simulation : timedAnew(condition, simulation, contact * drawnTiming(row, 0), rate * drawnTiming(row, 1))));
  return {
    simulation, lean, timed, strike, place: contestedPlaceOf(condition), central: centralOutputs(simulation),
    spreads: { force, impact: simulation.impactPeak ? relativeSpread(simulation.impactPeak) : 0 },
    accelerations: peaksOf(condition, simulation, lean.degrees, null),
    passed: drawnParameters().map((_, draw) => peaksOf(condition, timed[draw % timings]!, lean.degrees, draw)),
  };
}

/** The footfall with contact time and step rate off by these logarithms. */
function timedAnew(condition: FootfallCondition, simulation: Simulation, contact: number, rate: number): Simulation {
  const isWalking = simulation.gait === "walk";
  const stepRate = simulation.stepRate.value * Math.exp(rate);
  const groundContactTime = Math.min(isWalking ? Infinity : 0.97 / stepRate, simulation.groundContactTime.value * Math.exp(contact));
  return simulateFootfall({ ...condition, gait: isWalking ? "walk" : "run", flightTime: undefined, stepRate, groundContactTime });
}

/** Standard deviation of the logarithm that a band about a positive value stands for [1]. */
function relativeSpread({ low, high }: Quantity): number {
  return low > 0 ? Math.log(high / low) / (2 * ninetyPercent) : 0;
}

function outputsIn(state: Unknowns, { simulation, central, spreads, lean, place, strike, timed, accelerations, passed: peaks }: Grounds): Outputs {
  const drawn = timed[state.index % timings]!;
  const passed = peaks[state.index % peaks.length]!;
  const force = Math.exp(state.force * spreads.force + (strike === "unknown" ? 0 : state.strike[strike] * laboratoryPeakSpread.value));
  const [shock, push, load] = [contestedFactor("shock", state, place), contestedFactor("force", state, place), contestedFactor("load", state, place)];
  const degrees = leanIn(state, lean.degrees) + (lean.spread * state.lean);
  const acceleration = (name: keyof Peaks, centre: number): number => ((centre * passed[name]) / accelerations[name]) * shock;
  return {
    groundContactTime: drawn.groundContactTime.value,
    peakVerticalForce: drawn.peakVerticalForce.value * force * push,
    impactPeak: (drawn.impactPeak?.value ?? NaN) * Math.exp(state.impact * spreads.impact) * shock,
    legStiffness: drawn.legStiffness?.value ?? NaN,
    peakTibialAcceleration: acceleration("tibial", central.peakTibialAcceleration),
    peakSacralAcceleration: acceleration("sacral", central.peakSacralAcceleration),
    peakHeadAcceleration: acceleration("head", central.peakHeadAcceleration),
    compression: byLevel((_, level) => {
      const here = drawnDiscLine(level, state.index, degrees, simulation.body.height);
      const middle = discLine(level, lean.degrees, simulation.body.height);
      const change = (drawn.peakVerticalForce.value * force) / central.peakVerticalForce;
      const carried = (central.compression[level] - middle.offset) / middle.gain;
      return (here.gain * carried * change + here.offset) * load;
    }),
  };
}

interface Peaks {
  readonly tibial: number;
  readonly sacral: number;
  readonly head: number;
}

const coarseSamples = 96;

/** Largest accelerations on a coarse grid, in one draw of the chain's parameters or at their centre: for ratios, in which the grid cancels. */
function peaksOf(condition: FootfallCondition, { body, waveform, groundContactTime, flightTime, gait, arrival }: Simulation, leanDegrees: number, draw: number | null): Peaks {
  const force = waveform.verticalForceBodyWeights;
  const length = Math.min(force.length, coarseSamples);
  const passed = transmitAccelerations(fourierSum(fourierCoefficients(force, length / 2), length), (waveform.sampleRate * length) / force.length, {
    mass: body.mass, height: body.height, legLength: body.legLength, groundContactTime: groundContactTime.value,
    legCompression: gait === "walk" ? null : sineWave(body.mass, groundContactTime.value, flightTime.value, condition.speed ?? 3, body.legLength).legCompression,
    trunkLeanDegrees: leanDegrees, lordosisDegrees: condition.lordosisDegrees ?? null, arrival,
  }, draw === null ? centralParameters : drawnParameters()[draw]!);
  return { tibial: passed.tibialAccelerationG === null ? NaN : peakOf(passed.tibialAccelerationG), sacral: peakOf(passed.sacralAccelerationG), head: peakOf(passed.headAccelerationG) };
}
