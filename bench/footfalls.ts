import { analyseRecording, completeBody, discLevels, gaits, readRecordings, usualTrunkLeanDegrees, type FootfallLoads, type Footfalls, type RunAnalysis } from "../src/index.ts";
import { directFootfall, footfallSetting, forceModelFor, integratedPeaks, stepForce, transmissionConditions, usualUnderfoot, type FootfallTiming } from "../src/shock/index.ts";
import { generatedFiles } from "./files.ts";
import { secondsOf } from "./interleave.ts";
import type { BenchResult } from "./result.ts";

const rounds = 9;
const runner = { mass: 68, height: 1.76, sex: null, birthYear: null };

/** Footfalls reconstructed, modelled and summarised from recordings in memory, every disc's peak with its band; beside it the direct path, and beside that plain Runge–Kutta steps. */
export async function footfalls(): Promise<readonly BenchResult[]> {
  const recordings = generatedFiles(6).flatMap(({ bytes }) => readRecordings(bytes).recordings);
  const analyseAll = (): readonly RunAnalysis[] => recordings.map((recording) => {
    const analysis = analyseRecording(recording, { runner });
    readEveryDisc(analysis.loads);
    return analysis;
  });
  const analyses = analyseAll();
  const count = analyses.reduce((sum, { footfalls: { length } }) => sum + length, 0);
  const fast = count / (await middleSeconds(rounds, () => void analyseAll()));
  const direct = await rateOf(followDirectly, analyses, 60, 5);
  const integrated = await rateOf(integrate, analyses, 1, 1);
  return [
    { name: "footfalls", value: fast, unit: "footfalls/s", peer: "the direct integration", peerValue: direct, ratio: fast / direct },
    { name: "footfalls-direct", value: direct, unit: "footfalls/s", peer: "plain Runge–Kutta", peerValue: integrated, ratio: direct / integrated },
  ];
}

/** The bands are worked out when asked for: asks for all of them. */
function readEveryDisc({ peakCompressionBodyWeights }: FootfallLoads): number {
  return discLevels.reduce((sum, level) => {
    const { value, low, high } = peakCompressionBodyWeights[level];
    return sum + value[0]! + low[0]! + high[0]!;
  }, 0);
}

const setting = footfallSetting(completeBody(runner), usualTrunkLeanDegrees.value, null, "unknown", usualUnderfoot);

function followDirectly(timing: FootfallTiming): void {
  const { activePeak, impactPeak, peakCompression } = directFootfall(setting, timing);
  if (Number.isNaN(activePeak + (impactPeak ?? 0) + peakCompression["L5-S1"])) throw new Error("the direct path gave no number");
}

function integrate(timing: FootfallTiming): void {
  const wave = forceModelFor(timing.gait).wave({ ...setting, ...timing });
  integratedPeaks(stepForce(setting, wave, timing), timing.stepTime, transmissionConditions(setting, timing, wave), { perStep: 4000, steps: 6 });
}

/** Footfalls a second of a slow path, over some of each run. */
async function rateOf(follow: (timing: FootfallTiming) => void, analyses: readonly RunAnalysis[], ofEach: number, times: number): Promise<number> {
  const timings = analyses.flatMap(({ footfalls: table }) => Array.from({ length: ofEach }, (_, index) => timingAt(table, Math.floor((index * table.length) / ofEach))));
  return timings.length / (await middleSeconds(times, () => timings.forEach(follow)));
}

function timingAt({ gait, speed, slope, groundContactTime, stepRate }: Footfalls, row: number): FootfallTiming {
  return { gait: gaits[gait[row]!]!, speed: speed.value[row]!, slope: slope.value[row]!, groundContactTime: groundContactTime.value[row]!, stepTime: 1 / stepRate.value[row]! };
}

async function middleSeconds(times: number, job: () => void): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round <= times; round += 1) seconds.push(await secondsOf(job));
  // The first round warms up and does not count.
  return seconds.slice(1).toSorted((one, other) => one - other)[times >> 1] ?? Number.NaN;
}
