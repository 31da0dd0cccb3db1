import { sources, type SourceId } from "../literature/index.ts";

export type TruthTable = "V" | "B" | "C" | "W" | "N";

/** One published figure, the condition it holds under, and what the model gives there. */
export interface Target {
  /** Row of the validation table, for example `B2`; figures of one row share it. */
  readonly id: string;
  /** Which of the row's figures this is; null where it has one. */
  readonly part: string | null;
  readonly table: TruthTable;
  readonly condition: string;
  /** Published value; null where the target is a sign or a rule. */
  readonly expected: number | null;
  /** What counts as reproduced. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly source: SourceId | null;
  /** Whether the row counts for the gate. */
  readonly gated: boolean;
  /** Whether a fit used it: then it is named and never counted. */
  readonly calibration: boolean;
  /** What the model gives, or why it has no part for it. */
  readonly got: () => Answer;
}

/** What the model gives for a target: a number with or without its band, or the reason why it cannot be tested. */
export type Answer = { readonly value: number; readonly low?: number; readonly high?: number; readonly note?: string } | { readonly untestable: string };

/** One row of the report, in the shape scripts rely on. */
export interface TruthRow extends Omit<Target, "got" | "source"> {
  readonly got: number | null;
  readonly gotLow: number | null;
  readonly gotHigh: number | null;
  readonly status: "pass" | "fail" | "untestable";
  readonly reason: string | null;
  readonly source: { readonly id: string | null; readonly doi: string | null; readonly doiVerified: boolean; readonly evidence: string };
}

/** Holds a target against the model. */
export function judge(target: Target): TruthRow {
  const { got: ask, source, ...rest } = target;
  const answer = ask();
  const work = source === null ? null : sources[source];
  const cited = { id: source, doi: work?.doi ?? null, doiVerified: work?.doiVerified ?? false, evidence: work?.evidence ?? "D" };
  if ("untestable" in answer) return { ...rest, got: null, gotLow: null, gotHigh: null, status: "untestable", reason: answer.untestable, source: cited };
  const isAbove = target.low === null || answer.value >= target.low;
  const isBelow = target.high === null || answer.value <= target.high;
  return {
    ...rest, got: answer.value, gotLow: answer.low ?? null, gotHigh: answer.high ?? null,
    status: isAbove && isBelow ? "pass" : "fail", reason: answer.note ?? null, source: cited,
  };
}

/** Fields that most targets leave at these values. */
const usual = { part: null, gated: false, calibration: false } as const;

/** A target within `tolerance` of its expected value; tolerance in the target's unit. */
export function near(tolerance: number, target: Omit<Target, "low" | "high" | "part" | "gated" | "calibration"> & { readonly expected: number } & Partial<Pick<Target, "part" | "gated" | "calibration">>): Target {
  return { ...usual, low: target.expected - tolerance, high: target.expected + tolerance, ...target };
}

/** A target within a range that has no single expected value. */
export function between(low: number | null, high: number | null, target: Omit<Target, "low" | "high" | "expected" | "part" | "gated" | "calibration"> & Partial<Pick<Target, "part" | "gated" | "calibration">>): Target {
  return { ...usual, expected: null, low, high, ...target };
}
