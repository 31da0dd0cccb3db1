/** Where pain can be marked: bands of the lower back from the ribs down, somewhere in it where no band was told, and what a runner tells apart from it. */
export const painRegions = ["upper-lumbar", "middle-lumbar", "lower-lumbar", "somewhere-in-back", "leg-below-knee", "elsewhere"] as const;
export type PainRegion = (typeof painRegions)[number];

export const painSides = ["left", "middle", "right"] as const;
export type PainSide = (typeof painSides)[number];

/** Pain at one place. */
export interface PlacedPain {
  readonly region: PainRegion;
  readonly side: PainSide;
  /** Numeric rating scale, 1 to 10. */
  readonly painRating: number;
}

/** When pain was felt, seen from a run: while running, in the hours after, or neither. */
export const painOccasions = ["during-run", "after-run", "apart-from-run"] as const;
export type PainOccasion = (typeof painOccasions)[number];

/** One look at the back, of any number a day. Without any pain in it, it says "no pain"; what was never looked at has no entry. */
export interface PainEntry {
  /** When it was felt [s since 1970-01-01T00:00:00Z]. */
  readonly at: number;
  /** Local time minus UTC where it was felt [s]: it tells the day and the hour. */
  readonly utcOffset: number;
  readonly pains: readonly PlacedPain[];
  readonly occasion: PainOccasion;
  readonly note: string | null;
}

/** The worst rating of an entry, 0 where it says "no pain". */
export function worstPainRating({ pains }: PainEntry): number {
  return pains.reduce((worst, { painRating }) => Math.max(worst, painRating), 0);
}

/** The worst rating of the back and what comes from it, the leg below the knee; a look that marked only other places found no pain there. */
export function worstBackRating(entry: PainEntry): number {
  return worstPainRating({ ...entry, pains: entry.pains.filter(({ region }) => region !== "elsewhere") });
}
