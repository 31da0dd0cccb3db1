import { discLevels, type Quantity } from "../../domain/index.ts";
import type { FootfallMotion } from "./footfall-motion.ts";
import { bandWords, numberWords, thinSpace } from "./number-words.ts";

/** One thing that happens in a footfall. */
export interface FootfallEvent {
  /** [s] after initial contact. */
  readonly time: number;
  readonly what: string;
}

/** What the body does at a time. */
export function phaseWords({ groundContactTime, verticalForce, sampleRate }: FootfallMotion, time: number): string {
  const lowest = largestAt(verticalForce) / sampleRate;
  if (time >= groundContactTime) return "in the air";
  if (time < 0.012) return "initial contact";
  if (time < lowest - 0.02) return "landing";
  return time <= lowest + 0.02 ? "mid-stance" : "push-off";
}

/** What happens when, in order of time, each with its largest value and band. */
export function footfallEvents(motion: FootfallMotion): readonly FootfallEvent[] {
  const { peaks, sampleRate } = motion;
  const at = (signal: Float64Array): number => largestAt(signal) / sampleRate;
  const events: (FootfallEvent | null)[] = [
    { time: 0, what: "The foot touches the ground; the body has been falling and weighs nothing." },
    motion.tibialAccelerationG && peaks.tibialAcceleration && { time: at(motion.tibialAccelerationG), what: `The shin is shaken most: ${withBand(peaks.tibialAcceleration)}${thinSpace}g.${forwardWords(peaks.tibialAcceleration, peaks.tibialAccelerationForward)}` },
    peaks.sacralAcceleration && { time: at(motion.sacralAccelerationG), what: `The sacrum is shaken most: ${withBand(peaks.sacralAcceleration)}${thinSpace}g.` },
    peaks.headAcceleration && { time: at(motion.headAccelerationG), what: `The head is shaken most: ${withBand(peaks.headAcceleration)}${thinSpace}g.` },
    { time: at(motion.verticalForce), what: `The ground pushes most, ${withBand(peaks.verticalForce)} times body weight.` },
    { time: at(motion.compression["L5-S1"]), what: `The discs carry most: ${discLevels.map((level) => `${level.replace("-", "–")} ${withBand(peaks.compression[level])}`).join(", ")} times body weight.` },
    { time: motion.groundContactTime, what: "The foot leaves the ground." },
    { time: motion.stepTime, what: "The other foot touches the ground, and it begins anew." },
  ];
  return events.filter((event) => event !== null).toSorted((one, other) => one.time - other.time);
}

/** The two ways that the model works a footfall out part at the shin: said beside the number, where one makes the other's band. */
function forwardWords({ low, high }: Quantity, forward: number | null): string {
  if (forward !== low && forward !== high) return "";
  return ` Its band ends ${forward === high ? "above" : "below"} at what the same footfall gives worked out the other way round, from how the foot comes down.`;
}

/** The same as sentences. */
export function footfallText(motion: FootfallMotion): string {
  return footfallEvents(motion).map(({ time, what }) => `${numberWords(1000 * time)}${thinSpace}ms: ${what}`).join(" ");
}

function largestAt(signal: Float64Array): number {
  return signal.reduce((best, value, index) => (value > (signal[best] ?? -Infinity) ? index : best), 0);
}

function withBand({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): string {
  return `${numberWords(value, 1)} (${bandWords(low, high, 1)})`;
}
