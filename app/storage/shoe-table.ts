import { z } from "zod";
import { csvLine, csvNumber, untoldShoe, type Shoe } from "../../src/index.ts";
import { CsvTrouble, readCsv } from "./csv.ts";
import type { Edit } from "./edits.ts";
import { importGear, type FileGear } from "./gear-import.ts";
import type { Store } from "./open-store.ts";
import { shoeTold } from "./shoe-schema.ts";
import { listShoes, shoeColumns, type KeptShoe } from "./shoes.ts";
import { settledEdit } from "./settled-edit.ts";

/** A file that is no cabinet, in one line: what, where, what to do. */
export class TableRefused extends Error {}

/** What a file changed. */
export interface CabinetImport {
  /** Null where nothing was changed. */
  readonly edit: Edit | null;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Runs that an export's list of gear gave their pair. */
  readonly runs: number;
  readonly unknownFiles: number;
}

interface Column {
  readonly name: string;
  readonly field: keyof Shoe;
  /** How many of the column's unit one of the field's is; null for words. */
  readonly per: number | null;
}

const columns: readonly Column[] = [
  { name: "name", field: "name", per: null }, { name: "brand", field: "brand", per: null }, { name: "model", field: "model", per: null }, { name: "kind", field: "kind", per: null },
  { name: "stackHeightMillimetres", field: "stackHeight", per: 1000 }, { name: "heelToToeDropMillimetres", field: "heelToToeDrop", per: 1000 }, { name: "foam", field: "foam", per: null },
  { name: "stiffnessNewtonsPerMillimetre", field: "stiffnessNewtonsPerMillimetre", per: 1 }, { name: "boughtOn", field: "boughtOn", per: null }, { name: "retiredOn", field: "retiredOn", per: null },
  { name: "distanceBeforeKilometres", field: "distanceBefore", per: 0.001 },
];

/** The cabinet as comma-separated rows. */
export function cabinetCsv(shoes: readonly KeptShoe[]): string {
  const cell = (shoe: Shoe, { field, per }: Column): string => {
    const value = shoe[field];
    return typeof value === "number" ? csvNumber(value * (per ?? 1)) : value ?? "";
  };
  return csvLine(columns.map(({ name }) => name)) + shoes.map((shoe) => csvLine(columns.map((column) => cell(shoe, column)))).join("");
}

/** The cabinet as one JSON object, in SI. */
export function cabinetJson(shoes: readonly KeptShoe[]): { readonly shoes: readonly Shoe[] } {
  return {
    shoes: shoes.map(({ name, brand, model, kind, stackHeight, heelToToeDrop, foam, stiffnessNewtonsPerMillimetre, boughtOn, retiredOn, distanceBefore }) =>
      ({ name, brand, model, kind, stackHeight, heelToToeDrop, foam, stiffnessNewtonsPerMillimetre, boughtOn, retiredOn, distanceBefore })),
  };
}

