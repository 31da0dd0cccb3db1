import type { Notice, Sport } from "../../domain/index.ts";
import { median } from "../../numerics/index.ts";

/** Step rate with both feet counted, and what was remarkable about it. */
export interface SettledStepRate {
  /** Steps per second [Hz]. */
  readonly stepRate: Float64Array;
  readonly notices: readonly Notice[];
}

/**
 * Settles what a stored cadence counts. By the convention of watches it is strides a minute; some exports have steps a minute. Doubling the
 * rate quarters step length over step rate, the walk ratio, which lies near 0.4 m/Hz in walking and running alike: the reading nearer to it wins.
 */
export function settleStepRate(perMinute: Float64Array, speed: Float64Array | undefined, sport: Sport | null): SettledStepRate {
  const rates = new Float64Array(perMinute.length);
  const speeds = new Float64Array(perMinute.length);
  let rateCount = 0;
  let speedCount = 0;
  for (let index = 0; index < perMinute.length; index++) {
    const rate = perMinute[index]!;
    if (!(rate > slowestCadence)) continue;
    rates[rateCount++] = rate;
    const at = speed?.[index] ?? NaN;
    if (at > slowestMove) speeds[speedCount++] = at;
  }
  const typical = median(rates.subarray(0, rateCount));
  const usualSpeed = median(speeds.subarray(0, speedCount));
  const isSteps = typical > mostStrides(usualSpeed, sport);
  const factor = (isSteps ? 1 : 2) / 60;
  const stepRate = perMinute.map((rate) => (rate * factor < highestStepRate ? rate * factor : NaN));
  const message = `the stored cadence, ${Math.round(typical)} a minute, counts steps where files usually count strides; it was read as steps`;
  return { stepRate, notices: isSteps ? [{ code: "cadence-counts-steps", message }] : [] };
}

/** A slower cadence is standing, or a hand that waves [1/min]. */
const slowestCadence = 20;
/** Slower is standing [m/s]. */
const slowestMove = 0.5;
/** Faster than any runner steps [Hz]. */
const highestStepRate = 6;
const walkRatio = 0.4;

/** The cadence [1/min] above which it must count steps: there both readings are equally far from the usual walk ratio. */
function mostStrides(speed: number, sport: Sport | null): number {
  // Without a speed, a usual one of the sport stands in; 2.2 m/s lies between walking and running.
  const usual = sport === "running" ? 2.9 : sport === "walking" ? 1.4 : 2.2;
  // A runner who shuffles uphill still steps like a runner.
  const at = Number.isNaN(speed) ? usual : sport === "running" ? Math.max(speed, 1.9) : speed;
  return 60 * Math.sqrt(at / (2 * walkRatio));
}
