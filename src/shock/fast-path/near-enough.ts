/** Whether figures read off between nodes are near enough to those worked out at a place of proof; elsewhere they may be missed by more than the tolerance [1]. */
export function nearEnough(between: Float64Array, workedOut: Float64Array, tolerance: number): boolean {
  // A gap on either side makes the comparison false, and is no miss.
  return between.every((figure, index) => !(Math.abs(figure - workedOut[index]!) > tolerance * Math.abs(workedOut[index]!)));
}
