import { isSameStart } from "../accounts/account.ts";
import type { ShoeThen } from "../storage/underfoot-of-new.ts";

/** A pair that the run which begins then is expected to be in [s since 1970]. */
export interface ExpectedShoe {
  readonly startedAt: number;
  readonly shoe: ShoeThen;
}

/** The pair expected of a run that began then. */
export function shoeAt(expected: readonly ExpectedShoe[], startedAt: number): ShoeThen | null {
  return expected.find((candidate) => isSameStart(candidate.startedAt, startedAt))?.shoe ?? null;
}
