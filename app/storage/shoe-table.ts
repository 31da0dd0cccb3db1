import { z } from "zod";
import { csvLine, csvNumber, untoldShoe, type Shoe } from "../../src/index.ts";
import type { Edit } from "./edits.ts";
import { importGear, type FileGear } from "./gear-import.ts";
import type { Store } from "./open-store.ts";
import { newlySaid, readSaid, unknownChoice, writeSaid, type Said } from "./said.ts";
import { isSaid, saidColumns, saidInJson, saidInRows, saidRows } from "./said-table.ts";
import { shoeTold } from "./shoe-schema.ts";
import { listShoes, shoeColumns, type KeptShoe } from "./shoes.ts";
import { settledEdit } from "./settled-edit.ts";
import { checkAt, checkColumns, isJson, parseJson, readTable, TableRefused, type TableRow } from "./table.ts";

/** What a file changed. */
export interface CabinetImport {
  /** Null where nothing was changed. */
  readonly edit: Edit | null;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Rules that are here now; null where they stayed as they were. */
  readonly rules: number | null;
  /** Stretches of runs that were given their pair as said by hand. */
  readonly stretches: number;
  /** Stretches of runs that are not here. */
  readonly unknownRuns: number;
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

const names = columns.map(({ name }) => name);

/** Columns of the cabinet's table. */
export const cabinetColumns: readonly string[] = [...names, ...saidColumns];

/** The cabinet as comma-separated rows: its pairs, then which pair goes with which run. */
export function cabinetCsv(store: Store, runnerId: number): string {
  const cell = (shoe: Shoe, { field, per }: Column): string => {
    const value = shoe[field];
    return typeof value === "number" ? csvNumber(value * (per ?? 1)) : value ?? "";
  };
  const pairs = listShoes(store, runnerId).map((shoe) => csvLine([...columns.map((column) => cell(shoe, column)), ...saidColumns.map(() => "")]));
  return [csvLine(cabinetColumns), ...pairs, saidRows(readSaid(store, runnerId, "shoe"), (name) => [name, ...names.slice(1).map(() => "")])].join("");
}

/** The cabinet as one JSON object, in SI. */
export function cabinetJson(store: Store, runnerId: number): { readonly shoes: readonly Shoe[] } & Said {
  return {
    shoes: listShoes(store, runnerId).map(({ name, brand, model, kind, stackHeight, heelToToeDrop, foam, stiffnessNewtonsPerMillimetre, boughtOn, retiredOn, distanceBefore }) =>
      ({ name, brand, model, kind, stackHeight, heelToToeDrop, foam, stiffnessNewtonsPerMillimetre, boughtOn, retiredOn, distanceBefore })),
    ...readSaid(store, runnerId, "shoe"),
  };
}

/** Takes in a file as `cabinetCsv` or `cabinetJson` wrote it, or an export's table with the columns `Filename` and `Activity Gear`: pairs of a name that is here are changed, others added, rules take the place of those here. All of it or nothing. */
export async function importCabinet(store: Store, runnerId: number, text: string, now: number): Promise<CabinetImport> {
  const found = isJson(text) ? inJson(text) : await inTable(text);
  const nothingSaid = { rules: null, stretches: 0, unknownRuns: 0 };
  if ("gear" in found) {
    const { edit: done, runs, added, unknownFiles } = importGear(store, runnerId, found.gear, now);
    return { edit: done, added, changed: [], ...nothingSaid, runs, unknownFiles };
  }
  return { ...takeIn(store, runnerId, found, now), runs: 0, unknownFiles: 0 };
}

/** What a file holds of a cabinet. */
type CabinetFile = { readonly shoes: readonly Shoe[] } & Said;

function takeIn(store: Store, runnerId: number, { shoes, ...said }: CabinetFile, now: number): Omit<CabinetImport, "runs" | "unknownFiles"> {
  const known = new Map(listShoes(store, runnerId).map((shoe) => [shoe.name.toLowerCase(), shoe]));
  const isOther = (shoe: Shoe, kept: KeptShoe): boolean => columns.some(({ field }) => shoe[field] !== kept[field]);
  const added = shoes.filter(({ name }) => !known.has(name.toLowerCase()));
  const changed = shoes.flatMap((shoe) => {
    const kept = known.get(shoe.name.toLowerCase());
    return kept && isOther(shoe, kept) ? [{ shoe, id: kept.id }] : [];
  });
  const pairs = new Map([...known].map(([name, { id }]) => [name, id]));
  const unknown = unknownChoice(said, (name) => pairs.has(name.toLowerCase()) || added.some((shoe) => shoe.name.toLowerCase() === name.toLowerCase()));
  if (unknown !== null) throw new TableRefused(`a rule or a run names the pair “${unknown}”, which is neither here nor in the file; add it to the file`);
  const fresh = newlySaid(store, runnerId, "shoe", said);
  const told = { added: added.map(({ name }) => name), changed: changed.map(({ shoe }) => shoe.name), rules: fresh.rules && fresh.rules.length, stretches: fresh.stretches.length, unknownRuns: fresh.unknownRuns };
  const count = added.length + changed.length;
  if (count === 0 && !fresh.rules && fresh.stretches.length === 0) return { edit: null, ...told };
  const what = count === 0 ? "took in which pair goes with which run from a file" : `took in ${count === 1 ? "a pair" : `${count} pairs`} from a file`;
  const done = settledEdit(store, { runnerId, now, what }, (rows) => {
    for (const shoe of added) pairs.set(shoe.name.toLowerCase(), rows.insert("shoes", shoeColumns(shoe)));
    for (const { shoe, id } of changed) rows.update("shoes", id, shoeColumns(shoe));
    writeSaid(store, rows, { runnerId, about: "shoe", pairOf: (name) => pairs.get(name.toLowerCase()) ?? null }, fresh);
  });
  return { edit: done, ...told };
}

const jsonFile = z.object({ shoes: z.array(z.record(z.string(), z.unknown())), rules: z.array(z.unknown()).optional(), stretches: z.array(z.unknown()).optional() });

function inJson(text: string): CabinetFile {
  const json = parseJson(text);
  const file = jsonFile.safeParse(Array.isArray(json) ? { shoes: json } : json);
  if (!file.success) throw new TableRefused("the file holds no list of shoes; export the cabinet to see its form");
  return { shoes: withoutTwins(file.data.shoes.map((shoe, index) => checkAt(shoeTold, { ...untoldShoe, ...shoe }, `pair ${index + 1}`))), ...saidInJson(file.data) };
}

async function inTable(text: string): Promise<CabinetFile | { readonly gear: readonly FileGear[] }> {
  const table = await readTable(text);
  if (table.columns.includes("Filename") && table.columns.includes("Activity Gear")) {
    return { gear: table.rows.map((row) => ({ file: row.text("Filename"), gear: row.text("Activity Gear") })).filter(({ file, gear }) => file !== "" && gear !== "") };
  }
  checkColumns(table, { needed: ["name"], known: cabinetColumns });
  const pairs = table.rows.filter((row) => !isSaid(row));
  return { shoes: withoutTwins(pairs.map((row) => checkAt(shoeTold, { ...untoldShoe, ...shoeInRow(row) }, `line ${row.line}`))), ...saidInRows(table.rows, "name") };
}

function shoeInRow(row: TableRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.flatMap(({ name, field, per }) => {
    const value = per === null ? row.text(name) : row.number(name);
    return value === "" || value === null ? [] : [[field, typeof value === "number" ? value / (per ?? 1) : value]];
  }));
}

function withoutTwins(shoes: readonly Shoe[]): readonly Shoe[] {
  const twin = shoes.find(({ name }, index) => shoes.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index);
  if (twin) throw new TableRefused(`two pairs are called “${twin.name}”; give each its own name`);
  return shoes;
}
