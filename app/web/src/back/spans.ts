import type { BackOverview } from "../../../server/back-api.ts";
import { placeKey } from "./pain-words.ts";
import type { PainPlace } from "../../../../src/index.ts";

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

/** How often each place was marked, and how much it hurt. */
export function placesOf(days: readonly DayOverview[]): readonly PainPlace[] {
  const ratings = new Map<string, { readonly place: Pick<PainPlace, "region" | "side">; readonly ratings: number[] }>();
  for (const { pains } of days) {
    for (const { region, side, painRating } of pains) {
      const known = ratings.get(placeKey({ region, side }));
      if (known) known.ratings.push(painRating);
      else ratings.set(placeKey({ region, side }), { place: { region, side }, ratings: [painRating] });
    }
  }
  return [...ratings.values()].map(({ place, ratings: told }) => ({ ...place, entries: told.length, usual: told.toSorted((one, other) => one - other)[Math.floor(told.length / 2)] ?? 0, worst: Math.max(...told) }));
}
