import { z } from "zod";
import { csvLine, csvNumber, type PostureTaken } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { postureTaken } from "./posture-schema.ts";
import { importPostures, listPostures, type PosturesImported } from "./posture.ts";
import { checkAt, checkColumns, isJson, parseJson, readTable, TableRefused, type TableRow } from "./table.ts";

/** Postures as they were taken, for another store: `importPostureFile` takes them in. */
export function exportPostures(store: Store, runnerId: number) {
  return { entries: listPostures(store, runnerId).map(({ id: _id, findings: _findings, ...taken }) => taken) };
}

/** Columns that are taken in again; `sideView` is JSON of the marked points. */
export const postureColumns = ["day", "toldLeanDegrees", "toldLeanSpreadDegrees", "sacrumDegrees", "thoracolumbarDegrees", "note", "sideView"] as const;

/** Columns that follow from those, for reading; passed over when the table comes in. */
export const postureFindingColumns = ["trunkLeanDegrees", "trunkLeanSpreadDegrees", "trunkToHipAnkleDegrees", "headDegrees", "overstrideDegrees", "lordosisDegrees"] as const;

/** Postures as a table, oldest first. */
export function posturesCsv(store: Store, runnerId: number): string {
  const rows = listPostures(store, runnerId).toReversed().map(({ day, sideView, toldLean, inclinometer, note, findings }) => csvLine([
    day, csvNumber(toldLean?.degrees), csvNumber(toldLean?.spreadDegrees), csvNumber(inclinometer?.sacrumDegrees), csvNumber(inclinometer?.thoracolumbarDegrees), note ?? "", sideView ? JSON.stringify(sideView) : "",
    csvNumber(findings.trunkLean?.value), csvNumber(findings.trunkLeanSpreadDegrees), csvNumber(findings.trunkToHipAnkle?.value), csvNumber(findings.head?.value), csvNumber(findings.overstride?.value), csvNumber(findings.lordosis?.value),
  ]));
  return [csvLine([...postureColumns, ...postureFindingColumns]), ...rows].join("");
}

const jsonFile = z.object({ entries: z.array(z.unknown()) });

/** Takes in what `exportPostures` or `posturesCsv` wrote, or a table of the same columns written by hand: all of it or nothing. Throws a TableRefused, or a PostureRefusal where points cannot be where they are. */
export async function importPostureFile(store: Store, runnerId: number, text: string, now: number): Promise<PosturesImported> {
  return importPostures(store, runnerId, isJson(text) ? inJson(text) : await inTable(text), now);
}

function inJson(text: string): readonly PostureTaken[] {
  const file = jsonFile.safeParse(parseJson(text));
  if (!file.success) throw new TableRefused("the file holds no list of entries; export your postures to see its form");
  return file.data.entries.map((entry, index) => checkAt(postureTaken, entry, `entry ${index + 1}`));
}

async function inTable(text: string): Promise<readonly PostureTaken[]> {
  const table = await readTable(text);
  checkColumns(table, { needed: ["day"], known: [...postureColumns, ...postureFindingColumns] });
  return table.rows.map(takenIn);
}

function takenIn(row: TableRow): PostureTaken {
  const where = `line ${row.line}`;
  const [lean, spreadDegrees] = [row.number("toldLeanDegrees"), row.number("toldLeanSpreadDegrees")];
  const [sacrumDegrees, thoracolumbarDegrees] = [row.number("sacrumDegrees"), row.number("thoracolumbarDegrees")];
  const points = row.text("sideView");
  if (lean === null && spreadDegrees !== null) throw new TableRefused(`${where}: toldLeanSpreadDegrees is the error of a lean that is not told; give toldLeanDegrees too`);
  if ((sacrumDegrees === null) !== (thoracolumbarDegrees === null)) throw new TableRefused(`${where}: sacrumDegrees and thoracolumbarDegrees go together; give both readings`);
  if (lean === null && sacrumDegrees === null && points === "") throw new TableRefused(`${where}: nothing was measured; give toldLeanDegrees, both readings, or sideView`);
  return checkAt(postureTaken, {
    day: row.text("day"), sideView: points === "" ? null : pointsIn(points, where), toldLean: lean === null ? null : { degrees: lean, spreadDegrees },
    inclinometer: sacrumDegrees === null ? null : { sacrumDegrees, thoracolumbarDegrees }, note: row.text("note") === "" ? null : row.text("note"),
  }, where);
}

function pointsIn(text: string, where: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    throw new TableRefused(`${where}: sideView is no JSON of marked points; leave it empty, or copy it whole`);
  }
}
