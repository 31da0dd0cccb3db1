import { z } from "zod";
import { dayCovariateIds, lookTimes, type DayCovariateId, type LookTime } from "../../src/index.ts";
import type { Store } from "./open-store.ts";

const settingRow = z.object({ value: z.string() });
const chosen = z.array(z.enum(dayCovariateIds)).readonly();
const passed = z.array(z.object({ runId: z.number(), time: z.enum(lookTimes) })).readonly();

/** Which questions of a day the runner chose to be asked; none until they choose. */
export function chosenQuestions(store: Store, runnerId: number): readonly DayCovariateId[] {
  return chosen.parse(read(store, runnerId, "diary-questions"));
}

/** Keeps the choice, in the questions' own order. */
export function chooseQuestions(store: Store, runnerId: number, ids: readonly DayCovariateId[]): void {
  write(store, runnerId, "diary-questions", dayCovariateIds.filter((id) => ids.includes(id)));
}

/** Looks at the back that the runner does not want to be asked for any more. */
export type PassedLook = z.infer<typeof passed>[number];

export function passedLooks(store: Store, runnerId: number): readonly PassedLook[] {
  return passed.parse(read(store, runnerId, "diary-passed"));
}

/** Asks no more for some looks of a run; of those passed before, the latest stay remembered. */
export function passLooks(store: Store, runnerId: number, runId: number, times: readonly LookTime[]): void {
  const others = passedLooks(store, runnerId).filter((look) => look.runId !== runId || !times.includes(look.time));
  write(store, runnerId, "diary-passed", [...others, ...times.map((time) => ({ runId, time }))].slice(-100));
}

function read(store: Store, runnerId: number, name: string): unknown {
  const setting = store.first(settingRow, "SELECT value FROM settings WHERE runner_id = ? AND name = ?", runnerId, name);
  const value: unknown = setting === null ? [] : JSON.parse(setting.value);
  return value;
}

function write(store: Store, runnerId: number, name: string, value: unknown): void {
  store.run("INSERT OR REPLACE INTO settings (runner_id, name, value) VALUES (?, ?, ?)", runnerId, name, JSON.stringify(value));
}
