import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { gravity, type ForceRecord, type MeasuredData, type MeasuredTrial } from "../../src/index.ts";
import { readCsv } from "../storage/csv.ts";
import { refused, systemReason } from "./failure.ts";
import { readForceColumn } from "./force-record.ts";

/** The public data sets found under a folder; those that are not there are named by `missing`. */
export async function measuredUnder(folder: string): Promise<{ readonly measured: MeasuredData; readonly missing: readonly string[] }> {
  const files = await filesUnder(folder);
  const find = (name: string): string | undefined => files.find((file) => basename(file) === name);
  const trials = find("GRF_IMU_data.csv");
  const slopes = find("GRF_one_sub.csv");
  // The same record lies in some folders twice: the first of each name counts.
  const level = [...new Map(files.filter((file) => /^RBDS001runT\d\d_grf\.mot$/.test(basename(file))).map((file) => [basename(file), file])).values()];
  const missing = [
    ...(trials === undefined ? ["GRF_IMU_data.csv (alcantara-2021)"] : []),
    ...(level.length === 0 ? ["RBDS001runT25_grf.mot and its like (fukuchi-2017)"] : []),
    ...(slopes === undefined ? ["GRF_one_sub.csv with Sub_Info_one_sub.csv (alcantara-2022)"] : []),
  ];
  const measured = {
    trials: trials === undefined ? [] : await trialsIn(trials),
    levelForce: await Promise.all(level.map(levelForceIn)),
    slopeForce: slopes === undefined ? [] : await slopeForceIn(slopes),
  };
  return { measured, missing };
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder, { recursive: true })).toSorted().map((name) => join(folder, name));
  } catch (error) {
    throw refused(`${folder}: ${systemReason(error)}`);
  }
}

async function trialsIn(path: string): Promise<readonly MeasuredTrial[]> {
  return (await namedRowsOf(path)).map((cell) => ({
    speed: cell("Speed"), stepRate: cell("IMUsf"), groundContactTime: cell("GRFtc"), peakVerticalForce: cell("GRFPeak"), mass: cell("Mass"), sex: cell("IsFemale") === 1 ? "female" : "male",
  }));
}

/** Runner 1 of fukuchi-2017 (the set's participant table): 62 kg, 1.81 m, forefoot; 300 Hz; the file's name gives the speed in tenths of a metre per second. */
async function levelForceIn(path: string): Promise<ForceRecord> {
  // Right and left foot have columns of their own, the vertical being the y axis.
  const force = await readForceColumn(path, "*_vy");
  return { force, sampleRate: 300, mass: 62, height: 1.81, speed: Number(/T(\d\d)_/.exec(basename(path))?.[1]) / 10, slope: 0, strikes: { forefoot: 1 } };
}

/** One trial a line, force along the treadmill's normal in body weights at 500 Hz; speed, slope, body and foot strikes stand in the table beside it. */
async function slopeForceIn(path: string): Promise<readonly ForceRecord[]> {
  const trials = await namedRowsOf(join(dirname(path), "Sub_Info_one_sub.csv"));
  const lines = (await textOf(path)).trim().split(/\r?\n/);
  if (lines.length !== trials.length) throw refused(`${path}: ${lines.length} records, but Sub_Info_one_sub.csv beside it tells of ${trials.length}; both must be the data set's own`);
  return trials.map((cell, index) => {
    const force = Float64Array.from((lines[index] ?? "").split(","), (text) => Number(text) * cell("Mass") * gravity);
    if (!force.every(Number.isFinite)) throw refused(`${path}: line ${index + 1} has a cell that is no number; is it the data set's own file?`);
    return {
      force, sampleRate: 500, mass: cell("Mass"), height: cell("Height") / 100, speed: cell("Speed"), slope: Math.tan((cell("Slope") * Math.PI) / 180),
      strikes: { rearfoot: cell("RFS") / 100, midfoot: cell("MFS") / 100, forefoot: cell("FFS") / 100 },
    };
  });
}

/** Rows of a comma-separated file with a header, each as a function from a column's name to its number. */
async function namedRowsOf(path: string): Promise<readonly ((name: string) => number)[]> {
  const rows: ((name: string) => number)[] = [];
  let header: readonly string[] | null = null;
  try {
    for await (const { cells, line } of readCsv(createReadStream(path, { encoding: "utf8" }))) {
      if (header === null) {
        header = cells;
        continue;
      }
      const names = header;
      rows.push((name) => {
        const value = Number(cells[names.indexOf(name)] ?? Number.NaN);
        if (Number.isFinite(value)) return value;
        throw refused(`${path}: line ${line} has no number in the column ${name}; is it the data set's own file?`);
      });
    }
  } catch (error) {
    throw refused(`${path}: ${systemReason(error)}`);
  }
  return rows;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw refused(`${path}: ${systemReason(error)}`);
  }
}