/** Takes in a file as `cabinetCsv` or `cabinetJson` wrote it, or an export's table with the columns `Filename` and `Activity Gear`: pairs of a name that is here are changed, others added. All of it or nothing. */
export async function importCabinet(store: Store, runnerId: number, text: string, now: number): Promise<CabinetImport> {
  const found = /^\s*[{[]/.test(text) ? { shoes: shoesInJson(text) } : await tableIn(text);
  if ("gear" in found) {
    const { edit: done, runs, added, unknownFiles } = importGear(store, runnerId, found.gear, now);
    return { edit: done, added, changed: [], runs, unknownFiles };
  }
  return { ...takeIn(store, runnerId, found.shoes, now), runs: 0, unknownFiles: 0 };
}

function takeIn(store: Store, runnerId: number, shoes: readonly Shoe[], now: number): Pick<CabinetImport, "edit" | "added" | "changed"> {
  const known = new Map(listShoes(store, runnerId).map((shoe) => [shoe.name.toLowerCase(), shoe]));
  const isOther = (shoe: Shoe, kept: KeptShoe): boolean => columns.some(({ field }) => shoe[field] !== kept[field]);
  const fresh = shoes.filter(({ name }) => !known.has(name.toLowerCase()));
  const changed = shoes.flatMap((shoe) => {
    const kept = known.get(shoe.name.toLowerCase());
    return kept && isOther(shoe, kept) ? [{ shoe, id: kept.id }] : [];
  });
  const names = { added: fresh.map(({ name }) => name), changed: changed.map(({ shoe }) => shoe.name) };
  if (fresh.length + changed.length === 0) return { edit: null, ...names };
  const done = settledEdit(store, { runnerId, now, what: `took in ${fresh.length + changed.length} pairs from a file` }, (rows) => {
    for (const shoe of fresh) rows.insert("shoes", shoeColumns(shoe));
    for (const { shoe, id } of changed) rows.update("shoes", id, shoeColumns(shoe));
  });
  return { edit: done, ...names };
}

const jsonFile = z.object({ shoes: z.array(z.record(z.string(), z.unknown())) });

function shoesInJson(text: string): readonly Shoe[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new TableRefused(`the file is no JSON (${error instanceof Error ? error.message : String(error)}); export the cabinet again`);
  }
  const file = jsonFile.safeParse(Array.isArray(parsed) ? { shoes: parsed } : parsed);
  if (!file.success) throw new TableRefused(`the file holds no list of shoes; export the cabinet to see its form`);
  return withoutTwins(file.data.shoes.map((shoe, index) => checked({ ...untoldShoe, ...shoe }, `pair ${index + 1}`)));
}

async function tableIn(text: string): Promise<{ readonly shoes: readonly Shoe[] } | { readonly gear: readonly FileGear[] }> {
  async function* once(): AsyncGenerator<string> {
    yield text;
  }
  const rows: { readonly cells: readonly string[]; readonly line: number }[] = [];
  try {
    for await (const row of readCsv(once())) rows.push(row);
  } catch (error) {
    if (error instanceof CsvTrouble) throw new TableRefused(error.message);
    throw error;
  }
  const [header, ...body] = rows;
  const names = header?.cells.map((name) => name.trim()) ?? [];
  const [file, gear] = [names.indexOf("Filename"), names.indexOf("Activity Gear")];
  if (file >= 0 && gear >= 0) return { gear: body.flatMap(({ cells }) => (cells[file] && cells[gear]?.trim() ? [{ file: cells[file], gear: cells[gear].trim() }] : [])) };
  if (!names.includes("name")) throw new TableRefused(`line 1: there is no column "name"; the columns are ${columns.map(({ name }) => name).join(", ")}`);
  const unknown = names.find((name) => !columns.some((column) => column.name === name));
  if (unknown !== undefined) throw new TableRefused(`line 1: nobody knows a column "${unknown}"; the columns are ${columns.map(({ name }) => name).join(", ")}`);
  return { shoes: withoutTwins(body.map(({ cells, line }) => checked({ ...untoldShoe, ...shoeOfCells(names, cells, line) }, `line ${line}`))) };
}

function shoeOfCells(names: readonly string[], cells: readonly string[], line: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.flatMap(({ name, field, per }) => {
    const cell = cells[names.indexOf(name)]?.trim() ?? "";
    if (cell === "") return [];
    const number = Number(cell);
    if (per !== null && !Number.isFinite(number)) throw new TableRefused(`line ${line}: ${name} "${cell}" is not a number`);
    return [[field, per === null ? cell : number / per]];
  }));
}

function checked(told: unknown, where: string): Shoe {
  const shoe = shoeTold.safeParse(told);
  if (shoe.success) return shoe.data;
  const [issue] = shoe.error.issues;
  throw new TableRefused(`${where}: ${issue?.path.length ? `${issue.path.join(".")}: ` : ""}${issue?.message ?? "not a pair of shoes"}`);
}

function withoutTwins(shoes: readonly Shoe[]): readonly Shoe[] {
  const twin = shoes.find(({ name }, index) => shoes.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index);
  if (twin) throw new TableRefused(`two pairs are called “${twin.name}”; give each its own name`);
  return shoes;
}
