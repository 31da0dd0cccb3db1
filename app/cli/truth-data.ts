import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { figuresOfForce, figuresOfTrials, type DataFigure, type ForceRecord, type MeasuredTrial } from "../../src/index.ts";
import { readCsv } from "./csv.ts";
import { refused, systemReason } from "./failure.ts";
import { readForceColumn } from "./force-record.ts";

/** What the model reaches on the public data sets found under a folder; sets that are not there are named by `missing`. */
export async function figuresUnder(folder: string): Promise<{ readonly figures: readonly DataFigure[]; readonly missing: readonly string[] }> {
  const files = await filesUnder(folder);
  const figures: DataFigure[] = [];
  const missing: string[] = [];
  const trials = files.find((file) => basename(file) === "GRF_IMU_data.csv");
  if (trials) figures.push(...figuresOfTrials("alcantara-2021, treadmill, 3.8 to 5.4 m/s", await trialsIn(trials)));
  else missing.push("GRF_IMU_data.csv (alcantara-2021)");
  const forces = files.filter((file) => /^RBDS001runT\d\d_grf\.mot$/.test(basename(file)));
  if (forces.length > 0) figures.push(...figuresOfForce("fukuchi-2017, runner 1, right foot", await Promise.all(forces.map(forceIn))));
  else missing.push("RBDS001runT25_grf.mot and its like (fukuchi-2017)");
  return { figures, missing };
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder, { recursive: true })).toSorted().map((name) => join(folder, name));
  } catch (error) {
    throw refused(`${folder}: ${systemReason(error)}`);
  }
}

async function trialsIn(path: string): Promise<readonly MeasuredTrial[]> {
  const trials: MeasuredTrial[] = [];
  let header: readonly string[] | null = null;
  for await (const { cells, line } of readCsv(createReadStream(path, { encoding: "utf8" }))) {
    if (header === null) {
      header = cells;
      continue;
    }
    const names = header;
    const cell = (name: string): number => {
      const value = Number(cells[names.indexOf(name)] ?? Number.NaN);
      if (Number.isFinite(value)) return value;
      throw refused(`${path}: line ${line} has no number in the column ${name}; is it the data set's own file?`);
    };
    trials.push({ speed: cell("Speed"), stepRate: cell("IMUsf"), groundContactTime: cell("GRFtc"), peakVerticalForce: cell("GRFPeak"), mass: cell("Mass"), sex: cell("IsFemale") === 1 ? "female" : "male" });
  }
  return trials;
}

// The file's name gives the speed in tenths of a metre per second; runner 1 weighs 62 kg (the set's participant table), sampled at 300 Hz.
async function forceIn(path: string): Promise<ForceRecord> {
  return { force: await readForceColumn(path, "ground_force_r_vy"), sampleRate: 300, mass: 62, speed: Number(/T(\d\d)_/.exec(basename(path))?.[1]) / 10 };
}
