import { analyseRecording, footfallCells, mergeCells, rankParts, readRecordings, whatIf } from "../src/index.ts";
import { generatedRun } from "./generated-run.ts";
import { secondsOf } from "./interleave.ts";
import type { BenchResult } from "./result.ts";

const [runs, minutes, moves] = [20, 60, 60] as const;

/** What a slider may take to be answered [ms]. */
const promised = 100;

/** A slider moved over four weeks: twenty runs of an hour, some 200,000 footfalls, all levers on; the 95th of a hundred moves. */
export async function whatIfMoves(): Promise<readonly BenchResult[]> {
  const runner = { mass: 68, height: 1.76, sex: null, birthYear: null };
  const all = Array.from({ length: runs }, (_, seed) => generatedRun({ seed: seed + 1, minutes, hasRunningDynamics: seed % 2 === 0 }))
    .flatMap((bytes) => readRecordings(bytes).recordings.flatMap((recording) => footfallCells(analyseRecording(recording, { runner }))));
  const baseline = { runner, trunkLeanDegrees: null, lordosisDegrees: null, cells: mergeCells(all) };
  const times: number[] = [];
  for (let move = 0; move < moves; move++) {
    const change = { speed: 1 - move / 1000, stepRate: 1 + move / 1000, slope: move / 2000, mass: -move / 20, leanDegrees: move / 20, surface: "grass", shoeStiffnessNewtonsPerMillimetre: 61 } as const;
    times.push(1000 * (await secondsOf(() => void whatIf(baseline, change))));
  }
  const value = times.toSorted((one, other) => one - other)[Math.floor(0.95 * moves)] ?? Number.NaN;
  const parts = 1000 * (await secondsOf(() => void rankParts(baseline, { speed: 0.95, stepRate: 1.05, leanDegrees: 2 })));
  process.stderr.write(`  ${Math.round(all.reduce((sum, { footfalls }) => sum + footfalls, 0))} footfalls as ${baseline.cells.length} cells; the ranking of three parts, shown a moment later, ${parts.toFixed(0)} ms\n`);
  return [{ name: "what-if", value, unit: "ms", peer: "promised", peerValue: promised, ratio: promised / value }];
}
