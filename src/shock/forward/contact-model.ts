import { perPart, type ChainEquations } from "../chain/chain-equations.ts";
import type { Part } from "../chain/body-chain.ts";
import { legForce, type LegForce, type MuscleLaw } from "./leg-actuator.ts";
import type { UnderfootElement } from "./underfoot-element.ts";

/** One contact's constants: who lands on what, with which leg, how fast. */
export interface ContactModel {
  /** Stance foot and shank, a chain of one. */
  readonly shank: readonly Part[];
  /** The body's parts from the pelvis up. */
  readonly body: readonly Part[];
  readonly equations: { readonly shank: ChainEquations; readonly body: ChainEquations };
  readonly underfoot: UnderfootElement;
  readonly muscle: MuscleLaw;
  /** All parts together [kg]. */
  readonly mass: number;
  /** Gravity along the ground's normal [m/s²]. */
  readonly gravity: number;
  /** Speed along the ground [m/s]. */
  readonly speed: number;
  /** Where the foot touches, ahead of the hip along the ground [m]. */
  readonly touchdownReach: number;
  /** Speed at which the body comes down [m/s]. */
  readonly fallSpeed: number;
  /** Speed of the foot towards the ground beyond the body's [m/s]. */
  readonly footSpeed: number;
}

/** Where foot and shank's state begins: after the body's parts from the pelvis up. */
export const shankAt = (model: ContactModel): number => model.body.length * perPart;

/** State as the foot touches: the body falls as one, unstrained; the foot is faster. */
export function stateAtContact(model: ContactModel): Float64Array {
  const state = new Float64Array((model.body.length + model.shank.length) * perPart);
  const at = shankAt(model);
  state[at + 1] = -model.footSpeed;
  state[at + 3] = -model.footSpeed;
  return state;
}

/** What acts at an instant. */
export interface Forces {
  /** Of the ground on the foot [N]. */
  readonly ground: number;
  /** Compression of all under the foot [m] and its rate [m/s]. */
  readonly compression: number;
  readonly compressionRate: number;
  readonly leg: LegForce;
  /** Cosine of the leg to the ground's normal, and the sine, positive once the hip has passed the foot [1]. */
  readonly upright: number;
  readonly forward: number;
}

/** Height and speed of a frame that falls freely from the instant of contact. */
export const fallen = ({ fallSpeed, gravity: pull }: ContactModel, time: number): number => -fallSpeed * time - (pull * time * time) / 2;
export const falling = ({ fallSpeed, gravity: pull }: ContactModel, time: number): number => -fallSpeed - pull * time;

/** Forces at a state; none from the ground once the foot has left it. */
export function forcesAt(model: ContactModel, time: number, state: Float64Array, isDown: boolean): Forces {
  const at = shankAt(model);
  const compression = -(state[at]! + fallen(model, time));
  const compressionRate = -(state[at + 1]! + falling(model, time));
  const { muscle, speed, touchdownReach } = model;
  const reach = speed * time - touchdownReach;
  const height = Math.sqrt(muscle.lengthAtContact * muscle.lengthAtContact - touchdownReach * touchdownReach) + state[0]! - state[at]!;
  const length = Math.sqrt(reach * reach + height * height);
  const rate = (height * (state[1]! - state[at + 1]!) + reach * speed) / length;
  return {
    ground: isDown ? model.underfoot.force(compression, compressionRate) : 0,
    compression, compressionRate, leg: legForce(muscle, length, rate, time), upright: height / length, forward: reach / length,
  };
}

/** Rates of the state: the chain's own equations above and below the leg, in the freely falling frame. */
export function contactRates(model: ContactModel, time: number, state: Float64Array, rates: Float64Array, isDown: boolean): Forces {
  const forces = forcesAt(model, time, state, isDown);
  const hip = forces.leg.force * forces.upright;
  model.equations.body.rates(hip, state, rates);
  model.equations.shank.rates(forces.ground - hip, state, rates, shankAt(model));
  return forces;
}
