import { completeBody } from "./complete-body.ts";
import { footStrikes, type FootStrike } from "./domain/index.ts";
import { detectContacts, isPadded, type DetectedContact } from "./footfalls/index.ts";
import { gravity } from "./literature/index.ts";
import { forceModelFor, forceModels, stiffnessRatio, usualUnderfoot, type ForceModel } from "./shock/index.ts";

/** How far a modelled force is from a measured one. */
export interface ForceFit {
  /** Share of the measured force's variance in the contact that the model tells [1]. */
  readonly rSquared: number;
  /** Modelled minus measured peak [body weights]. */
  readonly peakErrorBodyWeights: number;
}

/** The model's force through one measured contact, and how far it is from the measured one. */
export interface ContactModel extends ForceFit {
  /** Modelled vertical force [body weights], one per sample of the record from initial contact to toe-off. */
  readonly verticalForceBodyWeights: Float64Array;
  /** The same for a plain half-sine of the same impulse and for the published two-mass model, to hold the model against. */
  readonly halfSine: ForceFit;
  readonly twoMass: ForceFit;
}

/** One foot's contact in a force record. */
export interface ModelledContact {
  /** [s from the record's start] */
  readonly initialContact: number;
  /** [s from the record's start] */
  readonly toeOff: number;
  /** Largest force in the contact [body weights]. */
  readonly peakBodyWeights: number;
  /** Integral of force over the contact [N s]. */
  readonly impulse: number;
  /** Null where the contact's timing is no running footfall's. */
  readonly model: ContactModel | null;
}

/** Shares of the footfalls [1] by the part of the foot that touches first; they add up to 1. */
export type StrikeShares = Readonly<Partial<Record<FootStrike, number>>>;

/** What was told of the run beside its force; all of it may be absent. */
export interface RunTold {
  /** [m/s] */
  readonly speed?: number | undefined;
  /** [m] */
  readonly height?: number | undefined;
  /** Rise over run [1]. */
  readonly slope?: number | undefined;
  readonly strikes?: StrikeShares | undefined;
}

/** Complete contacts in a vertical force record [N] and, from their timing and what was told of the run, what the model says of each. */
export function modelContacts(force: Float64Array, sampleRate: number, mass: number, told: RunTold = {}): readonly ModelledContact[] {
  const weight = mass * gravity;
  const contacts = detectContacts(force, sampleRate, weight);
  return contacts.map((contact, index) => {
    const { initialContact, toeOff, peakForce, impulse } = contact;
    const forces = forcesThrough(contact, stepTimeAt(contacts, index), mass, told);
    return { initialContact, toeOff, peakBodyWeights: peakForce / weight, impulse, model: forces && fitsOf(contact, forces, sampleRate, weight) };
  });
}

/**
 * Contact and flight of one step [s]: the flight is the mean of those before and after, because the impulse of a contact carries half of each.
 * Where the record holds one foot only, the other foot's contact is taken to lie midway.
 */
export function stepTimeAt(contacts: readonly DetectedContact[], index: number): number | null {
  const contact = contacts[index];
  if (!contact) return null;
  const before = index > 0 ? contacts[index - 1] : undefined;
  const after = contacts[index + 1];
  const flights = [before && contact.initialContact - before.toeOff, after && after.initialContact - contact.toeOff].filter((flight) => flight !== undefined);
  if (flights.length === 0) return null;
  const groundContactTime = contact.toeOff - contact.initialContact;
  const stepTime = groundContactTime + flights.reduce((sum, flight) => sum + flight, 0) / flights.length;
  // A running foot is down for less than half of its stride and, above slow jogging, for more than half of a step.
  return groundContactTime < 0.46 * stepTime ? stepTime / 2 : stepTime;
}

/** Force [body weights] by time after initial contact [s]. */
export type ForceAt = (time: number) => number;

/** The model's force through one contact, and two plain ones to hold it against. */
export interface ForcesThrough {
  readonly model: ForceAt;
  readonly halfSine: ForceAt;
  readonly twoMass: ForceAt;
}

