import { z } from "zod";
import type { DayCovariates, PainEntry, Runner, RunKind, Shoe, Surface } from "../../src/index.ts";
import { insertDays } from "./day-answers.ts";
import { importFiles } from "./import-files.ts";
import { isAlive } from "./imports.ts";
import type { Store } from "./open-store.ts";
import { insertPainEntries } from "./pain-diary.ts";
import { insertRedFlags } from "./red-flag-answers.ts";
import { ownRunnerId, sampleRunnerId } from "./runners.ts";
import { recomputeStale } from "./recompute.ts";
import { insertShoe } from "./shoes.ts";
import { insertWeeks, type WeeklyAnswers } from "./weekly-answers.ts";

/** A simulated runner to look at before own runs are there. */
export interface SampleRunner {
  readonly runner: Runner;
  readonly trunkLeanDegrees: number | null;
  readonly shoes: readonly Shoe[];
  /** What their runs are on, by kind. */
  readonly grounds: readonly { readonly kind: RunKind; readonly surface: Surface }[];
  /** Files as a watch would write them, each with the place of its shoe in `shoes`. */
  readonly files: Iterable<{ readonly name: string; readonly bytes: Uint8Array; readonly shoe: number }>;
  readonly painEntries: readonly PainEntry[];
  readonly days: readonly DayCovariates[];
  readonly weeks: readonly Pick<WeeklyAnswers, "day" | "answers">[];
}

const settingRow = z.object({ value: z.string() });
const countRow = z.object({ count: z.number() });
const decided = "sample";

/** Whether a sample runner is due: none was ever loaded into this store whole or refused for it, and the owner has no run. */
export function isSampleDue(store: Store): boolean {
  const setting = store.first(settingRow, "SELECT value FROM settings WHERE runner_id = ? AND name = ?", ownRunnerId, decided);
  const isOpen = setting === null || isAbandoned(setting.value);
  return isOpen && store.first(countRow, "SELECT count(*) AS count FROM recordings WHERE runner_id = ?", ownRunnerId)?.count === 0;
}

/** Whether the program that was loading the sample ended before it was whole. */
function isAbandoned(value: string): boolean {
  const [state, processId] = value.split(" ");
  return state === "loading" && !isAlive(Number(processId));
}

/** Loads the sample runner as a runner of its own, never mixed with the owner's runs. */
export async function loadSample(store: Store, sample: SampleRunner, now: number, onProgress?: (done: number) => void): Promise<void> {
  const begun = store.transaction(() => {
    // Two programs may start at once; the one that decides first loads it.
    if (!isSampleDue(store)) return null;
    decide(store, `loading ${process.pid}`);
    store.run("DELETE FROM runners WHERE is_sample = 1");
    const runnerId = store.run(
      "INSERT INTO runners (is_sample, mass, height, sex, birth_year, trunk_lean_degrees) VALUES (1, ?, ?, ?, ?, ?)",
      sample.runner.mass, sample.runner.height, sample.runner.sex, sample.runner.birthYear, sample.trunkLeanDegrees,
    ).id;
    const shoeIds = sample.shoes.map(
      (shoe) => insertShoe(store, runnerId, shoe),
    );
    for (const [position, { kind, surface }] of sample.grounds.entries()) {
      store.run("INSERT INTO run_rules (runner_id, about, position, kind, choice) VALUES (?, 'surface', ?, ?, ?)", runnerId, position, kind, surface);
    }
    insertPainEntries(store, runnerId, sample.painEntries);
    insertDays(store, runnerId, sample.days);
    insertWeeks(store, runnerId, sample.weeks);
    const [firstEntry] = sample.painEntries;
    if (firstEntry) insertRedFlags(store, runnerId, firstEntry, now);
    return { runnerId, shoeIds };
  });
  if (!begun) return;
  await importFiles(store, withShoes(sample, begun.shoeIds), { source: "sample", now, runnerId: begun.runnerId, onProgress: ({ done }) => onProgress?.(done) });
  // Removed while it was loading, it stays removed.
  if (sampleRunnerId(store) !== begun.runnerId) return;
  // How worn a pair was at each run is known only once all are in.
  await recomputeStale(store, begun.runnerId);
  decide(store, "loaded");
}

function* withShoes({ files }: SampleRunner, shoeIds: readonly number[]) {
  for (const { name, bytes, shoe } of files) {
    const shoeId = shoeIds[shoe];
    yield { name, bytes, ...(shoeId === undefined ? {} : { shoeId }) };
  }
}

/** Removes the sample runner with all that is theirs, for good: it is never loaded into this store again. Answers how many runs went. */
export function removeSample(store: Store): number {
  const removed = store.transaction(() => {
    decide(store, "removed");
    const runnerId = sampleRunnerId(store);
    if (runnerId === null) return 0;
    const count = store.first(countRow, "SELECT count(*) AS count FROM recordings WHERE runner_id = ? AND deleted_at IS NULL", runnerId)?.count ?? 0;
    store.run("DELETE FROM runners WHERE id = ?", runnerId);
    return count;
  });
  store.shrink();
  return removed;
}

function decide(store: Store, value: string): void {
  store.run("INSERT OR REPLACE INTO settings (runner_id, name, value) VALUES (?, ?, ?)", ownRunnerId, decided, value);
}
