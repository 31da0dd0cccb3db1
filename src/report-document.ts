import type { PainPlace } from "./charts/index.ts";

/** A report as every door shows it: page, paper and file draw the same blocks. */
export interface ReportDocument {
  readonly title: string;
  /** What it is and what it is not, in a sentence or two. */
  readonly lead: string;
  /** Sections of the first and of the second page. */
  readonly pages: readonly (readonly ReportSection[])[];
}

export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: "verdict" | "text" | "note"; readonly text: string }
  | { readonly kind: "facts"; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: "table"; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "weeks"; readonly caption: string; readonly weeks: readonly ReportWeek[]; readonly scale: readonly DistanceMark[] }
  /** Where it hurt, on the back from behind, beside the rest of its section. */
  | { readonly kind: "back"; readonly caption: string; readonly painfulEntries: number; readonly places: readonly PainPlace[] };

/** A line of the scale that distances stand against. */
export interface DistanceMark {
  /** [m] */
  readonly distance: number;
  readonly words: string;
}

/** One week of the picture: how far was run, and the worst pain; null where nothing was noted. */
export interface ReportWeek {
  /** Its Monday, "2 May". */
  readonly name: string;
  /** [m] */
  readonly distance: number;
  readonly distanceWords: string;
  readonly worstPain: number | null;
}
