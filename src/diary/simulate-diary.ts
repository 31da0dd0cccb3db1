import type { DayCovariateId, DayCovariates, PainEntry, PainOccasion } from "../domain/index.ts";
import { normalQuantile, seededRandom } from "../numerics/index.ts";
import type { Diary, DiaryRun } from "./diary.ts";

/** What is true of a simulated runner; every effect in points of pain. */
export interface SimulatedTruth {
  readonly days: number;
  /** Usual pain, its spread from one half-day to another, and how much of it is left a day later [1]. */
  readonly level: number;
  readonly spread: number;
  readonly memory: number;
  /** What a run adds for 24 hours, and what one standard deviation of its distance adds besides. */
  readonly runEffect: number;
  readonly distanceEffect: number;
  /** What the day of the cycle adds at its height, on day 2, and takes at its depth half a cycle on; what ten degrees more or less than 12 °C add. */
  readonly cycleEffect: number;
  readonly temperatureEffect: number;
  /** How much the running habit and pain differ over the week, and change together over the months. */
  readonly weeklyHabit: number;
  readonly weeklyPain: number;
  readonly season: number;
  /** Log odds by which one point of pain in the morning lowers the chance of a run. */
  readonly avoidance: number;
  /** What a night an hour and a half shorter adds to pain, and takes from the log odds of a run; whether nights are told. */
  readonly sleepPain: number;
  readonly sleepRunning: number;
  readonly isSleepTold: boolean;
  /** Share of looks never entered; more of them after recorded pain, at weekends and without a run where `missingByReason` is set. */
  readonly missing: number;
  readonly missingByReason: number;
  /** Chance that a painful look on a day without a run is not entered: missing because of what it would have said. */
  readonly missingByPain: number;
  /** Whether the back is looked at in the morning too, or in the evening alone. */
  readonly isLookedAtInMornings: boolean;
  /** Whose pain decides on the run: that of the evening before, of the morning, or of the hour at which it would start; noted or not. */
  readonly decidedAt: "evening-before" | "morning" | "start";
  /** Whether the runner is asked once more after each run. */
  readonly isAskedAfterRuns: boolean;
  /** Correlation of the runs' other factors with distance. */
  readonly alike: number;
}

export const usualTruth: SimulatedTruth = {
  days: 364, level: 2, spread: 1.5, memory: 0.4, runEffect: 0, distanceEffect: 0, cycleEffect: 0, temperatureEffect: 0, weeklyHabit: 1, weeklyPain: 0, season: 0, avoidance: 0, sleepPain: 0, sleepRunning: 0, isSleepTold: true,
  missing: 0.1, missingByReason: 0, missingByPain: 0, isLookedAtInMornings: true, decidedAt: "morning", isAskedAfterRuns: true, alike: 0.3,
};

const hour = 3600;
const dayLength = 24 * hour;
/** Mondays of the simulated calendar are days 4, 11 … since 1970. */
const firstDay = 18_995;
const habit = [-1.2, 0.4, -0.2, 0.6, -1.6, 0.5, 1.5] as const;
const painOfWeek = [1, 0.5, 0, -0.4, -0.8, -0.6, 0.3] as const;
const runFactorIds = ["dose", "speed", "climb", "stepRate", "contactTimeDrift", "trunkLean", "shareOnConcrete", "shareOnGrass", "shareOnTrail", "secondShoe", "shoeDistance", "hoursSinceMeal", "gustiness", "heartRate", "verticalOscillation", "legStiffness"] as const;
const dayQuestions: readonly DayCovariateId[] = ["fatigue", "distraction", "stress", "sittingHours", "heavyLifting", "strengthWork", "otherSport", "sleepQuality"];

/** How high in its wave a day of the cycle is, from −1 to 1; and how far from mild a day is, in ten degrees. */
export const cycleWave = (day: number, length: number): number => Math.cos((2 * Math.PI * (day - 2)) / length);
export const awayFromMild = (temperature: number): number => Math.abs(temperature - 12) / 10;

