import type { PlannedSession, RunLimit, RunWalk, WeekPlan } from "./advice/index.ts";
import { bandWords, numberWords, shortDay, thinSpace } from "./charts/index.ts";
import { metresPer, type Quantity } from "./domain/index.ts";
import { exerciseForBackPain, layoffDays, longestRunShare, painMonitoring, runWalkPain, severalPairsHazard, weeklyActivity, type Figure, type SourceId } from "./literature/index.ts";

/** How a distance [m] is told: the runner's own unit. */
export type TellDistance = (metres: number) => string;

/** Distances in kilometres, where nobody chose a unit. */
export const tellKilometres: TellDistance = (metres) => `${numberWords(metres / 1000, 1)}${thinSpace}km`;

/** Distances in miles. */
export const tellMiles: TellDistance = (metres) => `${numberWords(metres / metresPer.mi, 1)}${thinSpace}mi`;

/** One thing the plan goes by, in words, and where it comes from; without a source it is an assumption of ours or the runner's own data. */
export interface PlanReason {
  readonly about: "limit" | "restart" | "pain" | "ground-and-shoes" | "strength" | "energy" | "activity";
  readonly text: string;
  readonly sources: readonly SourceId[];
  readonly basis: "measured" | "published" | "assumed";
}

const minutesOf = (seconds: number): string => `${numberWords(seconds / 60)}${thinSpace}min`;

/** "45 min", "1 h 05 min" */
export function timeWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? minutesOf(60 * minutes) : `${Math.floor(minutes / 60)}${thinSpace}h ${String(minutes % 60).padStart(2, "0")}${thinSpace}min`;
}

/** The week in one sentence. */
export function planSentence(plan: WeekPlan, tell: TellDistance): string {
  const sessions = plan.days.flatMap(({ sessions: ofDay }) => ofDay).filter(({ isOptional }) => !isOptional);
  if (plan.isHeld) return "See a doctor today. You marked a sign that has to be looked at first; your plan waits here and goes on after that.";
  if (sessions.length === 0) return "You have run today; nothing more is planned in these seven days.";
  const count = (one: string, many: string): string => `${inLetters(sessions.length)} ${sessions.length === 1 ? one : many}`;
  if (plan.standing === "new") return `${count("session", "sessions")} of running and walking in turn, ${timeWords(plan.duration)} in all: a gentle way in.`;
  if (plan.standing === "after-break") return `${plan.daysSinceRun === null ? "It is a while since your last run" : `${numberWords(plan.daysSinceRun)} days since your last run`}: come back with ${count("session", "sessions").toLowerCase()} of running and walking in turn.`;
  if (plan.standing === "returning") return `You are coming back: ${count("session", "sessions").toLowerCase()} of running and walking in turn, a little more running each time.`;
  if (isEased(plan)) return plan.pain.zone === "too-high" ? `${count("session", "sessions")} as often and as long as you run now, with walking in turn until your back has settled.` : `${count("session", "sessions")} of running and walking in turn, as long as your runs are now.`;
  const long = sessions.find(({ kind }) => kind === "long-run");
  const longest = long?.distance ? `, the longest ${tell(long.distance)}` : "";
  return `${count("run", "runs")}, ${tell(plan.distance)} in all${longest}: ${plan.goal === "further" ? "the long run grows, the others stay" : "what your back and legs are used to"}.`;
}

const isEased = ({ standing, pain, goal }: WeekPlan): boolean => standing === "running" && (pain.zone === "too-high" || goal === "comeback");

const letters = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven"];
const inLetters = (count: number): string => letters[count] ?? numberWords(count);

const kinds: Readonly<Record<PlannedSession["kind"], string>> = { "easy-run": "Easy run", "long-run": "Long run", "brisk-run": "Brisk run", "run-walk": "Run and walk in turn", walk: "Brisk walk", strength: "Strength for trunk and legs" };

/** "Long run, 14.3 km" */
export function sessionTitle({ kind, distance, duration, isOptional }: PlannedSession, tell: TellDistance): string {
  const much = kind === "strength" || kind === "walk" || kind === "run-walk" || distance === null ? timeWords(duration) : tell(distance);
  return `${kinds[kind]}, ${isOptional ? `if you like, ${much}` : much}`;
}