/** Forces through one contact from its timing; null where that is no running footfall's. */
export function forcesThrough(contact: DetectedContact, stepTime: number | null, mass: number, told: RunTold): ForcesThrough | null {
  const seen = contact.toeOff - contact.initialContact;
  if (stepTime === null || stepTime > 1 || seen >= stepTime || isPadded(contact)) return null;
  const { speed = usualSpeed, height, slope = 0, strikes = { unknown: 1 } } = told;
  const { legLength } = completeBody({ mass, height: height ?? null, sex: null, birthYear: null });
  const waveOf = (model: ForceModel, footStrike: FootStrike) => (groundContactTime: number): ForceAt =>
    model.wave({ mass, legLength, speed, slope, groundContactTime, stepTime, footStrike, stiffnessRatio: stiffnessRatio(usualUnderfoot) }).forceAt;
  const plain = (id: string): ForceAt => {
    const model = forceModels.find((candidate) => candidate.id === id);
    return model ? waveOf(model, "unknown")(seen) : () => Number.NaN;
  };
  const shown = forceModelFor("run");
  const parts = footStrikes.flatMap((footStrike) => {
    const share = strikes[footStrike] ?? 0;
    if (share === 0) return [];
    // The strikes' shapes were fitted on contacts as seen here; the peak ratio of an unknown strike is of the whole contact, of which a plate sees neither foot.
    const forceAt = footStrike === "unknown" ? forceSeenFor(seen, stepTime, contact.threshold / (mass * gravity), waveOf(shown, footStrike)) : waveOf(shown, footStrike)(seen);
    return [{ share, forceAt }];
  });
  const model: ForceAt = (time) => (time < 0 || time > seen ? 0 : parts.reduce((sum, { share, forceAt }) => sum + share * forceAt(time), 0));
  return { model, halfSine: plain("half-sine"), twoMass: plain("two-mass") };
}

/** Speed taken where none was told [m/s]. */
const usualSpeed = 3;

function fitsOf(contact: DetectedContact, forces: ForcesThrough, sampleRate: number, weight: number): ContactModel {
  const measured = contact.force.map((value) => value / weight);
  const times = measured.map((_, index) => (contact.firstSample + index) / sampleRate - contact.initialContact);
  const verticalForceBodyWeights = times.map(forces.model);
  const fit = (forceAt: ForceAt): ForceFit => compareForce(times.map(forceAt), measured);
  return { verticalForceBodyWeights, ...fit(forces.model), halfSine: fit(forces.halfSine), twoMass: fit(forces.twoMass) };
}

const rounds = 3;
const crossingStep = 0.0005;

/** The wave that stays above the threshold [body weights] for as long as the contact was seen [s], from where it crosses it. */
function forceSeenFor(seen: number, stepTime: number, threshold: number, waveOf: (groundContactTime: number) => ForceAt): ForceAt {
  let groundContactTime = seen;
  for (let round = 0; ; round++) {
    const wave = waveOf(groundContactTime);
    let start = 0;
    let end = groundContactTime;
    while (start < groundContactTime && wave(start) <= threshold) start += crossingStep;
    while (end > start && wave(end) <= threshold) end -= crossingStep;
    const from = start;
    if (round === rounds) return (time) => wave(from + time);
    groundContactTime = Math.min(0.99 * stepTime, groundContactTime + seen - (end - start));
  }
}

/** How far a modelled force is from a measured one, sample by sample. */
export function compareForce(modelled: Float64Array, measured: Float64Array): ForceFit {
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  let residual = 0;
  let total = 0;
  for (let index = 0; index < measured.length; index++) {
    residual += (measured[index]! - modelled[index]!) ** 2;
    total += (measured[index]! - mean) ** 2;
  }
  return { rSquared: 1 - residual / total, peakErrorBodyWeights: Math.max(...modelled) - Math.max(...measured) };
}
