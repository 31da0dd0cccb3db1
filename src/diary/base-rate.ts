import { backPainRates, type Figure } from "../literature/index.ts";
import { ninetyPercent } from "../numerics/index.ts";

/** A share with its central 90 % band. */
export interface SharePrediction {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const logit = (share: number): number => Math.log(share / (1 - share));
const share = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const gridSize = 401;

/**
 * The share of looks at the back that find pain: the published base rate, overruled by the runner's own diary.
 * Prior: log odds normal, the published range its central 90 %. It is a rate between runners, and one who keeps a diary of back pain has it
 * more often; so it speaks only while there is next to no diary: a few weeks of entries outweigh it.
 */
export function painShare(painful: number, entries: number, rate: Figure = backPainRates.prevalence): SharePrediction {
  const centre = (logit(rate.low) + logit(rate.high)) / 2;
  const deviation = (logit(rate.high) - logit(rate.low)) / (2 * ninetyPercent);
  const logOdds = Float64Array.from({ length: gridSize }, (_, index) => -12 + (24 * index) / (gridSize - 1));
  const logWeights = logOdds.map((at) => painful * Math.log(share(at)) + (entries - painful) * Math.log(1 - share(at)) - ((at - centre) / deviation) ** 2 / 2);
  const largest = logWeights.reduce((most, weight) => Math.max(most, weight), -Infinity);
  const weights = logWeights.map((weight) => Math.exp(weight - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const quantile = (part: number): number => {
    // What lies below a point of the grid: all before it and half of its own weight.
    let [below, before] = [0, NaN];
    for (let index = 0, sum = 0; index < gridSize; index++) {
      below = sum + weights[index]! / 2;
      if (below >= part * total) return share(logOdds[index]! - ((below - part * total) / (below - before)) * (logOdds[1]! - logOdds[0]!));
      sum += weights[index]!;
      before = below;
    }
    return share(logOdds[gridSize - 1]!);
  };
  return { value: quantile(0.5), low: quantile(0.05), high: quantile(0.95) };
}
