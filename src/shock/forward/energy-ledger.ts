import type { ContactModel, Forces } from "./contact-model.ts";
import { fallen, falling, shankAt } from "./contact-model.ts";
import { meanHeight } from "./follow-contact.ts";

/** Energy at an instant, in the direction of the ground's normal [J]. */
export interface EnergyContent {
  readonly kineticAndBody: number;
  /** Stored under the foot and in the leg's spring. */
  readonly springs: number;
  /** Of weight, from the height at first touch. */
  readonly potential: number;
}

/** Where the energy of one contact came from and went [J]. */
export interface EnergyLedger {
  readonly start: EnergyContent;
  readonly end: EnergyContent;
  /** Put in by the leg's muscle; negative where it takes more than it gives. */
  readonly muscleWork: number;
  /** Given by the motion along the ground, which the leg brakes and then pushes. */
  readonly forwardWork: number;
  readonly losses: { readonly underfoot: number; readonly leg: number; readonly body: number };
  /** What does not add up: end − start − work + losses. */
  readonly remainder: number;
}

/** Keeps a contact's ledger step by step; losses and work by the trapezoid rule. */
export function keepLedger(model: ContactModel, step: number): { readonly enter: (time: number, state: Float64Array, rates: Float64Array, forces: Forces) => void; readonly close: () => EnergyLedger } {
  const flows = { muscleWork: 0, forwardWork: 0, underfoot: 0, leg: 0, body: 0 };
  const names = ["muscleWork", "forwardWork", "underfoot", "leg", "body"] as const;
  let before: typeof flows | undefined;
  let start: EnergyContent | undefined;
  let end: EnergyContent = { kineticAndBody: 0, springs: 0, potential: 0 };
  return {
    enter(time, state, rates, forces) {
      const powers = powersAt(model, state, rates, forces);
      if (before !== undefined) for (const name of names) flows[name] += ((before[name] + powers[name]) * step) / 2;
      before = powers;
      end = contentAt(model, time, state, forces);
      start ??= end;
    },
    close() {
      const first = start ?? end;
      const total = ({ kineticAndBody, springs, potential }: EnergyContent): number => kineticAndBody + springs + potential;
      const { muscleWork, forwardWork, underfoot, leg, body } = flows;
      return { start: first, end, muscleWork, forwardWork, losses: { underfoot, leg, body }, remainder: total(end) - total(first) - muscleWork - forwardWork + underfoot + leg + body };
    },
  };
}

function contentAt(model: ContactModel, time: number, state: Float64Array, { compression, leg }: Forces): EnergyContent {
  const { equations, underfoot, mass } = model;
  const frameSpeed = falling(model, time);
  return {
    kineticAndBody: equations.body.energy(state, frameSpeed) + equations.shank.energy(state, frameSpeed, shankAt(model)),
    springs: underfoot.storedEnergy(compression) + leg.storedEnergy,
    potential: mass * model.gravity * (fallen(model, time) + meanHeight(model, state)),
  };
}

function powersAt(model: ContactModel, state: Float64Array, rates: Float64Array, { ground, compression, compressionRate, leg, forward }: Forces): { muscleWork: number; forwardWork: number; underfoot: number; leg: number; body: number } {
  const { equations, underfoot, speed } = model;
  return {
    muscleWork: leg.musclePower,
    forwardWork: -leg.force * forward * speed,
    underfoot: (ground - underfoot.elasticForce(compression)) * compressionRate,
    leg: leg.loss,
    body: equations.body.loss(state, rates) + equations.shank.loss(state, rates, shankAt(model)),
  };
}
