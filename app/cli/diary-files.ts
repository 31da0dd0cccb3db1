import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { dateOrders, ratingScales, tableFields } from "../../src/index.ts";
import { systemReason } from "../containers/index.ts";
import { daysCsv, diaryCsv, diaryFile, DiaryRefusal, diaryRunnerId, exportDiary, importDiary, importTable, openTable, ownRunnerId, previewTable, tableOptions, type Store, type TableOptions } from "../storage/index.ts";
import { importedText, previewText } from "./diary-text.ts";
import { gather, listOf, placeOf, told } from "./diary-told.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { print, printJson, remark } from "./output.ts";
import { choiceOf, textOf, type OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { withStore } from "./store.ts";

const now = (): number => Date.now() / 1000;

/** Adds the parts of `footfall diary` that read and write files. */
export function defineFiles(command: Command): void {
  part(command, "export", "the diary as a file: JSON with everything, or tables", "diary export --csv --to pain.csv").option("--csv", "entries as a table, one row a place").option("--days", "what the days held, as a table").option("--to <file>", "write it here")
    .action(async (options: OptionValues) => withStore(options, (store) => write(store, options)));
  part(command, "import", "take in what export wrote, or another program's table", "diary import pain.csv --map \"How bad=painRating\" --dry-run").argument("<FILE>", "JSON or table; separator, encoding and columns are found out")
    .option("--map <column=field>", `which column holds what: ${tableFields.join(", ")}; column=none uses it for nothing`, gather)
    .option("--date-order <order>", dateOrders.join(", ")).option("--scale <scale>", ratingScales.join(", ")).option("--clock <time>", "for rows without a time of day (20:00)")
    .option("--place <place>", "for rows without a place (lower-lumbar:middle)").option("--means <text=place>", "what a text of the place column means; text=none leaves its rows out", gather)
    .option("--zone <name>", "zone of times that tell none, as Europe/Berlin (this machine's)").option("--dry-run", "show what would happen, change nothing")
    .action(async (file: string, options: OptionValues) => withStore(options, async (store) => {
      process.exitCode = await take(store, file, options);
    }));
}

async function write(store: Store, options: OptionValues): Promise<void> {
  const runnerId = diaryRunnerId(store);
  const text = options["csv"] ? diaryCsv(store, runnerId) : options["days"] ? daysCsv(store, runnerId) : `${JSON.stringify(exportDiary(store, runnerId), null, 2)}\n`;
  const file = textOf(options, "to");
  if (file === null) return print(text);
  await writeFile(file, text).catch((error: unknown) => {
    throw refused(`${file}: ${systemReason(error)}`);
  });
  await (options["json"] ? printJson({ file }) : print(`Written to ${file}.\n`));
}

async function take(store: Store, file: string, options: OptionValues): Promise<number> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw refused(`${file}: ${systemReason(error)}`);
  });
  const text = bytes.toString("utf8").trimStart();
  if (text.startsWith("{")) return takeWhole(store, file, text, options);
  const how = await named(file, () => readingOf(bytes, options));
  if (options["dryRun"]) {
    const preview = await named(file, () => previewTable(store, ownRunnerId, bytes, how, now()));
    await (options["json"] ? printJson(preview) : print(previewText(preview)));
    return exitCodeOf(file, preview.refused) || (preview.trouble ? exitCodes.refused : exitCodes.done);
  }
  const done = await named(file, () => importTable(store, ownRunnerId, { name: file.replace(/^.*[\\/]/, ""), bytes }, how, now()));
  await (options["json"] ? printJson(done) : print(importedText(done)));
  return exitCodeOf(file, done.refused);
}

/** Names each refused row; the exit code follows from it. */
function exitCodeOf(file: string, rows: readonly { readonly line: number; readonly reason: string }[]): number {
  for (const { line, reason } of rows) remark(`${file}: line ${line}: ${reason}`);
  return rows.length === 0 ? exitCodes.done : exitCodes.refused;
}

async function takeWhole(store: Store, file: string, text: string, options: OptionValues): Promise<number> {
  if (options["dryRun"]) throw wrongUse("diary import: --dry-run is for tables");
  const done = await named(file, () => importDiary(store, ownRunnerId, told(() => diaryFile.parse(jsonOf(file, text))), now()));
  const { edit, entries, days, weeks, redFlags, alreadyHere } = done;
  await (options["json"] ? printJson(done) : print(edit ? `Took in entries ${entries}, days ${days}, weeks ${weeks}, safety answers ${redFlags}; ${alreadyHere} entries were here already.\nfootfall edits undo ${edit.id} takes it back.\n` : "Nothing new: all of it is here already.\n"));
  return exitCodes.done;
}

function jsonOf(file: string, text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    throw refused(`${file}: it is not JSON; give a file as footfall diary export writes it`);
  }
}

async function named<Result>(file: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DiaryRefusal ? refused(`${file}: ${error.message}`) : error;
  }
}

async function readingOf(bytes: Uint8Array, options: OptionValues): Promise<TableOptions> {
  const maps = listOf(options, "map").map(lastEquals);
  const { header, mapping: guessed } = maps.length === 0 ? { header: [], mapping: {} } : (await openTable(bytes)).known;
  const mapping = Object.fromEntries(maps.flatMap(([heading, field]): readonly (readonly [string, number | null])[] => {
    const column = header.findIndex((name) => name.trim() === heading);
    if (column < 0) throw wrongUse(`--map "${heading}=${field}": its columns are ${header.map((name) => `“${name}”`).join(", ")}`);
    if (field === "none") return Object.entries(guessed).filter(([, one]) => one === column).map(([one]) => [one, null]);
    if (!tableFields.some((name) => name === field)) throw wrongUse(`--map "${heading}=${field}": a column holds one of ${tableFields.join(", ")}, or none`);
    return [[field, column]];
  }));
  const [clock, whereNone] = [textOf(options, "clock"), textOf(options, "place")];
  return told(() => tableOptions.parse({
    mapping, places: Object.fromEntries(listOf(options, "means").map(lastEquals).map(([text, place]) => [text, place === "none" ? null : placeOf(place, "--means")])),
    dateOrder: choiceOf(options, "dateOrder", dateOrders), scale: choiceOf(options, "scale", ratingScales), zone: textOf(options, "zone"),
    ...(clock === null ? {} : { clockWhereNone: clock.padStart(5, "0") }), ...(whereNone === null ? {} : { placeWhereNone: placeOf(whereNone, "--place") }),
  }));
}

/** A heading or a text may hold an equals sign itself. */
function lastEquals(text: string): readonly [string, string] {
  const at = text.lastIndexOf("=");
  if (at < 1) throw wrongUse(`"${text}": give it with an equals sign, as in the examples of --help`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
