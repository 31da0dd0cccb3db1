import { isoTime, postureInForce, type Posture, type PostureTaken, type Recording } from "../../src/index.ts";

/** What is known of how a runner holds themselves, as plain data: whoever has no store is given it. */
export interface PostureHistory {
  readonly taken: readonly PostureTaken[];
  /** Forward lean of the trunk that the profile tells [°]. */
  readonly told: number | null;
}

/** The posture a run is computed with: the entry in force on its own day, else what the profile tells. */
export function postureThen({ taken, told }: PostureHistory, { startedAt, utcOffset }: Pick<Recording, "startedAt" | "utcOffset">): Posture {
  const measured = taken.length === 0 ? null : postureInForce(taken, isoTime(startedAt, utcOffset).slice(0, 10));
  const hasLean = measured !== null && measured.trunkLeanDegrees !== null;
  return {
    trunkLeanDegrees: hasLean ? measured.trunkLeanDegrees : told, trunkLeanSpreadDegrees: hasLean ? measured.trunkLeanSpreadDegrees ?? null : null,
    lordosisDegrees: measured?.lordosisDegrees ?? null,
  };
}
