import { weekdayName } from "./dates.ts";
import type { BackOverview } from "../../../server/back-api.ts";

/** "How is my back?", from the last seven days of the diary; null where nothing was ever noted. */
export function backSentence(days: BackOverview["days"], today: number): string | null {
  if (days.length === 0) return null;
  const week = days.filter(({ day }) => day > today - 7 && day <= today);
  if (week.length === 0) return `Nothing was noted of your back for ${agoWords(today - (days.at(-1)?.day ?? today))}.`;
  const worst = week.reduce((one, other) => (other.worst >= one.worst ? other : one));
  const noted = week.length === 7 ? "every day" : `${week.length} of the last 7 days`;
  if (worst.worst === 0) return `No pain in the last week: your back was noted on ${noted}.`;
  const painless = week.filter((day) => day.worst === 0).length;
  const when = worst.day === today ? "today" : worst.day === today - 1 ? "yesterday" : `on ${weekdayName(worst.day)}`;
  return `Your back’s worst of the last week was ${worst.worst} of 10, ${when}; noted on ${noted}, ${painless === 0 ? "none of them without pain" : `${painless} of them without pain`}.`;
}

const agoWords = (days: number): string => (days < 14 ? `${days} days` : days < 61 ? `${Math.round(days / 7)} weeks` : days < 730 ? `${Math.round(days / 30.4)} months` : `${Math.round(days / 365.25)} years`);
