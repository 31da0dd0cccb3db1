import { z } from "zod";
import type { AnalysisSettings, ContactTimeCalibration } from "../../src/index.ts";
import type { Store } from "./open-store.ts";

/** The one who owns the store; made with it. */
export const ownRunnerId = 1;

/** A runner's profile; null is "not told". */
export interface RunnerProfile {
  readonly mass: number | null;
  readonly height: number | null;
  readonly sex: "female" | "male" | null;
  readonly birthYear: number | null;
  readonly trunkLeanDegrees: number | null;
  readonly units: { readonly distance: "km" | "mi"; readonly mass: "kg" | "lb" };
}

const runnerRow = z.object({
  mass: z.number().nullable(),
  height: z.number().nullable(),
  sex: z.enum(["female", "male"]).nullable(),
  birth_year: z.number().nullable(),
  trunk_lean_degrees: z.number().nullable(),
  distance_unit: z.enum(["km", "mi"]),
  mass_unit: z.enum(["kg", "lb"]),
  calibration: z.string().nullable(),
});

const calibrationJson = z.object({ logRatio: z.number(), spread: z.number(), runs: z.number() });

/** A runner's profile as told. */
export function readRunner(store: Store, runnerId: number = ownRunnerId): RunnerProfile {
  const row = runnerOf(store, runnerId);
  return {
    mass: row.mass, height: row.height, sex: row.sex, birthYear: row.birth_year, trunkLeanDegrees: row.trunk_lean_degrees,
    units: { distance: row.distance_unit, mass: row.mass_unit },
  };
}

/** Writes a runner's profile; summaries computed for another body become stale by it. */
export function writeRunner(store: Store, profile: RunnerProfile, runnerId: number = ownRunnerId): void {
  store.run(
    "UPDATE runners SET mass = ?, height = ?, sex = ?, birth_year = ?, trunk_lean_degrees = ?, distance_unit = ?, mass_unit = ? WHERE id = ?",
    profile.mass, profile.height, profile.sex, profile.birthYear, profile.trunkLeanDegrees, profile.units.distance, profile.units.mass, runnerId,
  );
}

/** What all of a runner's runs are analysed with; posture is each run's own. */
export function analysisSettings(store: Store, runnerId: number): AnalysisSettings & { readonly calibration: ContactTimeCalibration | null } {
  const row = runnerOf(store, runnerId);
  return {
    runner: { mass: row.mass, height: row.height, sex: row.sex, birthYear: row.birth_year },
    calibration: row.calibration === null ? null : calibrationJson.parse(JSON.parse(row.calibration)),
  };
}

/** Keeps what the runner's measured runs say about their contact times. */
export function writeCalibration(store: Store, runnerId: number, calibration: ContactTimeCalibration | null): void {
  store.run("UPDATE runners SET calibration = ? WHERE id = ?", calibration && JSON.stringify(calibration), runnerId);
}

const idRow = z.object({ id: z.number() });

/** The simulated sample runner; null where it was removed or never made. */
export function sampleRunnerId(store: Store): number | null {
  return store.first(idRow, "SELECT id FROM runners WHERE is_sample = 1")?.id ?? null;
}

/** Whose runs are shown: the owner's own as soon as there is one, until then the sample runner's, where it was not removed. */
export function shownRunnerId(store: Store): number {
  const ownRun = store.first(idRow, "SELECT id FROM recordings WHERE runner_id = ? AND deleted_at IS NULL LIMIT 1", ownRunnerId);
  return ownRun ? ownRunnerId : sampleRunnerId(store) ?? ownRunnerId;
}

function runnerOf(store: Store, runnerId: number): z.infer<typeof runnerRow> {
  const row = store.first(runnerRow, "SELECT * FROM runners WHERE id = ?", runnerId);
  if (!row) throw new Error(`no runner ${runnerId} in the store`);
  return row;
}
