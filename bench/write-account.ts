import { closeSync, openSync, writeSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { readRecordings } from "../src/index.ts";
import { generatedRun } from "./generated-run.ts";

/** As a service writes it in its table: rounded. */
const kilometres = (bytes: Uint8Array): string => ((readRecordings(bytes).recordings[0]?.distance ?? 0) / 1000).toFixed(2);

/** What a generated account holds. */
export interface GeneratedAccount {
  readonly runs: number;
  /** Evening of the last of them [s since 1970]. */
  readonly until?: number;
  /** How long a run of the shortest kind takes; the longest takes about twice that. */
  readonly minutes?: number;
}

/** 3000 runs in ten years. */
const usualSpacing = Math.round((10 * 365.25 * 86_400) / 3000);
/** FIT counts seconds from 1990 on: more runs than fit since then come closer together. */
const longestHistory = 36 * 365.25 * 86_400;

/** Writes a zip like Strava's account export, one generated run after the other, so that its size needs no memory; answers the FIT files' bytes. */
export function writeAccount(path: string, { runs, until = 1_790_000_000, minutes = 35 }: GeneratedAccount): number {
  const spacing = Math.min(usualSpacing, Math.floor(longestHistory / runs));
  const file = openSync(path, "w");
  const directory: Buffer[] = [];
  const rows = ["Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename"];
  let position = 0;
  let fitBytes = 0;
  const put = (part: Uint8Array): void => {
    writeSync(file, part);
    position += part.length;
  };
  const add = (name: string, bytes: Uint8Array): void => {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(position, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, end, Buffer.from(name));
    put(Buffer.from([0x50, 0x4b, 3, 4]));
    put(common);
    put(Buffer.from(name));
    put(packed);
  };
  for (let seed = 0; seed < runs; seed += 1) {
    const name = `activities/${seed}.fit`;
    const bytes = generatedRun({ seed, minutes: minutes + ((seed * 17) % 41) * (minutes / 35), hasRunningDynamics: true, startedAt: until - (runs - 1 - seed) * spacing });
    fitBytes += bytes.length;
    rows.push(`${seed},d,Run ${seed},Run,,1,${kilometres(bytes)},false,Pair ${Math.floor(seed / 150)},${name}`);
    add(name, bytes);
  }
  add("activities.csv", Buffer.from(rows.join("\n")));
  const start = position;
  for (const part of directory) put(part);
  const trailer = Buffer.alloc(22);
  trailer.writeUInt32LE(0x06054b50, 0);
  trailer.writeUInt16LE(runs + 1, 8);
  trailer.writeUInt16LE(runs + 1, 10);
  trailer.writeUInt32LE(position - start, 12);
  trailer.writeUInt32LE(start, 16);
  put(trailer);
  closeSync(file);
  return fitBytes;
}
