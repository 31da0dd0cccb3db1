import { legEnergyReturn } from "../../literature/index.ts";
import { findRoot } from "../../numerics/index.ts";
import type { ContactModel } from "./contact-model.ts";
import type { Part } from "../chain/body-chain.ts";
import { chainEquations } from "../chain/chain-equations.ts";
import { followContact } from "./follow-contact.ts";

/** Everything of a contact model that is known before the search. */
export type KnownOfContact = Omit<ContactModel, "muscle" | "fallSpeed" | "touchdownReach" | "footSpeed">;

/** What the muscle law is to bring about, and where its search begins. */
export interface WantedContact {
  readonly groundContactTime: number;
  readonly flightTime: number;
  readonly legLength: number;
  /** Of the ground [rad], uphill positive. */
  readonly incline: number;
  /** [N/m] */
  readonly firstStiffness: number;
  /** Angle of the leg at first touch [rad]. */
  readonly firstSweep: number;
  /** [s] */
  readonly step: number;
}

/**
 * The muscle law and the start with which the contact lasts as long as it did, carries the weight over the step, and hands the body on as it took it.
 *
 * Unknown: leg stiffness k, lengthening S, speed V at which the centre of mass comes down, reach of the foot ahead of the hip. Wanted: toe-off at the contact time;
 * impulse = weight × step time; a step that repeats itself in height, V·tf − g·tf²/2 = rise over the contact, because the flight gives back just that height; and along
 * the ground, braking = pushing (on a slope, what gravity takes). V is so the speed that the flight time tells, g·tf/2, and what landing lower than taking off adds.
 * Looked for first with the chain lumped into one part, which bears longer steps, then from there with the whole chain. Null where nothing such is found.
 */
export function findContact(known: KnownOfContact, wanted: WantedContact): ContactModel | null {
  const lumped = [lumpedPart(known.body)];
  const coarse = { ...known, body: lumped, equations: { ...known.equations, body: chainEquations(lumped) } };
  for (const start of startsOf(known, wanted)) {
    const near = findRoot((unknowns) => residualsOf(coarse, wanted, unknowns, coarseStep), start, search);
    if (!near.isFound) continue;
    const { unknowns, isFound } = findRoot((now) => residualsOf(known, wanted, now, wanted.step), near.unknowns, { ...search, slopes: near.slopes });
    if (isFound) return contactWith(known, wanted, unknowns);
  }
  return null;
}

/** Where to begin, no more: the leg alone is stiffer than with what is under the foot; muscle makes good what a level step loses, and part of the height that a slope asks for. */
function startsOf({ gravity, speed }: KnownOfContact, { groundContactTime, flightTime, legLength, incline, firstStiffness, firstSweep }: WantedContact): readonly (readonly number[])[] {
  const lengthening = 0.2 * groundContactTime + 0.6 * speed * (groundContactTime + flightTime) * Math.tan(incline);
  return [1.25, 1.8, 1].map((stiffer) => [Math.log(stiffer * firstStiffness), lengthening, (gravity * flightTime) / 2, legLength * Math.sin(firstSweep)]);
}

const search = { tolerance: 1e-4, mostEvaluations: 40, probes: [0.02, 0.002, 0.01, 0.004], longestSteps: [0.4, 0.04, 0.3, 0.06] } as const;
/** Height that an error of the centre of mass's rise is told over [m]. */
const riseScale = 0.1;
/** For a body without discs [s]. */
const coarseStep = 4e-4;

function residualsOf(known: KnownOfContact, wanted: WantedContact, unknowns: readonly number[], step: number): readonly number[] {
  const { groundContactTime, flightTime, incline } = wanted;
  const until = 2 * groundContactTime;
  const stepImpulse = known.mass * known.gravity * (groundContactTime + flightTime);
  const { toeOff, impulse, forwardImpulse, rise } = followContact(contactWith(known, wanted, unknowns), { step, until, earliestToeOff: groundContactTime / 2 });
  const speed = unknowns[2] ?? 0;
  return [
    (toeOff ?? until) / groundContactTime - 1, impulse / stepImpulse - 1, (speed * flightTime - (known.gravity * flightTime ** 2) / 2 - rise) / riseScale,
    forwardImpulse / stepImpulse - Math.tan(incline),
  ];
}

/** All bones as one mass and all that wobbles as another. */
function lumpedPart(parts: readonly Part[]): Part {
  const sum = (pick: (part: Part) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  return {
    rigidMass: sum((part) => part.rigidMass), wobblingMass: sum((part) => part.wobblingMass), linkBelow: null,
    mounting: { stiffness: sum(({ mounting }) => mounting.stiffness), damping: sum(({ mounting }) => mounting.damping) },
  };
}

/** A contact by its unknowns; the body falls slower than the whole by what its foot falls faster. */
function contactWith(known: KnownOfContact, { legLength, groundContactTime }: WantedContact, [logStiffness = 0, lengthening = 0, speed = 0, reach = 0]: readonly number[]): ContactModel {
  const stiffness = Math.exp(logStiffness);
  const shankMass = known.shank.reduce((sum, { rigidMass, wobblingMass }) => sum + rigidMass + wobblingMass, 0);
  const damping = 2 * dampingRatioFor(legEnergyReturn.value) * Math.sqrt(stiffness * known.mass);
  const touchdownReach = Math.max(-0.95 * legLength, Math.min(0.95 * legLength, reach));
  const footSpeed = (known.speed * touchdownReach) / Math.sqrt(legLength ** 2 - touchdownReach ** 2);
  return { ...known, touchdownReach, footSpeed, fallSpeed: speed - (shankMass / known.mass) * footSpeed, muscle: { stiffness, damping, lengthAtContact: legLength, lengthening, duration: groundContactTime } };
}

/** Damping ratio of a spring that gives back a share of its energy in one bounce [1]: e² = exp(−2πζ/√(1 − ζ²)). */
export function dampingRatioFor(energyReturn: number): number {
  const decrement = -Math.log(energyReturn) / (2 * Math.PI);
  return decrement / Math.hypot(1, decrement);
}
