import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import FitParser from "fit-file-parser";
import { readRecordings } from "../src/index.ts";
import { generatedRun } from "./generated-run.ts";

export interface BenchFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Generated runs of usual length, with and without measured contact time. */
export function generatedFiles(count: number): readonly BenchFile[] {
  return Array.from({ length: count }, (_, seed) => ({
    name: `generated-${seed}.fit`,
    bytes: generatedRun({ seed, minutes: 25 + ((seed * 17) % 50), hasRunningDynamics: seed % 2 === 0 }),
  }));
}

/** Public FIT files of runs and walks that both sides read, from the folder of real data beside the project; none where it is absent. */
export function realFiles(): readonly BenchFile[] {
  const folder = fileURLToPath(new URL("../../../shared/data/activity", import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.toLowerCase().endsWith(".fit"))
    .toSorted()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
    .filter(({ bytes }) => readRecordings(bytes).recordings.length > 0 && parseByPeer(bytes));
}

/** Decodes by fit-file-parser; whether it took the file. */
export function parseByPeer(bytes: Uint8Array<ArrayBuffer>): boolean {
  let isTaken = false;
  new FitParser({ force: true, mode: "list" }).parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), (error, data) => {
    isTaken = error === undefined && data !== undefined;
  });
  return isTaken;
}

/** Bytes in all. */
export function totalBytes(files: readonly BenchFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
