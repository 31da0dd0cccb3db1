import type { PainEntry, PainOccasion, PainRegion, PainSide, PlacedPain } from "../../../../src/index.ts";

/** An entry while it is being made. */
export interface EntryDraft {
  /** The rating that the next place takes; null before one was chosen. */
  readonly rating: number | null;
  readonly pains: readonly PlacedPain[];
  /** When it was felt [s since 1970]; null is the moment it is saved. */
  readonly at: number | null;
  /** The clock it is told by, local time minus UTC [s]; null is this device's. */
  readonly utcOffset: number | null;
  readonly occasion: PainOccasion;
  readonly note: string;
}

type Place = Pick<PlacedPain, "region" | "side">;

export type DraftStep =
  | { readonly do: "rate"; readonly rating: number }
  | { readonly do: "toggle"; readonly region: PainRegion; readonly side: PainSide }
  | { readonly do: "rate-place"; readonly region: PainRegion; readonly side: PainSide; readonly rating: number }
  | { readonly do: "places"; readonly places: readonly Place[] }
  | { readonly do: "told"; readonly told: Partial<Pick<EntryDraft, "at" | "occasion" | "note">> }
  | { readonly do: "begin"; readonly draft: EntryDraft };

const isAt = (one: Place) => (other: Place): boolean => one.region === other.region && one.side === other.side;

/** What a step makes of a draft: a new rating takes along the places that had the old one, a place marked again is unmarked. */
export function draftReducer(draft: EntryDraft, step: DraftStep): EntryDraft {
  switch (step.do) {
    case "begin": return step.draft;
    case "told": return { ...draft, ...step.told };
    case "rate": return { ...draft, rating: step.rating, pains: draft.pains.map((pain) => (pain.painRating === draft.rating ? { ...pain, painRating: step.rating } : pain)) };
    case "rate-place": return { ...draft, pains: draft.pains.map((pain) => (isAt(step)(pain) ? { ...pain, painRating: step.rating } : pain)) };
    case "places": return draft.rating === null ? draft : { ...draft, pains: step.places.map(({ region, side }) => ({ region, side, painRating: draft.rating ?? 1 })) };
    case "toggle": {
      const without = draft.pains.filter((pain) => !isAt(step)(pain));
      if (without.length < draft.pains.length) return { ...draft, pains: without };
      return draft.rating === null ? draft : { ...draft, pains: [...draft.pains, { region: step.region, side: step.side, painRating: draft.rating }] };
    }
  }
}

const unplaced = "somewhere-in-back";

/** The pains that an entry is saved with: a rating that no place was marked for lies somewhere in the back. */
export function painsOf({ rating, pains }: EntryDraft): readonly PlacedPain[] {
  return pains.length > 0 || rating === null ? pains : [{ region: unplaced, side: "middle", painRating: rating }];
}

/** An empty draft, at a time where one is known. */
export const emptyDraft = (at: number | null = null, occasion: PainOccasion = "apart-from-run", utcOffset: number | null = null): EntryDraft => ({ rating: null, pains: [], at, utcOffset, occasion, note: "" });

/** The draft that an entry was. */
export function draftOf({ at, utcOffset, pains, occasion, note }: PainEntry): EntryDraft {
  return { rating: pains.length === 0 ? null : Math.max(...pains.map(({ painRating }) => painRating)), pains: pains.filter(({ region }) => region !== unplaced), at, utcOffset, occasion, note: note ?? "" };
}

/** How long after a run pain is "after the run" unless the runner says otherwise [s]. */
const shortlyAfter = 6 * 3600;

/** During a run, after one or apart from runs, as far as the clock tells. */
export function likelyOccasion(at: number, runs: readonly { readonly start: number; readonly end: number }[]): PainOccasion {
  if (runs.some(({ start, end }) => at >= start && at <= end)) return "during-run";
  return runs.some(({ end }) => at > end && at <= end + shortlyAfter) ? "after-run" : "apart-from-run";
}
