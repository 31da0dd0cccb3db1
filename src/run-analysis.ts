import type { Body, DiscLevel, FootfallLoads, Footfalls, Gait, MethodShare, Notice, Posture, Quantity, Runner, Sport, UnderfootStretch } from "./domain/index.ts";
import type { UnderfootColumns } from "./underfoot.ts";

/** What the analysis is told beside the recording itself. */
export interface AnalysisSettings {
  readonly runner: Runner;
  readonly posture?: Posture;
  /** What was under the feet where that is known, in order along the run, none over another. */
  readonly underfoot?: readonly UnderfootStretch[];
  /** What this runner's other, measured runs say about their contact times. */
  readonly calibration?: ContactTimeCalibration | null;
}

/** A runner's own contact time against the published relation's, from the runs in which a device measured it. */
export interface ContactTimeCalibration {
  /** Natural logarithm of measured over predicted contact time [1]. */
  readonly logRatio: number;
  /** Standard deviation that is left about it for a run not seen [1]. */
  readonly spread: number;
  /** Measured runs it rests on. */
  readonly runs: number;
}

/** What one run tells about the runner's contact time; null where none was measured. */
export interface ContactTimeEvidence {
  readonly logRatio: number;
  readonly footfalls: number;
}

export interface DiscSummary {
  readonly level: DiscLevel;
  /** Peak in a typical footfall: the median of all peaks. */
  readonly peakCompression: Quantity;
  /** Largest peak of the run. */
  readonly largestPeakCompression: Quantity;
  readonly meanPeakCompression: Quantity;
  readonly impulse: Quantity;
  readonly cycles: number;
  readonly dose: { readonly exponent2: Quantity; readonly exponent6: Quantity; readonly exponent9: Quantity };
}

/** One recording's answer: the `analyse --json` object without its file. */
export interface RunSummary {
  readonly sport: Sport;
  readonly startedAt: string;
  readonly duration: number;
  readonly movingTime: number | null;
  readonly distance: number | null;
  readonly records: number;
  readonly footfallCount: number;
  readonly footfallsByGait: Readonly<Record<Gait, number>>;
  readonly method: readonly MethodShare[];
  readonly groundContactTime: Quantity | null;
  readonly flightTime: Quantity | null;
  readonly stepRate: Quantity | null;
  readonly speed: Quantity | null;
  readonly verticalOscillation: Quantity | null;
  readonly legStiffness: Quantity | null;
  readonly peakVerticalForce: Quantity | null;
  readonly impulse: Quantity | null;
  readonly discs: readonly DiscSummary[];
  readonly sources: readonly { readonly id: string; readonly doi: string | null; readonly doiVerified: boolean }[];
  readonly modelVersion: string;
  readonly warnings: readonly Notice[];
}

/** Everything known of one run: its footfalls, what each did, and the summary. */
export interface RunAnalysis {
  readonly body: Body;
  readonly footfalls: Footfalls;
  readonly loads: FootfallLoads;
  /** What was under each footfall; null where nothing is known of shoes and ground. */
  readonly underfoot: UnderfootColumns | null;
  readonly summary: RunSummary;
  /** Trunk lean it was computed with [degrees]. */
  readonly leanDegrees: number;
  readonly contactTimeEvidence: ContactTimeEvidence | null;
}
