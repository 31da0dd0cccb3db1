import { z } from "zod";
import { untoldShoe } from "../../src/index.ts";
import type { Edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { listShoes, shoeColumns } from "./shoes.ts";
import { settledEdit } from "./settled-edit.ts";
import { toTheEnd } from "./underfoot-edits.ts";

/** What an export says of one file: its name, and the gear it names. */
export interface FileGear {
  readonly file: string;
  readonly gear: string;
}

/** What became of a list of gear. */
export interface GearImport {
  /** Null where nothing was changed. */
  readonly edit: Edit | null;
  readonly runs: number;
  /** Names of pairs that were not in the cabinet and were put there. */
  readonly added: readonly string[];
  /** Files that are not in the store. */
  readonly unknownFiles: number;
}

const runRow = z.object({ id: z.number() });
const claimRow = z.object({ id: z.number(), name: z.string().nullable() });

/** Takes over the gear an export names for its files: pairs not known by that name are put into the cabinet. What was said by hand goes before it. */
export function importGear(store: Store, runnerId: number, list: readonly FileGear[], now: number): GearImport {
  const known = new Map(listShoes(store, runnerId).map(({ id, name }) => [name.toLowerCase(), id]));
  const added = new Map<string, string>();
  const wanted: { readonly runId: number; readonly gear: string; readonly former: readonly number[] }[] = [];
  let unknownFiles = 0;
  for (const { file, gear } of list) {
    const runs = store.all(runRow, "SELECT recordings.id FROM recordings JOIN originals ON originals.id = original_id WHERE recordings.runner_id = ? AND deleted_at IS NULL AND originals.name = ?", runnerId, bareName(file));
    if (runs.length === 0) unknownFiles += 1;
    for (const { id } of runs) {
      const claims = store.all(claimRow, "SELECT shoe_claims.id, name FROM shoe_claims LEFT JOIN shoes ON shoes.id = shoe_id WHERE recording_id = ? AND said_by = 'file'", id);
      if (claims.some(({ name }) => name?.toLowerCase() === gear.toLowerCase())) continue;
      wanted.push({ runId: id, gear, former: claims.map((claim) => claim.id) });
      if (!known.has(gear.toLowerCase())) added.set(gear.toLowerCase(), gear);
    }
  }
  if (wanted.length === 0) return { edit: null, runs: 0, added: [], unknownFiles };
  const done = settledEdit(store, { runnerId, now, what: `took over the shoes of ${wanted.length} runs from an export` }, (rows) => {
    for (const [key, name] of added) known.set(key, rows.insert("shoes", shoeColumns({ ...untoldShoe, name })));
    for (const { runId, gear, former } of wanted) {
      for (const id of former) rows.remove("shoe_claims", id);
      rows.insert("shoe_claims", { recording_id: runId, from_metres: 0, to_metres: toTheEnd, shoe_id: known.get(gear.toLowerCase()) ?? null, said_by: "file" });
    }
  });
  return { edit: done, runs: wanted.length, added: [...added.values()], unknownFiles };
}

/** As originals are named: without folders and the ending `.gz`. */
const bareName = (path: string): string => path.replace(/^.*[/\\]/, "").replace(/\.gz$/i, "");
