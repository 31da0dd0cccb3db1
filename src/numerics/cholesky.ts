/**
 * Factors a symmetric positive definite matrix (row-major, `size` × `size`) into L·Lᵀ, in place in the lower triangle.
 * False where it is not positive definite to working accuracy: a column that is a sum of others.
 */
export function factorCholesky(matrix: Float64Array, size: number): boolean {
  for (let column = 0; column < size; column++) {
    const whole = matrix[column * size + column]!;
    let pivot = whole;
    for (let k = 0; k < column; k++) pivot -= matrix[column * size + k]! ** 2;
    if (!(pivot > 1e-12 * whole)) return false;
    const root = Math.sqrt(pivot);
    matrix[column * size + column] = root;
    for (let row = column + 1; row < size; row++) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= matrix[row * size + k]! * matrix[column * size + k]!;
      matrix[row * size + column] = sum / root;
    }
  }
  return true;
}

/** Solves L x = b in place, L from `factorCholesky`. */
export function solveLower(factor: Float64Array, size: number, vector: Float64Array): Float64Array {
  for (let row = 0; row < size; row++) {
    let sum = vector[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * size + k]! * vector[k]!;
    vector[row] = sum / factor[row * size + row]!;
  }
  return vector;
}

/** Solves L·Lᵀ x = b in place, L from `factorCholesky`. */
export function solveCholesky(factor: Float64Array, size: number, vector: Float64Array): Float64Array {
  solveLower(factor, size, vector);
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row]!;
    for (let k = row + 1; k < size; k++) sum -= factor[k * size + row]! * vector[k]!;
    vector[row] = sum / factor[row * size + row]!;
  }
  return vector;
}
