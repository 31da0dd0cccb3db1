import { seededRandom, type PainEntry } from "../src/index.ts";
import { answerDays, answerRedFlags, backOverview, ownRunnerId, type Store } from "../app/storage/index.ts";
import { addPainEntries } from "../app/storage/pain-diary.ts";
import { answerWeek } from "../app/storage/weekly-answers.ts";

const hour = 3600;
const dayLength = 24 * hour;

/** What is felt above the usual on the day after a run over this [m], so that there is something to find. */
const longRun = 11_000;

/**
 * Keeps a diary beside the runs of a store as a runner would, one tap at a time, each its own edit: two looks a day and one after most runs, the day's answers, a questionnaire a
 * week; sorer on the day after a long run.
 */
export function keepTenYears(store: Store, seed = 5): { readonly entries: number; readonly days: number } {
  const { runs } = backOverview(store);
  const [first, last] = [runs[0]?.start ?? 0, runs.at(-1)?.start ?? 0];
  const random = seededRandom(seed);
  const runsOf = new Map(runs.map((run) => [run.day, run]));
  let [course, entries, days] = [0, 0, 0];
  store.transaction(() => {
    for (let day = Math.floor(first / dayLength); day <= Math.floor(last / dayLength); day += 1) {
      course = 0.7 * course + random() - 0.5;
      const soreness = (at: number): number => {
        const before = runsOf.get(day - 1);
        const run = runsOf.get(day);
        const isAfterLong = [before, run].some((one) => one && (one.distance ?? 0) > longRun && at > one.start && at < one.start + dayLength);
        return Math.max(0, Math.min(9, Math.round(1 + 2 * course + (isAfterLong ? 1.5 : 0) + random() - 0.5)));
      };
      const look = (at: number, occasion: PainEntry["occasion"]): void => {
        const painRating = soreness(at);
        const entry: PainEntry = { at, utcOffset: 0, pains: painRating > 0 ? [{ region: "lower-lumbar", side: random() < 0.2 ? "left" : "middle", painRating }] : [], occasion, note: painRating > 4 ? "stiff when getting up" : null };
        entries += addPainEntries(store, ownRunnerId, [{ clientId: `bench-${at}`, ...entry }], { now: at, what: `noted pain ${painRating}` }).added.length;
      };
      const midnight = day * dayLength;
      const text = new Date(midnight * 1000).toISOString().slice(0, 10);
      const run = runsOf.get(day);
      if (random() < 0.9) look(midnight + 7 * hour, "apart-from-run");
      if (run && random() < 0.7) look(Math.round(run.end + 0.5 * hour), "after-run");
      if (random() < 0.9) look(midnight + 23 * hour, "apart-from-run");
      if (random() < 0.9) {
        const answers = { hoursOfSleep: 6 + Math.round(4 * random()) / 2, stress: Math.floor(3 * random()), sittingHours: 4 + Math.round(5 * random()), fatigue: Math.floor(3 * random()), stiffnessOnWaking: Math.floor(2 * random()) };
        if (answerDays(store, ownRunnerId, [{ day: text, answers }], { now: midnight + 23.5 * hour })) days += 1;
      }
      if (day % 7 === 0) answerWeek(store, ownRunnerId, { day: text, answers: { participation: 1, modification: 0, performance: 1, pain: 1 } }, midnight + 23.9 * hour);
    }
    answerRedFlags(store, ownRunnerId, { at: new Date((last + 12 * hour) * 1000).toISOString(), marked: [], clientId: "bench-flags" }, last + 12 * hour);
  });
  return { entries, days };
}
