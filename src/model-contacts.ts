import type { ForceWaveform } from "./domain/index.ts";
import { detectContacts, type DetectedContact } from "./footfalls/index.ts";
import { gravity } from "./literature/index.ts";
import { ConditionError, simulateFootfall } from "./simulate.ts";

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
  /** The same for a plain half-sine of the same impulse, to hold the model against. */
  readonly halfSine: ForceFit;
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

/** Complete contacts in a vertical force record [N] and, from nothing but their timing, what the model says of each. */
export function modelContacts(force: Float64Array, sampleRate: number, mass: number, speed?: number): readonly ModelledContact[] {
  const contacts = detectContacts(force, sampleRate, mass * gravity);
  return contacts.map((contact, index) => {
    const { initialContact, toeOff, peakForce, impulse } = contact;
    return { initialContact, toeOff, peakBodyWeights: peakForce / (mass * gravity), impulse, model: modelContact(contact, stepTimeAt(contacts, index), sampleRate, mass, speed) };
  });
}

/**
 * Contact and flight of one step [s]: the flight is the mean of those before and after, because the impulse of a contact carries half of each.
 * Where the record holds one foot only, the other foot's contact is taken to lie midway.
 */
function stepTimeAt(contacts: readonly DetectedContact[], index: number): number | null {
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

function modelContact(contact: DetectedContact, stepTime: number | null, sampleRate: number, mass: number, speed: number | undefined): ContactModel | null {
  const seen = contact.toeOff - contact.initialContact;
  if (stepTime === null || stepTime > 1) return null;
  try {
    const { force, start } = forceSeenFor(seen, contact.threshold / (mass * gravity), stepTime, mass, speed);
    const measured = contact.force.map((value) => value / (mass * gravity));
    const times = measured.map((_, index) => (contact.firstSample + index) / sampleRate - contact.initialContact);
    const modelled = times.map((time) => forceAt(force, start + time));
    const halfSine = times.map((time) => (Math.PI / 2) * (stepTime / seen) * Math.sin((Math.PI * time) / seen));
    return { verticalForceBodyWeights: modelled, ...compare(modelled, measured), halfSine: compare(halfSine, measured) };
  } catch (error) {
    if (error instanceof ConditionError) return null;
    throw error;
  }
}

const rounds = 3;

/** The footfall that stays above the threshold [body weights] for as long as the contact was seen [s], and when it crosses it first [s]: a plate sees neither foot of the wave. */
function forceSeenFor(seen: number, threshold: number, stepTime: number, mass: number, speed: number | undefined): { readonly force: ForceWaveform; readonly start: number } {
  let groundContactTime = seen;
  for (let round = 0; ; round++) {
    const { waveform } = simulateFootfall({ groundContactTime, flightTime: stepTime - groundContactTime, mass, speed });
    const start = waveform.verticalForceBodyWeights.findIndex((force) => force > threshold) / waveform.sampleRate;
    const end = waveform.verticalForceBodyWeights.findLastIndex((force) => force > threshold) / waveform.sampleRate;
    if (round === rounds) return { force: waveform, start };
    groundContactTime += seen - (end - start);
  }
}

function compare(modelled: Float64Array, measured: Float64Array): ForceFit {
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  let residual = 0;
  let total = 0;
  for (let index = 0; index < measured.length; index++) {
    residual += (measured[index]! - modelled[index]!) ** 2;
    total += (measured[index]! - mean) ** 2;
  }
  return { rSquared: 1 - residual / total, peakErrorBodyWeights: Math.max(...modelled) - Math.max(...measured) };
}

function forceAt({ sampleRate, verticalForceBodyWeights }: ForceWaveform, time: number): number {
  const place = time * sampleRate;
  const left = Math.floor(place);
  const [from, to] = [verticalForceBodyWeights[left] ?? 0, verticalForceBodyWeights[left + 1] ?? 0];
  return from + (place - left) * (to - from);
}
