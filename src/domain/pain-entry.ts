/** One pain rating in the diary. */
export interface PainEntry {
  /** When it was felt [s since 1970-01-01T00:00:00Z]. */
  readonly at: number;
  /** Numeric rating scale, 0 (none) to 10. */
  readonly painRating: number;
  readonly place: "lower-back" | "upper-back" | "leg" | "elsewhere";
  readonly note: string | null;
}
