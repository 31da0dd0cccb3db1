import { csvLine, csvNumber } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { listPostures } from "./posture.ts";

/** Postures as they were taken, for another store: `importPostures` takes them in. */
export function exportPostures(store: Store, runnerId: number) {
  return { entries: listPostures(store, runnerId).map(({ id: _id, findings: _findings, ...taken }) => taken) };
}

/** Columns of the table: what is told goes in again, what follows from marked points is for reading. */
const columns = ["day", "trunkLeanDegrees", "trunkLeanSpreadDegrees", "sacrumDegrees", "thoracolumbarDegrees", "trunkToHipAnkleDegrees", "headDegrees", "overstrideDegrees", "lordosisDegrees", "strides", "note"] as const;

/** Postures as a table of angles, oldest first; the marked points are in the JSON. */
export function posturesCsv(store: Store, runnerId: number): string {
  const rows = listPostures(store, runnerId).toReversed().map(({ day, sideView, inclinometer, note, findings }) => csvLine([
    day, csvNumber(findings.trunkLean?.value), csvNumber(findings.trunkLeanSpreadDegrees), csvNumber(inclinometer?.sacrumDegrees), csvNumber(inclinometer?.thoracolumbarDegrees),
    csvNumber(findings.trunkToHipAnkle?.value), csvNumber(findings.head?.value), csvNumber(findings.overstride?.value), csvNumber(findings.lordosis?.value), csvNumber(sideView?.strides.length), note ?? "",
  ]));
  return [csvLine(columns), ...rows].join("");
}
