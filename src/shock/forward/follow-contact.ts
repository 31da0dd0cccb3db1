import { rungeKutta } from "../../numerics/index.ts";
import { perPart } from "../chain/chain-equations.ts";
import { contactRates, fallen, falling, forcesAt, stateAtContact, type ContactModel, type Forces } from "./contact-model.ts";

/** How a contact ended. */
export interface ContactEnd {
  /** When the foot left the ground [s]; null where it did not within the time given. */
  readonly toeOff: number | null;
  /** Integral of the ground's force [N s]. */
  readonly impulse: number;
  /** Integral of the leg's force along the ground [N s]: braking negative, pushing positive. */
  readonly forwardImpulse: number;
  /** Rise of the centre of mass from first touch to toe-off, along the ground's normal [m]. */
  readonly rise: number;
}

/** What is seen of every step: state, rates and forces, to be used at once, not kept. */
export type Witness = (time: number, state: Float64Array, rates: Float64Array, forces: Forces, isDown: boolean) => void;

/** How a contact is followed. */
export interface Following {
  /** [s] */
  readonly step: number;
  /** [s] */
  readonly until: number;
  /** A foot off the ground before it has bounced, not left [s]. */
  readonly earliestToeOff: number;
  /** Sees every step up to `until`; without one the motion is followed to toe-off only. */
  readonly witness?: Witness;
}

/** Follows a contact from first touch by Runge–Kutta, the foot free once it has left the ground. */
export function followContact(model: ContactModel, { step, until, earliestToeOff, witness }: Following): ContactEnd {
  const state = stateAtContact(model);
  const rates = new Float64Array(state.length);
  let isDown = true;
  let toeOff: number | null = null;
  let impulse = 0;
  let forwardImpulse = 0;
  let rise = 0;
  let height = 0;
  let force = 0;
  let forceBefore = 0;
  let push = 0;
  rungeKutta((time, now, into) => {
    contactRates(model, time, now, into, isDown);
  }, state, step, Math.ceil(until / step), (time, now) => {
    const forces = witness === undefined ? forcesAt(model, time, now, isDown) : contactRates(model, time, now, rates, isDown);
    if (isDown) {
      const heightBefore = height;
      height = fallen(model, time) + meanHeight(model, now);
      const pushNow = forces.leg.force * forces.forward;
      impulse += ((force + forces.ground) * step) / 2;
      forwardImpulse += ((push + pushNow) * step) / 2;
      if (forces.ground === 0 && time > earliestToeOff) {
        isDown = false;
        // The force's last slope tells where between two steps it met zero.
        const share = forceBefore > force ? Math.min(1, force / (forceBefore - force)) : 1;
        toeOff = time - (1 - share) * step;
        rise = heightBefore + share * (height - heightBefore);
        impulse -= ((1 - share) * force * step) / 2;
      }
      forceBefore = force;
      force = forces.ground;
      push = pushNow;
    }
    witness?.(time, now, rates, forces, isDown);
    return isDown || witness !== undefined;
  });
  return { toeOff, impulse, forwardImpulse, rise };
}

/** Height of the centre of mass in the freely falling frame [m]. */
export function meanHeight(model: ContactModel, state: Float64Array): number {
  return meanOf(model, state, 0);
}

/** Speed of the centre of mass along the ground's normal [m/s]. */
export function meanSpeed(model: ContactModel, time: number, state: Float64Array): number {
  return falling(model, time) + meanOf(model, state, 1);
}

function meanOf({ body, shank, mass }: ContactModel, state: Float64Array, offset: number): number {
  let moment = 0;
  let at = offset;
  for (const parts of [body, shank]) {
    for (const { rigidMass, wobblingMass } of parts) {
      moment += rigidMass * state[at]! + wobblingMass * state[at + 2]!;
      at += perPart;
    }
  }
  return moment / mass;
}
