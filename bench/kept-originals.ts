import { z } from "zod";
import type { Store } from "../app/storage/index.ts";

const sizeRow = z.object({ bytes: z.number().nullable() });

/** Bytes that a store's originals take up, packed as they are kept. */
export function keptOriginals(store: Store): number {
  return store.first(sizeRow, "SELECT sum(length(gzipped)) AS bytes FROM originals")?.bytes ?? 0;
}
