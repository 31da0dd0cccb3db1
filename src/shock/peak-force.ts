import { peakForceRatio, peakForceRatioSpread } from "../literature/index.ts";

/**
 * Active peak of vertical force in running over the half-sine's peak through the same contact and step time [1].
 *
 * A recorded wave is fuller in the middle than a half-sine of the same impulse, more so when slow: ratio = exp(a + b·(v − 3.5) + c·ln(m/65)),
 * fitted on 43 trials of 18 runners at 3.8–5.4 m/s (alcantara-2021), held constant below them and above 6.67 m/s, up to where Morin 2005 saw the wave come
 * nearer to the half-sine with speed. Impulse is not touched: only the shape is.
 * Papers disagree: 1.03–1.07 in Morin 2005, 1.08–1.12 from the group means of Fukuchi 2017, about 1.0 in two runners whose raw force we read.
 */
export function activePeakRatio(speed: number, mass: number): number {
  const { intercept, perSpeed, massExponent, measuredSpeed, followedTo } = peakForceRatio;
  const within = Math.min(followedTo, Math.max(measuredSpeed.low, speed));
  return Math.exp(intercept + perSpeed * (within - 3.5)) * Math.pow(mass / 65, massExponent);
}

/** Standard deviation of that ratio's logarithm between runners [1], wider outside the measured speeds. */
export function activePeakSpread(speed: number): number {
  const { low, high } = peakForceRatio.measuredSpeed;
  const outside = speed < low ? Math.log(low / speed) : speed > high ? Math.log(speed / high) : 0;
  return peakForceRatioSpread.value + 0.1 * outside;
}
