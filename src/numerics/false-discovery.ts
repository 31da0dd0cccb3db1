/**
 * Benjamini–Yekutieli adjusted p-values: calling all below q keeps the expected share of false calls below q, however the tests depend on one another.
 * NaN stays NaN and is not counted as a test.
 */
export function benjaminiYekutieli(pValues: readonly number[]): readonly number[] {
  const order = [...pValues.keys()].filter((index) => !Number.isNaN(pValues[index])).sort((one, other) => (pValues[other] ?? 0) - (pValues[one] ?? 0));
  const tests = order.length;
  const price = Array.from({ length: tests }, (_, index) => 1 / (index + 1)).reduce((sum, term) => sum + term, 0);
  const adjusted = pValues.map(() => NaN);
  let least = 1;
  for (const [above, index] of order.entries()) {
    least = Math.min(least, ((pValues[index] ?? 1) * tests * price) / (tests - above));
    adjusted[index] = least;
  }
  return adjusted;
}
