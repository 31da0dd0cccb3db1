import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Store } from "./open-store.ts";
import { largestFile } from "./unpack.ts";

const stored = z.object({ name: z.string(), gzipped: z.instanceof(Uint8Array) });

/** The file a recording came from, unpacked, byte for byte; null where there is no such recording. */
export function originalOf(store: Store, recordingId: number): { readonly name: string; readonly bytes: Uint8Array } | null {
  const found = store.first(stored, "SELECT name, gzipped FROM originals WHERE id = (SELECT original_id FROM recordings WHERE id = ? AND deleted_at IS NULL)", recordingId);
  return found && { name: found.name, bytes: gunzipSync(found.gzipped, { maxOutputLength: largestFile }) };
}

/** Takes out originals that no recording came from any more. */
export function removeOrphanedOriginals(store: Store): number {
  return store.run("DELETE FROM originals WHERE NOT EXISTS (SELECT 1 FROM recordings WHERE original_id = originals.id)").changes;
}
