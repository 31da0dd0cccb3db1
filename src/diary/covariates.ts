import type { DayCovariateId } from "../domain/index.ts";
import { backPainOddsRatios, type Figure, type SourceId } from "../literature/index.ts";

/**
 * What an answer is to the link analysis. A `state` was so before the run and may stand behind both run and pain; an `exposure` may bring pain on
 * its own account; a `symptom` is itself a look at the back and counts as earlier pain; a `response` comes after pain and is shown, never tested.
 */
export type CovariateRole = "state" | "exposure" | "symptom" | "response";

export interface Covariate {
  readonly id: DayCovariateId;
  readonly name: string;
  readonly question: string;
  /** Choices with what each is stored as; null where a number is told. */
  readonly answers: readonly { readonly text: string; readonly value: number }[] | null;
  /** Unit of the number told; null for choices. */
  readonly unit: string | null;
  readonly low: number;
  readonly high: number;
  readonly role: CovariateRole;
  /** Why it is asked. */
  readonly why: string;
  readonly source: SourceId | null;
  /** Odds ratio found by others; null where none is taken over. */
  readonly published: Figure | null;
}

const choices = (...texts: readonly string[]): NonNullable<Covariate["answers"]> => texts.map((text, value) => ({ text, value }));
const yesNo = choices("no", "yes");
const much = choices("not at all", "a little", "fairly", "very");
type Asked = Omit<Covariate, "source" | "published" | "answers" | "unit" | "low" | "high"> & Partial<Covariate>;

const chosen = (answers: NonNullable<Covariate["answers"]>, rest: Asked): Covariate => ({ source: null, published: null, unit: null, ...rest, answers, low: 0, high: answers.length - 1 });
const told = (unit: string, low: number, high: number, rest: Asked): Covariate => ({ source: null, published: null, ...rest, answers: null, unit, low, high });

/** Every question the diary can ask of a day, chosen by the runner; time of day needs none, each entry carries it. */
export const covariates: readonly Covariate[] = [
  chosen(much, { id: "fatigue", name: "tiredness", question: "How tired were you before the run, or by midday on a day without?", role: "state", why: "tired runners had back pain more often", source: "wu-2021", published: backPainOddsRatios.fatigue }),
  chosen(yesNo, { id: "warmUp", name: "warm-up", question: "Did you warm up before the run?", role: "exposure", why: "runners who warmed up too little had back pain more often", source: "wu-2021", published: backPainOddsRatios.warmUp }),
  told("°C", -40, 50, { id: "temperature", name: "temperature", question: "How warm was it?", role: "state", why: "runners who found the temperature uncomfortable had back pain more often", source: "wu-2021", published: backPainOddsRatios.temperature }),
  chosen(choices("dry", "rain", "snow or ice", "strong wind"), { id: "weather", name: "weather", question: "What was the weather like?", role: "state", why: "it changes ground, clothing and the wish to run; no figure taken over" }),
  chosen(much, { id: "distraction", name: "distraction", question: "How distracted were you while lifting, working or running?", role: "exposure", why: "distraction stood out most among what preceded an episode", source: "steffens-2015", published: backPainOddsRatios.distraction }),
  told("h", 0, 16, { id: "hoursOfSleep", name: "sleep", question: "How long did you sleep last night?", role: "state", why: "short sleep goes with more pain and with other running; no figure taken over" }),
  chosen(choices("badly", "so-so", "well"), { id: "sleepQuality", name: "quality of sleep", question: "How well did you sleep last night?", role: "state", why: "poor sleep goes with more pain and with other running; no figure taken over" }),
  chosen(much, { id: "stress", name: "stress", question: "How stressed did you feel?", role: "state", why: "psychological strain was among what preceded an episode; no figure taken over", source: "steffens-2015" }),
  chosen(much, { id: "stiffnessOnWaking", name: "stiffness on waking", question: "How stiff was your back on waking?", role: "symptom", why: "a look at the back before the day's run" }),
  told("h", 0, 24, { id: "sittingHours", name: "sitting", question: "How many hours did you sit?", role: "exposure", why: "a day's other load on the back; no figure taken over" }),
  chosen(choices("none", "some", "much"), { id: "heavyLifting", name: "heavy lifting", question: "Did you lift anything heavy?", role: "exposure", why: "heavy loads often preceded an episode, most so in the young", source: "steffens-2015", published: backPainOddsRatios.heavyLoad }),
  chosen(yesNo, { id: "strengthWork", name: "strength work", question: "Did you do strength work?", role: "exposure", why: "runners who called their strength insufficient had back pain more often; no figure taken over", source: "wu-2021" }),
  chosen(choices("none", "light", "hard"), { id: "otherSport", name: "other sport", question: "Did you do any other sport?", role: "exposure", why: "moderate or vigorous activity of any kind often preceded an episode", source: "steffens-2015", published: backPainOddsRatios.activity }),
  told("day", 1, 60, { id: "cycleDay", name: "cycle day", question: "Which day of your cycle is it?", role: "state", why: "pain can follow the cycle; no figure taken over" }),
  chosen(yesNo, { id: "medication", name: "painkillers", question: "Did you take anything against pain?", role: "response", why: "it lowers the rating that it follows: shown beside it, never tested as a cause" }),
];
