import { median, quantile } from "../numerics/index.ts";

/** One foot's contact in a record of vertical force. */
export interface DetectedContact {
  /** Initial contact and toe-off [s from the record's start]. */
  readonly initialContact: number;
  readonly toeOff: number;
  /** Largest force in the contact [N]. */
  readonly peakForce: number;
  /** Integral of force over the contact [N s]. */
  readonly impulse: number;
  /** Force at which the contact was taken to begin and end [N]. */
  readonly threshold: number;
  /** First sample of the contact in the record. */
  readonly firstSample: number;
  /** Force above the baseline [N], one per sample of the contact. */
  readonly force: Float64Array;
}

const shortestContact = 0.06;
const longestContact = 1.2;
const shortestFlight = 0.02;

/**
 * Complete contacts in a vertical force record [N], as running treadmills give it.
 *
 * The baseline is taken from the middle of each flight, so that drift is followed; the threshold is 10 % of body weight, or three times the noise seen in
 * flight where that is more: public records are low-passed or cut below 100 N, and at 5 % their smoothing lengthens a contact by up to 10 ms. Edges are interpolated between samples. A contact cut off by the record's start or end is left out.
 */
export function detectContacts(force: Float64Array, sampleRate: number, bodyWeight: number): DetectedContact[] {
  const rough = contactsAbove(force, 0.2 * bodyWeight + quantile(force, 0.05), sampleRate);
  const baseline = flightBaseline(force, rough, sampleRate);
  const level = baseline ? force.map((value, index) => value - baseline.at(index)) : force;
  const threshold = Math.max(0.1 * bodyWeight, 3 * (baseline?.noise ?? 0));
  return contactsAbove(level, threshold, sampleRate).map(({ first, last }) => measureContact(level, first, last, threshold, sampleRate));
}

/** Whether a contact at the record's edge begins or ends in a fall from over half of its peak: the record was padded with zeros there, and its timing is not the foot's. */
export function isPadded({ force, peakForce }: DetectedContact): boolean {
  return force[0]! >= peakForce / 2 || force[force.length - 1]! >= peakForce / 2;
}

interface Span {
  /** First and last sample above the threshold. */
  readonly first: number;
  readonly last: number;
}

/** Complete spans above a threshold, gaps shorter than a flight closed, spans too short or long for a contact dropped. */
function contactsAbove(force: Float64Array, threshold: number, sampleRate: number): Span[] {
  const spans: { first: number; last: number }[] = [];
  let first = -1;
  for (let index = 0; index < force.length; index++) {
    const isAbove = force[index]! > threshold;
    if (isAbove && first < 0) first = index;
    if (!isAbove && first >= 0) {
      const previous = spans[spans.length - 1];
      if (previous && first - previous.last < shortestFlight * sampleRate) previous.last = index - 1;
      else spans.push({ first, last: index - 1 });
      first = -1;
    }
  }
  // A span still open belongs to the one before it where the gap between them is no flight: then that one is cut off too.
  const lastSpan = spans[spans.length - 1];
  if (first >= 0 && lastSpan && first - lastSpan.last < shortestFlight * sampleRate) spans.pop();
  return spans.filter(({ first: start, last }) => {
    const duration = (last - start + 1) / sampleRate;
    return start > 0 && duration >= shortestContact && duration <= longestContact;
  });
}

/** Force in flight along the record: a line between the medians of the flights' middles, and the noise about it. */
function flightBaseline(force: Float64Array, contacts: readonly Span[], sampleRate: number): { at(index: number): number; noise: number } | null {
  const knots: { index: number; level: number }[] = [];
  const deviations: number[] = [];
  for (let pair = 0; pair + 1 < contacts.length; pair++) {
    const start = contacts[pair]!.last;
    const end = contacts[pair + 1]!.first;
    const length = end - start;
    if (length < 3 || length > sampleRate) continue;
    const middle = force.subarray(start + Math.ceil(length * 0.3), end - Math.floor(length * 0.3));
    if (middle.length === 0) continue;
    const level = median(middle);
    knots.push({ index: (start + end) / 2, level });
    for (const value of middle) deviations.push(Math.abs(value - level));
  }
  if (knots.length === 0) return null;
  const smooth = knots.map((knot, place) => ({ index: knot.index, level: median(knots.slice(Math.max(0, place - 2), place + 3).map((near) => near.level)) }));
  let place = 0;
  return {
    noise: 1.4826 * median(deviations),
    at(index) {
      while (place + 2 < smooth.length && smooth[place + 1]!.index < index) place++;
      while (place > 0 && smooth[place]!.index > index) place--;
      const left = smooth[place]!;
      const right = smooth[Math.min(place + 1, smooth.length - 1)]!;
      if (index <= left.index || right.index === left.index) return left.level;
      if (index >= right.index) return right.level;
      return left.level + ((index - left.index) / (right.index - left.index)) * (right.level - left.level);
    },
  };
}

function measureContact(force: Float64Array, first: number, last: number, threshold: number, sampleRate: number): DetectedContact {
  const crossing = (inside: number, outside: number): number => {
    const share = (force[inside]! - threshold) / (force[inside]! - force[outside]!);
    return (inside + Math.min(1, share) * (outside - inside)) / sampleRate;
  };
  let peakForce = -Infinity;
  let impulse = 0;
  for (let index = first; index <= last; index++) {
    peakForce = Math.max(peakForce, force[index]!);
    impulse += force[index]! / sampleRate;
  }
  return { initialContact: crossing(first, first - 1), toeOff: crossing(last, last + 1), peakForce, impulse, threshold, firstSample: first, force: force.subarray(first, last + 1) };
}
