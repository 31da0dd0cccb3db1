import type { BackOverview } from "../../../server/back-api.ts";

export type DayOverview = BackOverview["days"][number];

/** How much of the diary is looked at. */
export const spans = [{ value: "28", name: "4 weeks" }, { value: "84", name: "12 weeks" }, { value: "365", name: "A year" }, { value: "all", name: "All" }] as const;
export type Span = (typeof spans)[number]["value"];

/** First and last day of a span that ends on `last`; never before the first day there is. */
export function spanDays(span: Span, { days, runs }: Pick<BackOverview, "days" | "runs">, last: number): { readonly from: number; readonly to: number } {
  const first = Math.min(last - 6, days[0]?.day ?? last, runs[0]?.day ?? last);
  return { from: span === "all" ? first : last - Number(span) + 1, to: last };
}

/** What is within a span. */
export const within = <Dated extends { readonly day: number }>(all: readonly Dated[], { from, to }: { readonly from: number; readonly to: number }): readonly Dated[] => all.filter(({ day }) => day >= from && day <= to);
