import { z } from "zod";
import { untoldShoe } from "../../src/index.ts";
import type { OpenImport } from "./import-files.ts";
import type { Store } from "./open-store.ts";
import { insertShoe } from "./shoes.ts";

/** A pair as an account names it. */
export interface ToldShoe {
  readonly name: string;
  readonly brand: string | null;
  readonly model: string | null;
  /** Day it was first worn, `2024-03-01`. */
  readonly since: string | null;
}

const idRow = z.object({ id: z.number() });

/** The pair of that name in the cabinet; put there where it is not, to be taken out again with the import. */
export function shoeOfAccount(store: Store, { id: importId, runnerId }: OpenImport, { name, brand, model, since }: ToldShoe): number {
  const known = store.first(idRow, "SELECT id FROM shoes WHERE runner_id = ? AND name = ? COLLATE NOCASE ORDER BY id LIMIT 1", runnerId, name);
  if (known) return known.id;
  const id = insertShoe(store, runnerId, { ...untoldShoe, name, brand, model, boughtOn: since });
  store.run("UPDATE shoes SET import_id = ? WHERE id = ?", importId, id);
  return id;
}

/** Pairs the account calls retired, of those this import put into the cabinet, are retired from the day of the last run in them. */
export function retireAccountShoes(store: Store, { id: importId }: OpenImport, names: readonly string[]): void {
  for (const name of names) {
    store.run(
      `UPDATE shoes SET retired_on = (SELECT date(max(started_at), 'unixepoch') FROM recordings JOIN shoe_claims ON recording_id = recordings.id WHERE shoe_claims.shoe_id = shoes.id)
       WHERE import_id = ? AND name = ? COLLATE NOCASE AND retired_on IS NULL`,
      importId, name,
    );
  }
}