/** What else is said of a session: time, turns, energy, ground and pair. */
export function sessionDetails({ kind, distance, duration, runWalk, energy, ground, shoe }: PlannedSession, tell: TellDistance): readonly string[] {
  return [
    ...(runWalk ? [turnWords(runWalk)] : []),
    ...(kind === "run-walk" && distance !== null ? [`about ${tell(distance)}`] : distance !== null && kind !== "walk" ? [`about ${timeWords(duration)}`] : []),
    ...(energy ? [energyWords(energy)] : []),
    ...(ground ? [`on ${ground} ground`] : []),
    ...(shoe === null ? [] : [`in ${shoe}`]),
  ];
}

function turnWords({ run, walk, times }: RunWalk): string {
  return `${numberWords(times)} × ${numberWords(run / 60, run % 60 === 0 ? 0 : 1)}${thinSpace}min running, ${numberWords(walk / 60, walk % 60 === 0 ? 0 : 1)}${thinSpace}min walking`;
}

/** "420 kcal (360–490)", rounded to what the band lets be known. */
export function energyWords({ value, low, high }: Quantity): string {
  const step = high - low > 200 ? 50 : 10;
  const round = (kilocalories: number): number => Math.round(kilocalories / step) * step;
  return `${numberWords(round(value))}${thinSpace}kcal (${bandWords(round(low), round(high))})`;
}

/** What the plan goes by, the most binding first. */
export function planReasons(plan: WeekPlan, tell: TellDistance): readonly PlanReason[] {
  if (plan.isHeld) return [];
  return [
    ...(plan.limit ? [limitReason(plan, plan.limit, tell)] : []), ...restartReasons(plan), ...painReasons(plan), ...rotationReasons(plan),
    {
      about: "strength", basis: "published", sources: ["who-2020", "verville-2023"],
      text: `Strength work on ${weeklyActivity.strengthDays.value} days or more is advised to all adults. For long-standing back pain exercise of any kind helps a little on average (${figureWords(exerciseForBackPain, 2)} standard deviations); no kind is surely better, so choose what you like.`,
    },
    ...activityReasons(plan), ...energyReasons(plan),
  ];
}

const figureWords = ({ value, low, high }: Figure, digits: number): string => `${numberWords(value, digits)}, ${bandWords(low, high, digits)}`;
const percent = (ratio: number): string => `${numberWords(100 * (ratio - 1))}${thinSpace}%`;

function limitReason({ beyond }: WeekPlan, { longest, day, limit }: RunLimit, tell: TellDistance): PlanReason {
  const own = `Your longest run of the last 30 days was ${tell(longest)}, on ${shortDay(day)}.`;
  if (beyond) return { about: "limit", basis: "published", sources: ["frandsen-2025"], text: `${own} ${overrideWords(beyond)}` };
  return {
    about: "limit", basis: "published", sources: ["frandsen-2025"],
    text: `${own} No run here goes beyond ${percent(longestRunShare.value)} over that, ${tell(Math.floor(limit / 100) * 100)}: in 5205 runners longer ones were followed by more overuse injuries of any kind. Of back pain alone nothing was shown, and what the week adds up to made no difference.`,
  };
}

/** What is said beside a run that goes beyond the limit by the runner's own wish. */
export function overrideWords({ ratio, hazard }: NonNullable<WeekPlan["beyond"]>): string {
  return `You chose a run ${percent(ratio)} beyond it. In 5205 runners, runs ${hazard.where} were followed by overuse injuries ${numberWords(hazard.value, 2)} times as often (${bandWords(hazard.low, hazard.high, 2)}). That is any overuse injury, not your back in particular, and most such runs went well: it is yours to decide.`;
}

function restartReasons({ standing, days }: WeekPlan): readonly PlanReason[] {
  if (standing === "running" && !days.some(({ sessions }) => sessions.some(({ kind }) => kind === "run-walk"))) return [];
  const trial = `Running and walking in turn, three half hours a week, is what a trial of 40 adults with long-standing back pain tried: after twelve weeks their pain was ${numberWords(-runWalkPain.value / 10, 1)} points of 10 lower than that of others (${bandWords(-runWalkPain.high / 10, -runWalkPain.low / 10, 1)}).`;
  const assumed = standing === "running" || standing === "new" ? "How long the turns are and how they grow no study has set: we assume it."
    : `After ${layoffDays.value} days without a run Footfall starts this way; that number, and how the turns grow, no study has set: we assume them.`;
  return [{ about: "restart", basis: "published", sources: ["asteroid-2024"], text: `${trial} ${assumed}` }];
}

