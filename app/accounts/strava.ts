import { plausibleWeather, type ToldWeather } from "../../src/index.ts";
import { readCsv, CsvTrouble, type CsvRow } from "../storage/csv.ts";
import type { Account, AccountShoe, ActivityFacts, ActivityWithoutFile } from "./account.ts";

/**
 * Strava's `activities.csv` and `shoes.csv`.
 *
 * The header is in the account's language and has grown over the years, with the same word over two columns; what has stayed is the order: number, date, name, sort,
 * description, time and distance come first, and the gear stands right before the file's name. The file's column is found by what it holds, so that no language need be known.
 */
export async function stravaAccount(activities: Uint8Array, shoes: Uint8Array | null): Promise<Account> {
  const troubles: string[] = [];
  const rows = await rowsOf(activities, "activities.csv", troubles);
  const fileAt = fileColumn(rows);
  const byPath = new Map<string, ActivityFacts>();
  const withoutFile: ActivityWithoutFile[] = [];
  if (fileAt < 0 && rows.length > 1) troubles.push("activities.csv: no column names the activities' files; their names and shoes were left out");
  const weatherOf = weatherColumns(rows[0]?.cells ?? []);
  for (const { cells } of fileAt < 0 ? [] : rows.slice(1)) {
    const cell = (index: number): string => (cells[index] ?? "").trim();
    const path = cell(fileAt);
    if (path === "") withoutFile.push({ name: cell(2), date: cell(1), kind: cell(3) });
    else byPath.set(normalPath(path), { name: cell(2) || null, description: cell(4) || null, gear: cell(fileAt - 1) || null, distance: kilometres(cell(6)), weather: weatherOf(cells) });
  }
  return { service: "strava", byPath, byStart: [], shoes: shoes === null ? [] : shoesOf(await rowsOf(shoes, "shoes.csv", troubles)), withoutFile, troubles };
}

/** The weather of a row, by the columns’ English names: in other languages no export with these columns was at hand to learn their names from. */
function weatherColumns(header: readonly string[]): (cells: readonly string[]) => ToldWeather | null {
  const [temperatureAt, humidityAt] = ["weather temperature", "humidity"].map((name) => header.findIndex((title) => title.trim().toLowerCase() === name));
  const number = (cell = ""): number | null => (cell.trim() === "" || !Number.isFinite(Number(cell)) ? null : Number(cell));
  // Its number for the sky is explained nowhere, and is left out.
  return (cells) => plausibleWeather({ from: "strava", airTemperatureCelsius: number(cells[temperatureAt ?? -1]), humidity: number(cells[humidityAt ?? -1]), sky: null });
}

/** A distance in kilometres, with the point or comma of the account's language [m]; null where there is none. */
function kilometres(cell: string): number | null {
  const told = Number(cell.replace(",", "."));
  return cell === "" || !Number.isFinite(told) ? null : told * 1000;
}

/** A path as it is looked up. */
export function normalPath(path: string): string {
  return path.replaceAll("\\", "/").replace(/^\.?\//, "").toLowerCase();
}

const activityFile = /^\.?\/?activities[/\\].+\.(fit|tcx|gpx)(\.gz)?$/i;

/** The column that holds most paths of activities; −1 where none does. */
function fileColumn(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(1)) for (const [index, cell] of cells.entries()) if (activityFile.test(cell.trim())) counts.set(index, (counts.get(index) ?? 0) + 1);
  const best = [...counts].toSorted(([, one], [, other]) => other - one)[0];
  return best && best[0] > 4 ? best[0] : -1;
}

function shoesOf(rows: readonly CsvRow[]): AccountShoe[] {
  return rows.slice(1).flatMap(({ cells }) => {
    const [name = "", brand = "", model = ""] = cells.map((cell) => cell.trim());
    const called = name || `${brand} ${model}`.trim();
    return called === "" ? [] : [{ name: called, brand: brand || null, model: model || null, since: null, isRetired: false }];
  });
}

async function rowsOf(bytes: Uint8Array, name: string, troubles: string[]): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  try {
    for await (const row of readCsv([new TextDecoder().decode(bytes)])) rows.push(row);
  } catch (error) {
    if (!(error instanceof CsvTrouble)) throw error;
    troubles.push(`${name}: ${error.message}; the rows before it were read`);
  }
  return rows;
}