/** A year of a runner of whom the truth is known, drawn by seed: two looks at the back a day and one after each run, with runs, nights and a day's answers. */
export function simulateDiary(truth: SimulatedTruth, seed: number): Diary {
  const random = seededRandom(seed);
  const normal = (): number => normalQuantile(Math.min(Math.max(random(), 1e-12), 1 - 1e-12));
  const entries: PainEntry[] = [];
  const days: DayCovariates[] = [];
  const runs: DiaryRun[] = [];
  // Pain's own course, half a day at a time.
  const keep = truth.memory ** 0.5;
  let course = normal();
  let lastRun = { end: -Infinity, effect: 0 };
  let recorded = truth.level;
  let lastEvening = truth.level;
  let sinceRest = 0;
  const longest: number[] = [];
  const shoeChange = 40 + Math.floor(60 * random());
  let ofDay = 0;
  let cycle = { begun: -Math.floor(28 * random()), length: 28 };
  for (let index = 0; index < truth.days; index++) {
    const midnight = (firstDay + index) * dayLength;
    const weekday = index % 7;
    const wave = Math.sin((2 * Math.PI * index) / 300);
    const night = normal();
    if (index - cycle.begun >= cycle.length) cycle = { begun: index, length: 28 + Math.round(1.5 * normal()) };
    const temperature = Math.round(12 - 8 * Math.cos((2 * Math.PI * index) / 365) + 5 * normal());
    // What the day is like shows from noon to noon.
    const ofDayBefore = ofDay;
    ofDay = truth.cycleEffect * cycleWave(index - cycle.begun + 1, cycle.length) + truth.temperatureEffect * awayFromMild(temperature);
    const painAt = (at: number): number => {
      const base = truth.level + truth.weeklyPain * (painOfWeek[weekday] ?? 0) + truth.season * wave - truth.sleepPain * night + (at < midnight + dayLength / 2 ? ofDayBefore : ofDay);
      const afterRun = at - lastRun.end < dayLength && at >= lastRun.end ? lastRun.effect : 0;
      return Math.min(10, Math.max(0, Math.round(base + truth.spread * course + afterRun + 0.4 * normal())));
    };
    const look = (at: number, occasion: PainOccasion, hasRun: boolean, isEntered = true): number => {
      const painRating = painAt(at);
      const isUnlikely = truth.missingByReason * ((recorded > truth.level ? 0.5 : 0) + (weekday >= 5 ? 0.25 : 0) + (hasRun ? 0 : 0.25));
      const isLeftOut = random() < truth.missing + isUnlikely || (!hasRun && painRating > truth.level && random() < truth.missingByPain);
      if (isEntered && !isLeftOut) {
        recorded = painRating;
        entries.push({ at, utcOffset: 0, pains: painRating > 0 ? [{ region: "lower-lumbar", side: "middle", painRating }] : [], occasion, note: null });
      }
      return painRating;
    };
    course = keep * course + Math.sqrt(1 - keep * keep) * normal();
    const felt = look(midnight + 7.5 * hour, "apart-from-run", false, truth.isLookedAtInMornings);
    course = keep * course + Math.sqrt(1 - keep * keep) * normal();
    const decisive = truth.decidedAt === "evening-before" ? lastEvening : truth.decidedAt === "morning" ? felt : painAt(midnight + 18 * hour);
    const logOdds = 0.1 + truth.weeklyHabit * (habit[weekday] ?? 0) + 0.7 * truth.season * wave - truth.avoidance * (decisive - truth.level) + truth.sleepRunning * night;
    const isRunning = random() < 1 / (1 + Math.exp(-logOdds));
    if (isRunning) {
      const start = midnight + 18 * hour + Math.floor(2 * hour * (random() - 0.5));
      const far = 0.8 * normal() + (weekday === 6 ? 1.2 : -0.2);
      const other = (): number => truth.alike * far + Math.sqrt(1 - truth.alike ** 2) * normal();
      const kilometres = 10 + 3 * far;
      const factors: Partial<Record<string, number>> = { distance: kilometres, longestRunRatio: kilometres / Math.max(...longest.slice(-12), 8), daysSinceRest: sinceRest };
      for (const id of runFactorIds) factors[id] = other();
      factors["secondShoe"] = (factors["secondShoe"] ?? 0) > 0.5 ? 1 : 0;
      factors["shoeDistance"] = index % shoeChange;
      longest.push(kilometres);
      const end = start + (0.6 + 0.1 * far) * hour;
      lastRun = { end, effect: truth.runEffect + truth.distanceEffect * far };
      runs.push({ start, end, utcOffset: 0, factors });
      if (truth.isAskedAfterRuns && random() < 0.6) look(end + 0.5 * hour, "after-run", true);
    }
    sinceRest = isRunning ? sinceRest + 1 : 0;
    lastEvening = look(midnight + 21.5 * hour, "apart-from-run", isRunning);
    const answers: Partial<Record<DayCovariateId, number>> = {};
    if (truth.isSleepTold && random() > 0.03) answers.hoursOfSleep = 7 + 1.5 * night;
    for (const id of dayQuestions) if (random() > 0.05) answers[id] = Math.max(0, Math.round(1.2 + 0.9 * normal()));
    if (random() > 0.05) answers.temperature = temperature;
    if (random() > 0.05) answers.weather = Math.floor(random() * 2) * Math.floor(1 + 3 * random());
    if (random() > 0.05) answers.cycleDay = index - cycle.begun + 1;
    days.push({ day: firstDay + index, answers });
  }
  return { entries, days, runs };
}
