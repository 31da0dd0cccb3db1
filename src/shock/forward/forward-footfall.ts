import type { FootStrike, ForceWaveform, Gait, PerDisc, Surface } from "../../domain/index.ts";
import { gravity } from "../../literature/index.ts";
import { chainEquations, perPart } from "../chain/chain-equations.ts";
import { partNames } from "../chain/body-chain.ts";
import { compressionOf } from "../chain/disc-compression.ts";
import { transmissionPath } from "../chain/transmission-path.ts";
import type { Transmission } from "../chain/transmit-force.ts";
import { byLevel } from "../by-level.ts";
import { forcePeaks, type ForcePeaks } from "../force-peaks.ts";
import { sineWave } from "../morin-2005.ts";
import type { HeelFoam } from "../shoe-foam.ts";
import { meanSpeed, followContact } from "./follow-contact.ts";
import { shankAt, stateAtContact, type ContactModel } from "./contact-model.ts";
import { keepLedger, type EnergyLedger } from "./energy-ledger.ts";
import { findContact, type KnownOfContact } from "./find-contact.ts";
import { longestStep } from "./longest-step.ts";
import { onOneLeg } from "./stance-leg.ts";
import { underfootOf } from "./underfoot-element.ts";

/** One footfall to be run forward. */
export interface ForwardCondition {
  readonly gait: Gait;
  readonly mass: number;
  readonly height: number;
  readonly legLength: number;
  readonly speed: number;
  /** Rise over run [1]. */
  readonly slope: number;
  readonly groundContactTime: number;
  readonly flightTime: number;
  readonly footStrike: FootStrike;
  readonly shoe: HeelFoam;
  readonly surface: Surface;
  readonly trunkLeanDegrees: number;
  /** Angle L1–S1; null where it is not known. */
  readonly lordosisDegrees: number | null;
  /** Time steps to a millisecond; as many as the chain asks for where absent. */
  readonly stepsPerSample?: number;
}

/** What was found for the contact to be as it was. */
export interface FoundContact {
  /** Stiffness of the leg spring along the leg, shoe and ground not in it [N/m]. */
  readonly legStiffness: number;
  /** How much muscle lengthens the leg over the contact [m]. */
  readonly legLengthening: number;
  /** Speeds towards the ground at first touch, along its normal [m/s]. */
  readonly bodySpeed: number;
  readonly footSpeed: number;
  /** Rise of the centre of mass from first touch to toe-off [m]. */
  readonly rise: number;
}

/** A footfall from its initial conditions: force, accelerations, disc forces, energy. */
export interface ForwardFootfall extends ForcePeaks, Omit<Transmission, "tibialAccelerationG" | "wornSacralAccelerationG"> {
  readonly waveform: ForceWaveform;
  readonly tibialAccelerationG: Float64Array;
  readonly found: FoundContact;
  readonly groundContactTime: number;
  /** Integral of the ground's force over the contact [N s]. */
  readonly impulse: number;
  /** Momentum of all parts at toe-off less that at first touch, and what gravity took meanwhile [N s]. */
  readonly momentumGained: number;
  readonly energy: EnergyLedger;
}

/** Why there is no forward footfall, in words for the person who asked. */
export interface NoForwardFootfall {
  readonly reason: string;
}

const sampleRate = 1000;
/** Fewest steps to a sample: an impact of 10 ms then has 80. */
const fewestSteps = 8;
const stiffestLeg = 200e3;

/**
 * A running footfall forward: from how body and foot come down, and a muscle law, to force, accelerations and disc loads.
 *
 * Parts, from below: ground, foam, heel pad or ankle in series (underfoot-element.ts); what arrives with the stance foot, bones and wobbling muscle (stance-leg.ts); leg spring and
 * damper on a muscle that lengthens (leg-actuator.ts), turning about the standing foot while the hip goes by at the run's speed; pelvis to head by the chain of the inverse
 * direction, the same equations (chain-equations.ts). Start: nothing strained; the body falls with the flight's speed, the foot faster by v·tan α, because the leg is swept
 * back to match the ground; α, the fall and two numbers of the muscle law are found by shooting (find-contact.ts), from contact time, flight time and a step that repeats.
 * Range: jogging to sprinting, 2–7 m/s; in walking two feet carry the body at once, which takes two legs and is left to the inverse direction.
 * Leaves out: the foot rolling over and turning about its heel, the knee's own inertia, the other leg's swing, rocking of the trunk, what still shakes of the last step.
 * Held against force plates, no constant fitted on them: over 16 trials of one runner on slopes the whole force is off by 0.161 body weights (the inverse wave, fitted on them,
 * 0.135, the half-sine 0.266). Unasked, it takes off higher than it lands, in those trials by 7–9 mm on the level, 16–21 at −10°, −2 to 2 at +10°; their force says 9, 15–22 and 1.
 * Where it fails, as passive models do: measured impacts come at 43–47 ms with 1.44–1.53 body weights, the softer shoe's the higher (Malisoux 2021). Here they come at 14–22 ms, an eighth
 * lower than the inverse wave's or merged into the rise, with next to no effect of the shoe; and the tibia is shaken more than twice as hard as measured.
 * It is not tuned away: the difference to the inverse wave, whose impact was fitted, is what is not known.
 */
