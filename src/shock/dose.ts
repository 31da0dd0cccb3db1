import { doseExponents } from "../literature/index.ts";

/** A cumulative load under each of the three contested exponents, as the single load [N] that would count the same. */
export interface Dose {
  readonly exponent2: number;
  readonly exponent6: number;
  readonly exponent9: number;
}

/**
 * Dose of a series of load peaks [N].
 *
 * Exponent p, cycles exponent q: (mean(F^p)·N^q)^(1/p). p = 2 with q = 0.2 is the in-vitro best fit of Coenen 2012; p = 6 is ISO 2631-5's, p = 9 that of
 * tendon and bone (Edwards 2018), both with q = 1. Which is right for a living, repairing disc is not known: conclusions that differ between them are undetermined.
 * A gap (NaN) does not count. With `counts`, each peak stands for that many.
 */
export function dose(peaks: ArrayLike<number>, counts?: ArrayLike<number>): Dose {
  // Largest first out, so that the ninth power stays within range.
  let largest = 0;
  let count = 0;
  for (let index = 0; index < peaks.length; index++) {
    const peak = peaks[index]!;
    const weight = counts ? counts[index]! : 1;
    if (peak !== peak || weight === 0) continue;
    count += weight;
    if (peak > largest) largest = peak;
  }
  if (count === 0 || largest === 0) return { exponent2: 0, exponent6: 0, exponent9: 0 };
  let sum2 = 0;
  let sum6 = 0;
  let sum9 = 0;
  for (let index = 0; index < peaks.length; index++) {
    const share = peaks[index]! / largest;
    const weight = counts ? counts[index]! : 1;
    if (share !== share || weight === 0) continue;
    const square = share * share;
    const sixth = square * square * square;
    sum2 += weight * square;
    sum6 += weight * sixth;
    sum9 += weight * sixth * square * share;
  }
  const [two, six, nine] = doseExponents;
  const equivalent = (sum: number, exponent: number, cyclesExponent: number): number => largest * Math.pow((sum / count) * Math.pow(count, cyclesExponent), 1 / exponent);
  return {
    exponent2: equivalent(sum2, two.exponent, two.cyclesExponent),
    exponent6: equivalent(sum6, six.exponent, six.cyclesExponent),
    exponent9: equivalent(sum9, nine.exponent, nine.cyclesExponent),
  };
}
