import type { Body, FootfallMethodId } from "../domain/index.ts";

/** What is known at one footfall; NaN where it is not. Written in place by who makes it: one object serves a whole run. */
export interface Moment {
  speed: number;
  slope: number;
  stepRate: number;
  groundContactTime: number;
}

/** A runner's own deviation from the published contact time [logarithm], and what spread is left about it. */
export interface OwnContactTime {
  readonly logRatio: number;
  readonly spread: number;
}

/** What a method may use beside the moment itself. */
export interface MethodContext {
  readonly body: Body;
  /** Null where none of this runner's runs was measured. */
  readonly own: OwnContactTime | null;
  /** The runner's own step rate over the usual one, from the samples that have it [logarithm]; 0 where none has. */
  readonly stepRateLogRatio: number;
}

/** Timing of one footfall; spreads are standard deviations of the logarithm [1]. Written in place: one object serves a whole run. */
export interface Timing {
  stepRate: number;
  stepRateSpread: number;
  stepRateIsMeasured: boolean;
  groundContactTime: number;
  groundContactTimeSpread: number;
  groundContactTimeIsMeasured: boolean;
}

/** One way to tell a footfall's timing. */
export interface FootfallMethod {
  readonly id: FootfallMethodId;
  /** Whether the moment holds what the method needs; methods are asked in order, best data first. */
  applies(moment: Readonly<Moment>, isWalking: boolean): boolean;
  estimate(moment: Readonly<Moment>, context: MethodContext, timing: Timing): void;
}

/** Relative error of a counted step rate: one step a minute [1]. */
export const countedStepRateSpread = 0.006;

/** A timing to be written into. */
export function newTiming(): Timing {
  return { stepRate: 0, stepRateSpread: 0, stepRateIsMeasured: false, groundContactTime: 0, groundContactTimeSpread: 0, groundContactTimeIsMeasured: false };
}
