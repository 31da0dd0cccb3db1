import { machineTables } from "./exported-tables.ts";
import type { Store } from "./open-store.ts";

/** Ends what was under way when a copy of the store was made: the programs that were at it do not run here, though others may bear their numbers. */
export function settleArrived(store: Store): void {
  store.transaction(() => {
    store.run("UPDATE imports SET state = 'cancelled' WHERE state = 'running'");
    store.run("DELETE FROM surface_maps WHERE contents IS NULL");
    // Another machine's folders may be anybody's here: the runner turns watching on again.
    store.run("UPDATE watched_folders SET is_watched_by_app = 0");
    for (const table of machineTables) store.run(`DELETE FROM ${table}`);
    const isSampleHalf = store.run("DELETE FROM settings WHERE name = 'sample' AND value LIKE 'loading %'").changes > 0;
    if (isSampleHalf) store.run("DELETE FROM runners WHERE is_sample = 1");
  });
}
