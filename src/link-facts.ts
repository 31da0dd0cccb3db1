import { bases, type Recording } from "./domain/index.ts";
import { formDrift } from "./form-drift.ts";
import type { RunAnalysis } from "./run-analysis.ts";

/** What the link analysis asks of a run beside its summary; null is "not known". */
export interface LinkFacts {
  /** Metres climbed, over slopes of some 60 m of way [m]. */
  readonly climb: number | null;
  /** Growth of contact time from the first to the last quarter, what goes with speed and slope taken off [1]; of measured contact times alone. */
  readonly contactTimeDrift: number | null;
}

const measured = bases.indexOf("measured");

/** Reads off an analysis what the diary will be asked about. */
export function linkFacts(recording: Recording, { footfalls, body }: Pick<RunAnalysis, "footfalls" | "body">): LinkFacts {
  const { slope, stepLength, groundContactTime } = footfalls;
  const isClimbKnown = footfalls.length > 0 && slope.basis[0] === measured;
  const [slopes, lengths] = [slope.value, stepLength.value];
  let climb = 0;
  for (let row = 0; row < slopes.length; row++) climb += Math.max(0, slopes[row]! * lengths[row]!) || 0;
  const [drift] = groundContactTime.basis.includes(measured) ? formDrift(recording, footfalls, body, ["groundContactTime"]).changes : [];
  return { climb: isClimbKnown ? climb : null, contactTimeDrift: drift ? drift.atSameSpeed.value / drift.first : null };
}
