import type { TellDistance } from "../../src/index.ts";
import type { WeekPlanJson } from "../server/plan-api.ts";

/** The plan for reading: a sentence, the days, and what it goes by. */
export function planText({ sentence, isSample, days, reasons, daysFrom, weeksToAim, aim }: WeekPlanJson, tell: TellDistance): string {
  const lines = [
    sentence, ...(isSample ? ["(The runs are the simulated sample runner’s.)"] : []), "",
    ...days.flatMap(({ day, weekday, done, sessions }) => {
      const told = [...(done === null ? [] : [`run already: ${tell(done)}`]), ...sessions.map(({ title, details }) => [title, ...details].join("; "))];
      return (told.length === 0 ? ["–"] : told).map((text, index) => `  ${index === 0 ? `${capital(weekday)} ${day}` : " ".repeat(14)}  ${text}`);
    }), "",
    ...(daysFrom === "told" ? [] : [daysFrom === "habit" ? "  The days are those you usually run on; tell others with --days." : "  The days are assumed; tell yours with --days."]),
    ...(weeksToAim === null || aim === null ? [] : [`  Your aim of ${tell(aim)} is about ${weeksToAim} weeks away, each long run at most 10 % longer than the longest before.`]),
    "", "What it goes by", ...reasons.map(({ text, sources, basis }) => `  ${text}${basis === "assumed" ? " (assumed)" : ""}${sources.length === 0 ? "" : ` [${sources.join(", ")}]`}`),
  ];
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
