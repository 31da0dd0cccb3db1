import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { csvLine, csvNumber, modelVersion } from "../../src/index.ts";
import { asText, databaseName, exportedColumns, exportedTables, exportFile, exportFileNames, exportRows, countExportRows, listRuns, openStore, originalNameOf, snapshotStore, type Store, type TableRow } from "../storage/index.ts";
import type { BackupOptions } from "./backup.ts";
import { exportSchema, fileKey } from "./export-schema.ts";
import { exportManifest, manifestHead, manifestNames, type ExportManifest } from "./manifest.ts";
import { withTemporary } from "./temporary.ts";
import { inCopyWords } from "./trouble.ts";
import { writeCopy, type MemberToWrite } from "./write-copy.ts";

/** Writes everything a runner keeps in open formats into a new folder, or a zip: what came in as it came, the rest as tables. The sample runner stays out of it. */
export async function exportStore(home: string, path: string, to: "zip" | "folder", { version, now, onProgress, signal }: Omit<BackupOptions, "passphrase">): Promise<ExportManifest> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return await withTemporary(dirname(path), async (folder) => {
      // One moment's state, whatever is written meanwhile.
      await snapshotStore(home, join(folder, databaseName), signal ? { signal } : {});
      const store = openStore(folder);
      try {
        const tables = Object.fromEntries(Object.keys(exportedTables).map((table) => [table, countExportRows(store, table)]));
        const manifest = exportManifest.parse({ format: "footfall-export", ...manifestHead("export", version, now), modelVersion, tables });
        await writeCopy(path, to, members(store, manifest, onProgress ?? (() => undefined)), signal);
        return manifest;
      } finally {
        store.close();
      }
    });
  } catch (error) {
    throw inCopyWords(error, path);
  }
}

const text = (name: string, parts: Iterable<string>): MemberToWrite => ({ name, bytes: inBytes(parts), isText: true });

function* inBytes(parts: Iterable<string>): Generator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function* members(store: Store, manifest: ExportManifest, onProgress: (share: number) => void): AsyncGenerator<MemberToWrite> {
  yield text(manifestNames.export, [`${JSON.stringify(manifest, null, 2)}\n`]);
  yield text("README.txt", [readme]);
  yield text("schema.json", [`${JSON.stringify(exportSchema(), null, 2)}\n`]);
  yield text("activities.csv", activities(store));
  const files = Object.keys(exportedTables).map((table) => ({ table, names: exportFileNames(store, table) }));
  const total = files.reduce((sum, { names }) => sum + names.size, 1);
  let done = 0;
  for (const { table, names } of files) {
    yield text(`tables/${table}.jsonl`, lines(store, table, names));
    yield text(`tables/${table}.csv`, csv(store, table));
    for (const [id, name] of names) {
      // Packed once more where it is not packed already: recordings are half the size.
      yield { name, bytes: [exportFile(store, table, id)], isText: table === "originals" };
      done += 1;
      onProgress(done / total);
    }
  }
  onProgress(1);
}

function* lines(store: Store, table: string, names: ReadonlyMap<number, string>): Generator<string> {
  for (const row of exportRows(store, table)) {
    const cells = Object.entries(row).map(([column, value]) => [column, cellOf(value)] as const);
    const file = typeof row["id"] === "number" ? names.get(row["id"]) : undefined;
    yield `${JSON.stringify(Object.fromEntries([...cells, ...(file === undefined ? [] : [[fileKey, file] as const])]))}\n`;
  }
}

/** A value of a row in JSON: what is JSON already is nested, bytes are base64. */
function cellOf(value: TableRow[string] | undefined): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return typeof value === "string" ? nested(value) ?? value : value;
}

function nested(value: string): object | null {
  if (!/^[[{]/.test(value)) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    // Only what comes back to the letter.
    return typeof parsed === "object" && JSON.stringify(parsed) === value ? parsed : null;
  } catch {
    return null;
  }
}

function* csv(store: Store, table: string): Generator<string> {
  const columns = exportedColumns(table).filter(({ type }) => type !== "BLOB").map(({ name }) => name);
  yield csvLine(columns);
  for (const row of exportRows(store, table)) yield csvLine(columns.map((name) => (typeof row[name] === "string" ? asText(row[name]) : row[name]?.toString() ?? "")));
}

const runsAtATime = 200;

/** The runs as Strava's accounts list them, which many programs read, and what Footfall found beside. */
function* activities(store: Store): Generator<string> {
  const figures = ["speed", "peakVerticalForce", "l5s1Peak"] as const;
  const units = { speed: "MetresPerSecond", peakVerticalForce: "BodyWeights", l5s1Peak: "BodyWeights" };
  yield csvLine(["Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time", "Distance", "Activity Gear", "Filename", "footfalls", ...figures.flatMap((name) => [`${name}${units[name]}`, `${name}Low`, `${name}High`, `${name}Basis`])]);
  const names = exportFileNames(store, "originals");
  for (let offset = 0; ; offset += runsAtATime) {
    const { runs } = listRuns(store, { offset, limit: runsAtATime });
    for (const run of runs) {
      const original = run.isSample ? null : originalNameOf(store, run.id);
      if (!original) continue;
      yield csvLine([
        String(run.id), run.startedAt, asText(original.title ?? ""), run.sport === "walking" ? "Walk" : "Run", "", csvNumber(run.duration), run.distance === null ? "" : csvNumber(run.distance / 1000),
        asText(run.shoe?.name ?? ""), names.get(original.id) ?? "", String(run.footfallCount),
        ...figures.flatMap((name) => { const quantity = run[name]; return quantity ? [csvNumber(quantity.value), csvNumber(quantity.low), csvNumber(quantity.high), quantity.basis] : ["", "", "", ""]; }),
      ]);
    }
    if (runs.length < runsAtATime) return;
  }
}

const readme = `Everything that Footfall keeps for you, in formats that other programs read.

activities/      the files of your runs, byte for byte as they came
activities.csv   your runs, listed as in the exports of Strava: other programs take activities.csv and activities/ in as such;
                 behind them what Footfall found, each figure with its 90 % band and how it is known
photos/          pictures of your shoes
tables/          all else: one table each as .csv for you, and as .jsonl (one JSON object a line) for programs; SI units, times in
                 seconds since 1970-01-01T00:00:00Z
schema.json      what a line of each .jsonl holds, as a JSON Schema
SHA256SUMS       sha256sum -c SHA256SUMS tells whether all of it is as it was written

footfall import takes it in again: into an empty store all of it, as it was; into one with runs of its own the runs, with their
names and shoes.
`;
