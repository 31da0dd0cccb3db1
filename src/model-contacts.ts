import { detectContacts, type DetectedContact } from "./footfalls/index.ts";
import { gravity } from "./literature/index.ts";
import { ConditionError, simulateFootfall } from "./simulate.ts";

/** The model's force through one measured contact, and how far it is from the measured one. */
export interface ContactModel {
  /** Modelled vertical force [body weights], one per sample of the record from initial contact to toe-off. */
  readonly verticalForceBodyWeights: Float64Array;
  /** Share of the measured force's variance in the contact that the model tells [1]. */
  readonly rSquared: number;
  /** Modelled minus measured peak [body weights]. */
  readonly peakErrorBodyWeights: number;
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

/** Initial contact to the other foot's [s]: to the next contact of the record, or half of it where the record holds one foot only. */
function stepTimeAt(contacts: readonly DetectedContact[], index: number): number | null {
  const [first, second] = [contacts[index] ?? null, contacts[index + 1] ?? null];
  if (first === null) return null;
  if (second === null) return index > 0 ? stepTimeAt(contacts, index - 1) : null;
  const period = second.initialContact - first.initialContact;
  // A running foot is down for less than half of its stride and, above slow jogging, for more than half of a step.
  return first.toeOff - first.initialContact < 0.46 * period ? period / 2 : period;
}

function modelContact(contact: DetectedContact, stepTime: number | null, sampleRate: number, mass: number, speed: number | undefined): ContactModel | null {
  const groundContactTime = contact.toeOff - contact.initialContact;
  if (stepTime === null || stepTime > 1) return null;
  try {
    const { waveform } = simulateFootfall({ groundContactTime, flightTime: stepTime - groundContactTime, mass, speed });
    const modelled = Float64Array.from(contact.force, (_, index) => {
      const time = (contact.firstSample + index) / sampleRate - contact.initialContact;
      return forceAt(waveform.verticalForceBodyWeights, time * waveform.sampleRate);
    });
    return compare(modelled, contact.force.map((value) => value / (mass * gravity)));
  } catch (error) {
    if (error instanceof ConditionError) return null;
    throw error;
  }
}

function compare(modelled: Float64Array, measured: Float64Array): ContactModel {
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  let residual = 0;
  let total = 0;
  for (let index = 0; index < measured.length; index++) {
    residual += (measured[index]! - modelled[index]!) ** 2;
    total += (measured[index]! - mean) ** 2;
  }
  return { verticalForceBodyWeights: modelled, rSquared: 1 - residual / total, peakErrorBodyWeights: Math.max(...modelled) - Math.max(...measured) };
}

function forceAt(samples: Float64Array, place: number): number {
  const left = Math.floor(place);
  const [from, to] = [samples[left] ?? 0, samples[left + 1] ?? 0];
  return from + (place - left) * (to - from);
}
