import { lags, type LagId } from "./day-rows.ts";
import type { FactorAnswer } from "./factor-question.ts";
import type { RunningAnswer } from "./running-question.ts";
import { leastNoticedPainChange } from "../literature/index.ts";
import type { EffectRange } from "./decision-range.ts";
import { doseLawRival, type Verdict } from "./verdict.ts";

/** How a factor is told: its name, and one value of it against another. */
export interface FactorWords {
  readonly name: string;
  /** For example "with distance 14 km rather than 8 km". */
  readonly rather: (to: number, from: number) => string;
  /** Where it goes round, how its highest place is told: "highest around day 2 of your cycle", and what it is higher than. */
  readonly highest?: (to: number, from: number) => readonly [at: string, than: string];
  readonly experiment: string | null;
}

/** What every verdict is said with: no method sees these. */
export const unseenWords =
  "No analysis of a diary can see a cause that it was never told, nor entries that were left out because of what they would have said.";

/** What a range is where an interval would be, and what would make it one. */
export const decisionRangeWords =
  "No estimate, only ends between which it lies: nobody looked at your back between the evening before and the run, and pain in between may have decided whether you ran. Whatever its hour, the ends hold the truth at least 95 times in 100.";

const lagWords = (id: LagId): string => lags.find((lag) => lag.id === id)?.words ?? id;
const points = (value: number): string => Math.abs(value).toFixed(1);
/** A bound that rounds to nothing leaves only what is lower, and that too by less than matters; a bound is never rounded down. */
const atMost = (bound: number): string => (bound < 0.05 ? "no higher, and lower by less than people notice, if at all" : `at most ${roundedUp(bound).toFixed(1)} points of 10 higher, if at all`);
const noticed = `people notice a change from about ${leastNoticedPainChange.value} point`;
const roundedUp = (bound: number): number => Math.ceil(10 * bound - 1e-9) / 10;
const whole = (value: number): string => (value > 2000 ? "more than 2000" : `about ${value < 20 ? value : Math.round(value / 5) * 5}`);

/** "Does pain go with running?", answered in a sentence or two. */
export function runningWords({ verdict, effects }: RunningAnswer): string {
  if (verdict.kind === "linked") {
    const found = effects.find(({ lag }) => lag === verdict.lag);
    if (found === undefined) return "";
    return `${capital(lagWords(verdict.lag))} your pain was ${found.range === null ? difference(found.effect) : between(found.range)} than at the same hours of days without one.`;
  }
  if (verdict.kind === "not-linked") return `Pain is no likelier after your runs: ${atMost(verdict.atMost)}; ${noticed}.`;
  if (verdict.kind === "cannot-be-told-apart" && verdict.from.includes("painBefore")) return `Running and the pain that decided on it cannot be told apart. ${lookBefore}`;
  if (verdict.kind === "cannot-be-told-apart") return "Your runs always fall on the same days of the week, so running and the weekday cannot be told apart: move some runs to other days, and let a coin choose which.";
  return notYetWords(verdict);
}

/** "With which part of it?", answered for one factor. */
export function factorWords({ verdict, effects, from, to }: FactorAnswer, { name, rather, highest, experiment }: FactorWords, nameOf: (id: string) => string): string {
  if (verdict.kind === "linked") {
    const found = effects.find(({ lag }) => lag === verdict.lag)?.effect;
    if (found === undefined) return "";
    const [at, than] = highest?.(to, from) ?? [];
    if (at !== undefined) return `Your pain was ${at}: ${difference(found)} than ${than}.`;
    return `${capital(lagWords(verdict.lag))}, ${rather(to, from)}, your pain was ${difference(found)}.`;
  }
  if (verdict.kind === "not-linked") return `${capital(name)}: not linked; ${atMost(verdict.atMost)}; ${noticed}.`;
  if (verdict.kind === "cannot-be-told-apart") {
    if (verdict.from.includes(doseLawRival)) return `${capital(name)}: it depends on how load is counted, which is contested; the ways of counting lead to different answers.`;
    if (verdict.from.includes("painBefore")) return `${capital(name)} and the pain that decided on it cannot be told apart. ${lookBefore}`;
    const others = verdict.from.map((id) => (id === "weekday" ? "the day of the week" : nameOf(id))).join(" and ");
    return `${capital(name)} always came together with ${others}: they cannot be told apart.${experiment === null ? "" : ` An experiment would: ${experiment}.`}`;
  }
  return `${capital(name)}: ${lower(notYetWords(verdict))}`;
}

/** How surely running is linked: what the shuffled calendars say, as a count and never as a bare p-value. Null where no link was found. */
export function runningSureness({ verdict, guard: { pValue, permutations } }: RunningAnswer): string | null {
  if (verdict.kind !== "linked") return null;
  const asStrong = Math.round(pValue * (permutations + 1)) - 1;
  return `${surely(pValue)}: of ${permutations} calendars with your weeks of running shuffled, ${asStrong === 0 ? "none" : asStrong} went with your pain as closely as the true one.`;
}

/** How surely a factor is linked, all that were looked at allowed for. Null where no link was found. */
export function factorSureness({ verdict, effects }: FactorAnswer, asked: number): string | null {
  const found = verdict.kind === "linked" ? effects.find(({ lag }) => lag === verdict.lag) : undefined;
  if (found === undefined) return null;
  const once = [1000, 200, 100, 50, 20].find((times) => found.adjusted <= 1 / times) ?? 20;
  return `${surely(found.adjusted)}: of findings as clear as this, with ${asked} factors looked at, at most one in ${once} would be chance.`;
}

const surely = (chance: number): string => (chance <= 0.005 ? "Very sure" : chance <= 0.02 ? "Sure" : "Fairly sure");

const lookBefore = "Who hurts runs less, and no entry between the evening before and the run tells how your back was when you decided: note it before you run, or in the morning.";

function notYetWords({ moreDays, moreRuns }: Extract<Verdict, { readonly kind: "not-enough" }>): string {
  const withRuns = moreRuns === 0 ? "with runs among them" : `with ${whole(moreRuns)} more ${moreRuns === 1 ? "run" : "runs"} at your usual rate`;
  return `Not enough yet: ${whole(moreDays)} more days of diary, ${withRuns}, would show a difference of one point.`;
}

function between({ low, high }: EffectRange): string {
  return `between ${points(low)} and ${points(high)} points of 10 higher`;
}

function difference({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): string {
  const isMore = value > 0;
  const [from, to] = isMore ? [low, high] : [-high, -low];
  return `${points(value)} points of 10 ${isMore ? "higher" : "lower"} (${from.toFixed(1)} to ${to.toFixed(1)})`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
