import { discLevels, type PerDisc } from "../domain/index.ts";
import {
  creepTimeConstant, discHeight, lumbarShareOfStatureLoss, pressurePerBodyWeight, recoveryTimeConstant, statureCompliance, unevenLoadFactor, type Figure,
} from "../literature/index.ts";
import { ninetyPercent } from "../numerics/index.ts";
import { byLevel } from "./by-level.ts";
import { discLine } from "./lumbar-lever.ts";

/** Pressure beyond that of standing which each disc has settled under so far [Pa]. */
export type SettledLoad = PerDisc<number>;

/** A figure with its central 90 % band. */
export interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What settling has cost so far; all of it comes back. */
export interface DiscCreep {
  /** Loss of stature [m]. */
  readonly statureLoss: Banded;
  /** Loss of height of each disc over its height [1]. */
  readonly heightLossShare: PerDisc<Banded>;
  /** The same of the five together. */
  readonly lumbarHeightLossShare: Banded;
}

/**
 * Creep of the discs in a run, and recovery after it.
 *
 * Each disc settles under the pressure p beyond that of standing, dq/dt = (p − q)/τ, with τ = 37 min under more load and 3.3 h back to standing; the exact
 * exponential over each stretch of time. Stature lost = K·(s·mean of the lumbar q + (1 − s)·q of L1-L2), K from the loss of a day, s the lumbar discs' share; the
 * discs above are taken to fare as L1-L2. A disc's height follows from its part of K·s.
 * p comes from a step's compression: mean·(1 + κ·variance/mean²) less standing. Over a step the ground carries exactly one body weight at any speed, so faster
 * running presses the discs little more on average: what separates paces here is κ alone, and it is an assumption.
 * Measured: 30 min at 70, 85 and 100 % of marathon pace cost 3.4 ± 2.4, 5.1 ± 1.9 and 7.7 ± 3.7 mm, alike in runners with and without back pain (Garbutt 1990).
 * Papers disagree: in the morning 54 % of the day's loss falls in the first hour, where one time constant of 37 min gives 80 %; a half hour cost lumbar discs 6.3 % of
 * height by imaging (Kingsley 2012), more than stature says. Leaves out: time of day, age, swelling pressure that rises as a disc thins, and posture at rest.
 */
export function settle(settled: SettledLoad, excess: SettledLoad, duration: number): SettledLoad {
  return byLevel((_, level) => {
    const [now, target] = [settled[level], excess[level]];
    return target + (now - target) * Math.exp(-duration / (target > now ? creepTimeConstant.value : recoveryTimeConstant.value));
  });
}

/** Discs rested as after standing. */
export const unloaded: SettledLoad = byLevel(() => 0);

/** Pressure beyond that of standing [Pa] which settles a disc as much as one step's compression [body weights] does, from its mean and its peak. */
export function equivalentExcess(mean: PerDisc<number>, peak: PerDisc<number>, leanDegrees: number, height: number): SettledLoad {
  return excessFor(leanDegrees, height)(mean, peak);
}

/** The same for all steps of a runner who leans alike in each. */
export function excessFor(leanDegrees: number, height: number): (mean: PerDisc<number>, peak: PerDisc<number>) => SettledLoad {
  const lines = byLevel((_, level) => {
    const { gain, offset } = discLine(level, 0, height);
    return { floor: discLine(level, leanDegrees, height).offset, standing: gain + offset };
  });
  return (mean, peak) => byLevel((_, level) => {
    const { floor, standing } = lines[level];
    // Variance of a half-sine above the floor with this mean and peak, the rest of the step at the floor.
    const above = Math.max(0, mean[level] - floor);
    const variance = Math.max(0, above * ((Math.PI / 4) * (peak[level] - floor) - above));
    return pressurePerBodyWeight.value * (mean[level] + (unevenLoadFactor.value * variance) / mean[level] - standing);
  });
}

/** What settling has cost, with the band of the constants it rests on. */
export function creepOf(settled: SettledLoad): DiscCreep {
  const lumbar = discLevels.reduce((sum, level) => sum + settled[level], 0) / discLevels.length;
  const share = lumbarShareOfStatureLoss.value;
  const compliance = statureCompliance.value;
  const lumbarHeight = discLevels.reduce((sum, level) => sum + discHeight[level].value, 0);
  const strain = (compliance * share) / lumbarHeight;
  const spread = Math.hypot(spreadOf(statureCompliance), spreadOf(pressurePerBodyWeight), excessSpread);
  const banded = (value: number, more: number): Banded => {
    const factor = Math.exp(ninetyPercent * Math.hypot(spread, more));
    return value >= 0 ? { value, low: value / factor, high: value * factor } : { value, low: value * factor, high: value / factor };
  };
  const shareSpread = spreadOf(lumbarShareOfStatureLoss);
  return {
    statureLoss: banded(compliance * (share * lumbar + (1 - share) * settled["L1-L2"]), 0),
    heightLossShare: byLevel((_, level) => banded(strain * settled[level], Math.hypot(shareSpread, spreadOf(discHeight[level])))),
    lumbarHeightLossShare: banded(strain * lumbar, shareSpread),
  };
}

/** Standard deviation of the logarithm of the pressure beyond standing [1]: a difference of two loads that the lever model knows to a fifth each, posture included. */
const excessSpread = 0.35;

/** Standard deviation of a figure's logarithm, its range read as the central 90 %. */
function spreadOf({ low, high }: Figure): number {
  return Math.log(high / low) / (2 * ninetyPercent);
}
