import { edit, type Edit, type EditedRows, type EditHead } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { settleUnderfoot } from "./underfoot.ts";

/** Makes an edit of shoes or ground with what follows from it for the runs, both or neither. */
export function settledEdit(store: Store, head: EditHead, work: (rows: EditedRows) => void): Edit {
  return store.transaction(() => {
    const done = edit(store, head, work);
    settleUnderfoot(store, head.runnerId);
    return done;
  });
}
