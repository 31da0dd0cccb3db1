import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Store } from "./open-store.ts";
import { largestFile } from "./unpack.ts";
import { readRecording } from "./recordings.ts";
import { countStale } from "./recompute.ts";
import { readResult } from "./summaries.ts";

/** One thing that was looked at. */
export interface Check {
  readonly id: "database" | "references" | "originals" | "recordings" | "summaries";
  readonly title: string;
  /** How many things were looked at. */
  readonly checked: number;
  /** What is wrong and what to do, one line each; empty where all is well. */
  readonly troubles: readonly string[];
  /** Remarks that need no action. */
  readonly remarks: readonly string[];
}

/** Looks the whole store over; changes nothing. */
export function examineStore(store: Store): readonly Check[] {
  return [database(store), references(store), originals(store), recordings(store), summaries(store)];
}

/** The same of what can be told without reading every run: whether the file is whole and its rows belong together. */
export function examineFile(store: Store): readonly Check[] {
  return [database(store), references(store)];
}

function database(store: Store): Check {
  const troubles = store.inspect("integrity_check").map(wordsOf).filter((line) => line !== "ok").map((line) => `${line}; copy the folder, then put a backup in its place`);
  return { id: "database", title: "the database file", checked: 1, troubles, remarks: [] };
}

const brokenReference = z.object({ table: z.string(), rowid: z.number().nullable(), parent: z.string() });

function references(store: Store): Check {
  const troubles = z.array(brokenReference).parse(store.inspect("foreign_key_check")).map(({ table, rowid, parent }) => `${table} ${rowid ?? "?"} refers to a row of ${parent} that is gone; put a backup in place of this store`);
  return { id: "references", title: "rows that belong together", checked: 1, troubles, remarks: [] };
}

const idRow = z.object({ id: z.number() });
const originalRow = z.object({ name: z.string(), sha256: z.string(), size: z.number(), gzipped: z.instanceof(Uint8Array), recordings: z.number() });

function originals(store: Store): Check {
  const ids = store.all(idRow, "SELECT id FROM originals ORDER BY id");
  // One at a time: all of them may be larger than the memory.
  const troubles = ids.flatMap(({ id }) => {
    const row = store.first(originalRow, "SELECT name, sha256, size, gzipped, (SELECT count(*) FROM recordings WHERE original_id = originals.id) AS recordings FROM originals WHERE id = ?", id);
    return row ? originalTroubles(row) : [];
  });
  return { id: "originals", title: "original files", checked: ids.length, troubles, remarks: [] };
}

function originalTroubles({ name, sha256, size, gzipped, recordings }: z.infer<typeof originalRow>): string[] {
  if (recordings === 0) return [`${name}: no run came from it any more; import it again`];
  try {
    const bytes = gunzipSync(gzipped, { maxOutputLength: largestFile });
    if (bytes.length === size && createHash("sha256").update(bytes).digest("hex") === sha256) return [];
    return [`${name}: its bytes are not those that were imported; delete its run and import the file again`];
  } catch {
    return [`${name}: its packed bytes are damaged; delete its run and import the file again`];
  }
}

function recordings(store: Store): Check {
  const ids = store.all(idRow, "SELECT id FROM recordings WHERE deleted_at IS NULL ORDER BY id");
  const troubles = ids.flatMap(({ id }) => {
    try {
      const found = readRecording(store, id);
      const { length, ...columns } = found?.recording.samples ?? { length: 0 };
      return Object.values(columns).every((column) => column.length === length) ? [] : [`run ${id}: its series have different lengths; delete the run and import its file again`];
    } catch (error) {
      return [`run ${id}: its series cannot be read (${error instanceof Error ? error.message : String(error)}); delete the run and import its file again`];
    }
  });
  return { id: "recordings", title: "runs", checked: ids.length, troubles, remarks: [] };
}

const summaryRow = z.object({ id: z.number(), result: z.string() });

function summaries(store: Store): Check {
  const rows = store.all(summaryRow, "SELECT recording_id AS id, result FROM summaries ORDER BY recording_id");
  const troubles = rows.filter(({ result }) => readResult(result) === null).map(({ id }) => `run ${id}: its summary cannot be read or the run could not be analysed; it is tried again when the model or the profile changes`);
  const stale = store.all(idRow, "SELECT id FROM runners").reduce((sum, { id }) => sum + countStale(store, id), 0);
  return { id: "summaries", title: "summaries", checked: rows.length, troubles, remarks: stale > 0 ? [`${stale} are from an older model or profile; they are computed anew when the runs are next shown`] : [] };
}

function wordsOf(row: unknown): string {
  return typeof row === "object" && row !== null ? Object.values(row).map(String).join(" ") : String(row);
}
