import { z } from "zod";
import { runKind } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { readMeta } from "./recordings.ts";
import { listShoes } from "./shoes.ts";
import { readUnderfoot } from "./underfoot.ts";

const row = z.object({ runnerId: z.number(), meta: z.string(), underfoot: z.string() });

/** What lay under one run, and what could be chosen instead; null where there is no such run. */
export function readRunUnderfoot(store: Store, id: number) {
  const found = store.first(row, "SELECT runner_id AS runnerId, meta, underfoot FROM recordings WHERE id = ? AND deleted_at IS NULL", id);
  if (!found) return null;
  const meta = readMeta(found.meta);
  return {
    id,
    runnerId: found.runnerId,
    /** Along which stretches are counted [m]; null where the recording has none. */
    distance: meta.distance,
    kind: runKind(meta),
    ...readUnderfoot(found.underfoot),
    cabinet: listShoes(store, found.runnerId).map(({ id: shoeId, name, retiredOn }) => ({ id: shoeId, name, isRetired: retiredOn !== null })),
  };
}
