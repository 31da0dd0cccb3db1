import { z } from "zod";
import { csvLine, surfaces } from "../../src/index.ts";
import type { Edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { isSurfaceName, newlySaid, readSaid, unknownChoice, writeSaid, type Said } from "./said.ts";
import { isSaid, saidColumns, saidInJson, saidInRows, saidRows } from "./said-table.ts";
import { settledEdit } from "./settled-edit.ts";
import { checkColumns, isJson, parseJson, readTable, TableRefused } from "./table.ts";

/** What a file said of the ground. */
export interface GroundImport {
  /** Null where nothing was changed. */
  readonly edit: Edit | null;
  /** Rules that are here now; null where they stayed as they were. */
  readonly rules: number | null;
  readonly stretches: number;
  /** Stretches of runs that are not here. */
  readonly unknownRuns: number;
}

/** What a runner said of the ground, as one JSON object. */
export const groundJson = (store: Store, runnerId: number): Said => readSaid(store, runnerId, "surface");

/** Columns of that as a table. */
export const groundColumns: readonly string[] = ["surface", ...saidColumns];

/** The same as a table. */
export function groundCsv(store: Store, runnerId: number): string {
  return csvLine(groundColumns) + saidRows(readSaid(store, runnerId, "surface"), (surface) => [surface]);
}

const jsonFile = z.strictObject({ rules: z.array(z.unknown()).optional(), stretches: z.array(z.unknown()).optional() });

/** Takes in what `groundJson` or `groundCsv` wrote: its rules take the place of those here, its stretches are said again. All of it or nothing. */
export async function importGround(store: Store, runnerId: number, text: string, now: number): Promise<GroundImport> {
  const said = isJson(text) ? inJson(text) : await inTable(text);
  const unknown = unknownChoice(said, isSurfaceName);
  if (unknown !== null) throw new TableRefused(`nobody knows a ground “${unknown}”; the grounds are ${surfaces.join(", ")}`);
  const fresh = newlySaid(store, runnerId, "surface", said);
  const told = { rules: fresh.rules && fresh.rules.length, stretches: fresh.stretches.length, unknownRuns: fresh.unknownRuns };
  if (!fresh.rules && fresh.stretches.length === 0) return { edit: null, ...told };
  const done = settledEdit(store, { runnerId, now, what: "took in what a file says of the ground" }, (rows) => writeSaid(store, rows, { runnerId, about: "surface", pairOf: () => null }, fresh));
  return { edit: done, ...told };
}

function inJson(text: string): Said {
  const file = jsonFile.safeParse(parseJson(text));
  if (!file.success) throw new TableRefused("the file holds no rules and stretches; export what you said of the ground to see its form");
  return saidInJson(file.data);
}

async function inTable(text: string): Promise<Said> {
  const table = await readTable(text);
  checkColumns(table, { needed: ["surface"], known: groundColumns });
  const idle = table.rows.find((row) => !isSaid(row));
  if (idle) throw new TableRefused(`line ${idle.line}: it names neither a rule nor when a run began; fill rule or startedAt`);
  const nameless = table.rows.find((row) => row.text("surface") === "");
  if (nameless) throw new TableRefused(`line ${nameless.line}: it names no ground; fill surface`);
  return saidInRows(table.rows, "surface");
}