export function forwardFootfall(condition: ForwardCondition): ForwardFootfall | NoForwardFootfall {
  const { gait, mass, legLength, speed, groundContactTime, flightTime } = condition;
  if (gait === "walk") return { reason: "In walking both feet carry the body at once; forward from its start there is a model for running only." };
  if (!(flightTime > 0 && groundContactTime > 0)) return { reason: "A running step needs a contact and a flight; one of the two is not longer than nothing." };
  const { legStiffness } = sineWave(mass, groundContactTime, flightTime, speed, legLength);
  const incline = Math.atan(condition.slope);
  const firstSweep = Math.asin(Math.min(0.95, (speed * groundContactTime) / (2 * legLength))) - incline;
  const known = knownOf(condition);
  const stepsPerSample = condition.stepsPerSample ?? Math.max(fewestSteps, Math.ceil(1 / (sampleRate * longestStep(known.equations.body, known.body.length))));
  const step = 1 / (sampleRate * stepsPerSample);
  const model = findContact(known, { groundContactTime, flightTime, legLength, incline, firstStiffness: legStiffness, firstSweep, step });
  if (model === null || model.muscle.stiffness > stiffestLeg) {
    return { reason: `No leg spring makes a contact of ${Math.round(1000 * groundContactTime)} ms and a flight of ${Math.round(1000 * flightTime)} ms at ${speed.toFixed(1)} m/s.` };
  }
  return record(model, condition, stepsPerSample);
}

function knownOf({ mass, height, legLength, speed, slope, groundContactTime, footStrike, shoe, surface, trunkLeanDegrees, lordosisDegrees, flightTime }: ForwardCondition): KnownOfContact {
  const { legCompression } = sineWave(mass, groundContactTime, flightTime, speed, legLength);
  const { parts } = transmissionPath({ mass, height, legLength, groundContactTime, legCompression, trunkLeanDegrees, lordosisDegrees, arrival: null });
  const { shank, body } = onOneLeg(parts, mass);
  return {
    shank, body, equations: { shank: chainEquations(shank), body: chainEquations(body) }, underfoot: underfootOf({ mass, footStrike, shoe, surface }), mass,
    gravity: gravity * Math.cos(Math.atan(slope)), speed,
  };
}

/** Follows the found contact through the whole step and writes down what the body does. */
function record(model: ContactModel, { groundContactTime, flightTime, trunkLeanDegrees, height }: ForwardCondition, stepsPerSample: number): ForwardFootfall {
  const weight = model.mass * gravity;
  const length = Math.round((groundContactTime + flightTime) * sampleRate);
  const step = 1 / (sampleRate * stepsPerSample);
  const column = (): Float64Array => new Float64Array(length);
  const force = column();
  const tibialAccelerationG = column();
  const accelerations = model.body.map(column);
  const carried = model.body.map(column);
  const ledger = keepLedger(model, step);
  const touched = { time: 0, speed: meanSpeed(model, 0, stateAtContact(model)) };
  let left = touched;
  let index = 0;
  const end = followContact(model, {
    step, until: (length - 1) / sampleRate, earliestToeOff: groundContactTime / 2,
    witness(time, state, rates, forces, isDown) {
      if (isDown) {
        ledger.enter(time, state, rates, forces);
        left = { time, speed: meanSpeed(model, time, state) };
      }
      const sample = index / stepsPerSample;
      if (index++ % stepsPerSample !== 0 || sample >= length) return;
      force[sample] = forces.ground / weight;
      tibialAccelerationG[sample] = rates[shankAt(model) + 1]! / gravity;
      for (let place = 0; place < accelerations.length; place++) {
        // In a frame that falls freely an acceleration is what an accelerometer reads.
        accelerations[place]![sample] = rates[perPart * place + 1]! / gravity;
        carried[place]![sample] = model.equations.body.linkForce(place, state, rates) / weight;
      }
    },
  });
  const waveform = { sampleRate, verticalForceBodyWeights: force };
  const partOf = (name: (typeof partNames)[number]): number => partNames.indexOf(name);
  const aboveDisc = (levelIndex: number): number => partOf("L1") - levelIndex;
  const carriedBodyWeights: PerDisc<Float64Array> = byLevel((levelIndex) => carried[aboveDisc(levelIndex)]!);
  return {
    waveform, ...forcePeaks(waveform, groundContactTime),
    tibialAccelerationG, sacralAccelerationG: accelerations[partOf("pelvis")]!, headAccelerationG: accelerations[partOf("head")]!,
    vertebralAccelerationG: byLevel((levelIndex) => accelerations[aboveDisc(levelIndex)]!),
    carriedBodyWeights, compressionBodyWeights: byLevel((_, level) => compressionOf(level, carriedBodyWeights[level], trunkLeanDegrees, height)),
    found: { legStiffness: model.muscle.stiffness, legLengthening: model.muscle.lengthening, bodySpeed: model.fallSpeed, footSpeed: model.fallSpeed + model.footSpeed, rise: end.rise },
    groundContactTime: end.toeOff ?? Number.NaN, impulse: end.impulse, momentumGained: model.mass * (left.speed - touched.speed + model.gravity * left.time), energy: ledger.close(),
  };
}
