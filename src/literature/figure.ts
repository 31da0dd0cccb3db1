import type { Evidence, SourceId } from "./sources.ts";

/** One number from a paper, or one of ours where no paper tells. */
export interface Figure {
  readonly value: number;
  /** Lower end of the central 90 % of runners, or of the published range. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Null only where the evidence is A: an assumption, shown with its band. */
  readonly source: SourceId | null;
  /** Table, figure or section; for an assumption its reason. */
  readonly where: string;
  /** Who was measured. */
  readonly population: string;
  readonly evidence: Evidence;
}
