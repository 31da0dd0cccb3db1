/** Standard normal quantile: the z that a share `probability` of the distribution lies below (Acklam's rational approximation, error under 1.2e-9 relative). */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) return probability === 0 ? -Infinity : probability === 1 ? Infinity : NaN;
  const tail = Math.min(probability, 1 - probability);
  if (tail >= 0.02425) {
    const q = probability - 0.5;
    const r = q * q;
    const top = ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r + 2.506628277459239;
    const bottom = ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1;
    return (q * top) / bottom;
  }
  const q = Math.sqrt(-2 * Math.log(tail));
  const top = ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783;
  const bottom = (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return probability < 0.5 ? top / bottom : -top / bottom;
}

/** Half-width of a central 90 % band in standard deviations. */
export const ninetyPercent = 1.6448536269514722;

/** Share of the standard normal distribution below z (Abramowitz & Stegun 26.2.17, error under 7.5e-8). */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
