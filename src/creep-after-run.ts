import { discLevels, type Body, type FootfallLoads, type Footfalls, type PerDisc, type Quantity } from "./domain/index.ts";
import { gravity } from "./literature/index.ts";
import type { RunAnalysis } from "./run-analysis.ts";
import { byLevel, creepOf, excessFor, settle, unloaded, type DiscCreep, type SettledLoad } from "./shock/index.ts";

/** What a run's footfalls did to the height of the discs, and how it comes back. */
export interface CreepAfterRun {
  /** Loss of stature at the end of the run [m]. */
  readonly statureLoss: Quantity;
  /** Loss of height of the five lumbar discs together over their height [1]. */
  readonly lumbarHeightLoss: Quantity;
  readonly heightLoss: PerDisc<Quantity>;
  /** Loss of stature through the run [m] at times since its start [s]. */
  readonly history: { readonly time: Float64Array; readonly statureLoss: Float64Array };
  /** Share of the loss that is left so many hours after the run, standing and walking about [1]. */
  readonly left: readonly { readonly hours: number; readonly share: number }[];
  /** What goes with the figure wherever it is shown. */
  readonly words: string;
}

/** The part of it that goes beside a run's other figures. */
export type CreepSummary = Pick<CreepAfterRun, "statureLoss" | "lumbarHeightLoss" | "words">;

/** What an analysed run cost in height, in short; null where nobody moved on foot. */
export function creepSummary({ footfalls, loads, body, leanDegrees }: RunAnalysis): CreepSummary | null {
  if (footfalls.length === 0) return null;
  const { statureLoss, lumbarHeightLoss, words } = creepAfterRun(footfalls, loads, body, leanDegrees);
  return { statureLoss, lumbarHeightLoss, words };
}

/** Longer than any step: between two footfalls further apart the runner stood [s]. */
const longestStep = 2;
const historyPoints = 120;
const hoursAfter = [1, 2, 4, 8] as const;
const words = "Discs lose a little height on every run and get it back; the loss was the same in runners with and without back pain.";

/** Follows the discs through a run, footfall by footfall, rested before and standing in the pauses. */
export function creepAfterRun(footfalls: Footfalls, loads: FootfallLoads, body: Body, leanDegrees: number): CreepAfterRun {
  const weight = body.mass * gravity;
  const mean = byLevel((_, level) => loads.meanCompression[level].value / weight);
  const excess = excessFor(leanDegrees, body.height);
  const every = Math.max(1, Math.ceil(footfalls.length / historyPoints));
  const time: number[] = [];
  const statureLoss: number[] = [];
  let settled: SettledLoad = unloaded;
  for (let row = 0; row < footfalls.length; row++) {
    const stepRate = footfalls.stepRate.value[row]!;
    const peak = byLevel((_, level) => loads.peakCompressionBodyWeights[level].value[row]!);
    const start = footfalls.time[row]!;
    const end = row + 1 < footfalls.length ? footfalls.time[row + 1]! : start + 1 / stepRate;
    const moving = end - start > longestStep ? 1 / stepRate : end - start;
    settled = settle(settled, excess(mean, peak), moving);
    if (end - start > moving) settled = settle(settled, unloaded, end - start - moving);
    if ((row + 1) % every === 0 || row + 1 === footfalls.length) {
      time.push(end);
      statureLoss.push(creepOf(settled).statureLoss.value);
    }
  }
  const creep = creepOf(settled);
  return {
    ...quantitiesOf(creep), history: { time: Float64Array.from(time), statureLoss: Float64Array.from(statureLoss) },
    left: hoursAfter.map((hours) => ({ hours, share: creepOf(settle(settled, unloaded, 3600 * hours)).statureLoss.value / creep.statureLoss.value })),
    words,
  };
}

function quantitiesOf({ statureLoss, lumbarHeightLossShare, heightLossShare }: DiscCreep): Pick<CreepAfterRun, "statureLoss" | "lumbarHeightLoss" | "heightLoss"> {
  const quantity = (banded: DiscCreep["statureLoss"], unit: string): Quantity => ({ ...banded, unit, basis: "simulated" });
  return {
    statureLoss: quantity(statureLoss, "m"), lumbarHeightLoss: quantity(lumbarHeightLossShare, "1"),
    heightLoss: byLevel((index) => quantity(heightLossShare[discLevels[index]!], "1")),
  };
}
