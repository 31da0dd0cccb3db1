import type { PlanGoal, Weekday } from "../../../../src/index.ts";

export const weekdayNames: Readonly<Record<Weekday, string>> = { mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday" };

export const goalNames: Readonly<Record<PlanGoal, string>> = { keep: "Run on as now", further: "A longer long run", comeback: "Run and walk in turn" };

/** "Frandsen 2025", of a source's id. */
export const sourceName = (id: string): string => id.split("-").map((part) => (part === "who" ? "WHO" : `${part.charAt(0).toUpperCase()}${part.slice(1)}`)).join(" ");
