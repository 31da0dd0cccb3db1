import { analyseRecording, readRecordings } from "../src/index.ts";
import { generatedFiles } from "./files.ts";
import { secondsOf } from "./interleave.ts";
import type { BenchResult } from "./result.ts";

const rounds = 7;

/** Footfalls reconstructed, loaded and summarised, from recordings in memory. */
export async function footfalls(): Promise<readonly BenchResult[]> {
  const recordings = generatedFiles(6).flatMap(({ bytes }) => readRecordings(bytes).recordings);
  const settings = { runner: { mass: 68, height: 1.76, sex: null, birthYear: null } };
  const analyseAll = (): number => recordings.reduce((sum, recording) => sum + analyseRecording(recording, settings).footfalls.length, 0);
  const count = analyseAll();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await secondsOf(() => void analyseAll()));
  const middle = times.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  return [{ name: "footfalls", value: count / middle, unit: "footfalls/s", peer: null, peerValue: null, ratio: null }];
}
