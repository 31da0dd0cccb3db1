import type { Sport } from "../../domain/index.ts";
import { median, quantile } from "../../numerics/index.ts";
import { kept } from "./kept.ts";

/** What a file says of the sport: one that Footfall analyses, another by its name, or nothing that tells. */
export type NamedSport = { readonly kind: "taken"; readonly sport: Sport } | { readonly kind: "other"; readonly name: string } | { readonly kind: "unnamed" };

/** A judgement of an unnamed sport, with its reason in words. */
export interface JudgedSport {
  /** Null where it is no run, or nothing tells. */
  readonly sport: Sport | null;
  readonly reason: string;
}

/** What an unnamed sport is judged from. */
export interface Movement {
  readonly speed: Float64Array | undefined;
  readonly stepRate: Float64Array | undefined;
  readonly hasPositions: boolean;
}

/** Reads a sport from the words people and services write (GPX type, TCX Sport, Strava's numbers). */
export function namedSport(words: string | null): NamedSport {
  const text = (words ?? "").trim().toLowerCase();
  if (runningWords.test(text) && !notOnFootWords.test(text)) return { kind: "taken", sport: "running" };
  if (walkingWords.test(text) && !notOnFootWords.test(text)) return { kind: "taken", sport: "walking" };
  if (otherWords.test(text)) return { kind: "other", name: text.replaceAll("_", " ") };
  return { kind: "unnamed" };
}

/** Judges a sport from how fast and with what step rate its runner moved. */
export function judgeSport(movement: Movement): JudgedSport {
  const speeds = kept(movement.speed, (speed) => speed > slowestMove);
  const rates = kept(movement.stepRate, (rate) => rate >= 0);
  const steps = kept(rates, (rate) => rate > 0.5);
  const stepRate = median(steps);
  if (speeds.length < fewestSamples) return { sport: null, reason: speeds.length === 0 ? "there is no speed to judge it by" : `it moves in only ${speeds.length} samples` };
  const speed = median(speeds);
  const fast = quantile(speeds, 0.95);
  const told = `${speed.toFixed(1)} m/s${Number.isNaN(stepRate) ? "" : ` and ${Math.round(stepRate * 60)} steps/min`}`;
  if (fast > fastestRun) return { sport: null, reason: `it moves at ${told}, up to ${fast.toFixed(1)} m/s: faster than a run` };
  // A paddler's or rider's wrist counts a step now and then.
  if (rates.length > 0 && 2 * steps.length < rates.length) return { sport: null, reason: `it moves at ${told}, but steps less than half of the time` };
  // Swimming and rowing are as slow as walking; a place or a step must show that it went over ground.
  if (Number.isNaN(stepRate) && !movement.hasPositions) return { sport: null, reason: `it moves at ${told}, but neither steps nor positions show that it was on foot` };
  const isRun = Number.isNaN(stepRate) ? speed > walkToRun : stepRate > walkingStepRate && speed > slowestRun;
  return { sport: isRun ? "running" : "walking", reason: `it moves at ${told}` };
}

/** Slower is standing [m/s]. */
const slowestMove = 0.4;
const fewestSamples = 5;
/** The fastest twentieth of a run stays below this speed, that of a ride does not [m/s]. */
const fastestRun = 7.5;
/** People change from walking to running near this speed [m/s]. */
const walkToRun = 2.0;
/** Walkers step more slowly, runners faster [Hz]. */
const walkingStepRate = 2.3;
const slowestRun = 1.2;

const runningWords = /^9$|\brun|run\b|runn|jog|treadmill|lauf|laufen|course à pied|corsa|carrera|hardlopen|löpning/;
const notOnFootWords = /wheelchair|ski|truck/;
const walkingWords = /^(4|10)$|walk|hik|stroll|wander|spazier|gehen|marche|randonn|camina|wandel|trekking|\bfoot\b/;
const otherWords = new RegExp(
  [
    /^(1|2|3|5|6|7|8|11|12|52)$/, /cycl|bik|ride|rad|velo|vélo|motor|driv/, /swim|schwimm|row|paddl|kayak|canoe|surf|sail/, /ski|snow|skat/,
    /golf|tennis|ball|soccer|box|horse|fly/, /yoga|strength|training|workout|fitness|elliptical|climb|wheelchair|transition/,
  ].map((words) => words.source).join("|"),
);
