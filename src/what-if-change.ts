import { completeBody } from "./complete-body.ts";
import { isPlausible, type Body, type PlausibleRange, type Runner, type Surface } from "./domain/index.ts";
import type { FootfallCell } from "./footfall-cells.ts";
import { ConditionError } from "./footfall-condition.ts";
import { predictContactTime, predictStepRate } from "./footfalls/index.ts";

/** What would be other than it was; what is absent stays. */
export interface WhatIfChange {
  /** Speed over what it was [1]. */
  readonly speed?: number | undefined;
  /** Step rate over what it would be at that speed and slope [1]. */
  readonly stepRate?: number | undefined;
  /** Slope added everywhere, rise over run [1]. */
  readonly slope?: number | undefined;
  /** Body mass added [kg]. */
  readonly mass?: number | undefined;
  /** Trunk lean added, forward positive [degrees]. */
  readonly leanDegrees?: number | undefined;
  /** Heel stiffness of the shoe all of it would be in [N/mm]. */
  readonly shoeStiffnessNewtonsPerMillimetre?: number | undefined;
  /** Standard deviation of the logarithm of that stiffness [1]; that of a told one where absent. */
  readonly shoeStiffnessSpread?: number | undefined;
  /** What that shoe is called. */
  readonly shoeName?: string | undefined;
  /** Distance run in that shoe [km]. */
  readonly shoeDistanceKilometres?: number | undefined;
  readonly surface?: Surface | undefined;
}

/** How far each can be moved: as far as the model can be asked, wider than anybody should go at once. */
export const whatIfRanges = {
  speed: { low: 0.8, high: 1.2 }, stepRate: { low: 0.9, high: 1.1 }, slope: { low: -0.1, high: 0.1 }, mass: { low: -15, high: 15 }, leanDegrees: { low: -10, high: 10 },
  shoeStiffnessNewtonsPerMillimetre: { low: 20, high: 400 }, shoeDistanceKilometres: { low: 0, high: 1500 },
} as const satisfies Readonly<Record<Exclude<keyof WhatIfChange, "surface" | "shoeName" | "shoeStiffnessSpread">, PlausibleRange>>;

const names = {
  speed: ["speed", 100, "% of what it was"], stepRate: ["step rate", 100, "% of what it was"], slope: ["slope", 100, "% added"], mass: ["body mass", 1, "kg added"], leanDegrees: ["trunk lean", 1, "° added"],
  shoeStiffnessNewtonsPerMillimetre: ["shoe stiffness", 1, "N/mm"], shoeDistanceKilometres: ["distance in the shoe", 1, "km"],
} as const satisfies Readonly<Record<keyof typeof whatIfRanges, readonly [string, number, string]>>;

/** Refuses a change nobody can mean, in words; `lean` and `mass` are what they are now. */
export function checkChange(change: WhatIfChange, now: { readonly leanDegrees: number; readonly mass: number }): void {
  for (const name of ["speed", "stepRate", "slope", "mass", "leanDegrees", "shoeStiffnessNewtonsPerMillimetre", "shoeDistanceKilometres"] as const) {
    const value = change[name];
    if (value === undefined || isPlausible(value, whatIfRanges[name])) continue;
    const [label, times, unit] = names[name];
    const round = (number: number): string => String(Number((number * times).toPrecision(4))).replace("-", "−");
    throw new ConditionError(`${label} ${Number.isFinite(value) ? round(value) : "?"} ${unit}: give something between ${round(whatIfRanges[name].low)} and ${round(whatIfRanges[name].high)} ${unit}`);
  }
  if (now.mass + (change.mass ?? 0) < 25) throw new ConditionError(`body mass: ${Math.round(-(change.mass ?? 0))} kg less leaves ${Math.round(now.mass + (change.mass ?? 0))} kg; the model holds from 25 kg up`);
  if (!isPlausible(now.leanDegrees + (change.leanDegrees ?? 0), { low: -15, high: 45 })) throw new ConditionError(`trunk lean: that makes ${Math.round(now.leanDegrees + (change.leanDegrees ?? 0))}°; the model holds between −15 and 45°`);
}

/** The body with its mass changed; what was assumed stays assumed for the body of now. */
export function changedBody(runner: Runner, mass: number): Body {
  const now = completeBody(runner);
  return mass === 0 ? now : { ...now, mass: now.mass + mass };
}

/** A predicted contact fills at most this share of a running step. */
const longestContact = 0.97;

/**
 * A running cell at another speed, step rate and slope. The runner's own ways are kept: step rate and contact time move by the ratio in which the relations say that
 * they would, from where this runner's were. Walking breaks stay as they were.
 */
export function changedCell(cell: FootfallCell, change: Pick<WhatIfChange, "speed" | "stepRate" | "slope">, body: Body): FootfallCell {
  if (cell.isWalking) return cell;
  const [speed, slope] = [cell.speed * (change.speed ?? 1), cell.slope + (change.slope ?? 0)];
  const stepRate = ((cell.stepRate * predictStepRate(speed, slope, body)) / predictStepRate(cell.speed, cell.slope, body)) * (change.stepRate ?? 1);
  const contactRatio = predictContactTime(speed, stepRate, slope, body) / predictContactTime(cell.speed, cell.stepRate, cell.slope, body);
  return {
    ...cell, speed, slope, stepRate, groundContactTime: Math.min(cell.groundContactTime * contactRatio, longestContact / stepRate),
    // The same way is run: as many footfalls as it takes at the new step length.
    footfalls: (cell.footfalls * (stepRate / cell.stepRate) * cell.speed) / speed,
  };
}