function painReasons({ daysSinceRun, pain: { zone, afterRun, hasSettled, weeklyRise } }: WeekPlan): readonly PlanReason[] {
  const [comfortable, tolerable] = [painMonitoring.comfortable.value, painMonitoring.tolerable.value];
  const rule = `The rule: up to ${comfortable} of 10 go on, up to ${tolerable} is all right if it has settled by the next morning and does not rise from week to week, above that do less for a few days.`;
  const limits = "It was made for sore Achilles tendons and tried on sore knees, never on backs: take it as a guide, and your own sense before it.";
  const seen = zone === "unknown" ? daysSinceRun === null ? "A rating after each run and on the next morning tells where you stand." : "Nothing was noted around your last run; a rating after it and on the next morning tells where you stand."
    : `After your last run you noted ${numberWords(afterRun ?? 0)} of 10${hasSettled === null ? "" : hasSettled ? ", settled by the next morning" : ", not yet settled by the next morning"}${weeklyRise !== null && weeklyRise > 0.5 ? `; this week was ${numberWords(weeklyRise, 1)} points above the last` : ""}.`;
  return [{ about: "pain", basis: "published", sources: ["silbernagel-2007"], text: `${seen} ${rule} ${limits}` }];
}

function rotationReasons({ days }: WeekPlan): readonly PlanReason[] {
  const sessions = days.flatMap(({ sessions: ofDay }) => ofDay);
  const hasShoes = sessions.some(({ shoe }) => shoe !== null);
  const hasGround = sessions.some(({ ground }) => ground !== null);
  if (!hasShoes && !hasGround) return [];
  const shoes = `Pairs take turns: of 264 runners those with several pairs had fewer running injuries (hazard ${figureWords(severalPairsHazard, 2)}); they had chosen so themselves, so that this proves no cause.`;
  const ground = "Hard and soft ground take turns for variety; on average studies disagree whether either is kinder to the body, so swap them freely.";
  return [{ about: "ground-and-shoes", basis: "published", sources: [...(hasShoes ? ["malisoux-2015" as const] : []), ...(hasGround ? ["mitchell-2023" as const] : [])], text: [...(hasShoes ? [shoes] : []), ...(hasGround ? [ground] : [])].join(" ") }];
}

function activityReasons({ days, duration }: WeekPlan): readonly PlanReason[] {
  if (duration === 0) return [];
  const { vigorous, moderate } = weeklyActivity;
  const planned = days.flatMap(({ sessions }) => sessions).filter(({ isOptional }) => !isOptional);
  const running = planned.reduce((sum, { kind, duration: time, runWalk }) => sum + (runWalk ? runWalk.times * runWalk.run : kind === "walk" ? 0 : time), 0);
  const walking = duration - running;
  // A minute of walking counts as half of one of running, as the two ranges do.
  const minutes = (running + walking / 2) / 60;
  const place = minutes < vigorous.low ? "below" : minutes > vigorous.high ? "above" : "within";
  const told = walking < 60 ? `${timeWords(running)} of running in the week is` : `${timeWords(running)} of running and ${timeWords(walking)} of walking, which counts half, come out`;
  return [{
    about: "activity", basis: "published", sources: ["who-2020"],
    text: `${told} ${place} the ${bandWords(vigorous.low, vigorous.high)}${thinSpace}min of vigorous activity a week advised to adults (or ${bandWords(moderate.low, moderate.high)}${thinSpace}min of moderate, such as walking)${place === "below" ? "; some is better than none, and walks count" : place === "above" ? "; those are a least, not a most" : ""}.`,
  }];
}

function energyReasons({ energy, habit }: WeekPlan): readonly PlanReason[] {
  if (!energy) return [];
  const hills = habit?.costPerMetre ? "with the slopes of your own runs" : "on the level";
  return [{
    about: "energy", basis: energy.basis === "assumed" ? "assumed" : "published", sources: ["minetti-2002"],
    text: `All of it takes about ${energyWords(energy)} above standing still, ${hills}${energy.basis === "assumed" ? "; your weight was not told, so that the band is wide" : ""}. People differ by that much.`,
  }];
}
