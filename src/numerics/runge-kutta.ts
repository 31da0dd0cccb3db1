/** Writes the state's rates of change at a time into `rates`. */
export type Derivative = (time: number, state: Float64Array, rates: Float64Array) => void;

/** Classical fourth-order Runge–Kutta in place over equal steps; `visit` sees every state, the first included, and ends it by `false`. */
export function rungeKutta(derivative: Derivative, state: Float64Array, step: number, steps: number, visit: (time: number, state: Float64Array) => boolean | void): void {
  const size = state.length;
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const third = new Float64Array(size);
  const fourth = new Float64Array(size);
  const trial = new Float64Array(size);
  if (visit(0, state) === false) return;
  for (let count = 0; count < steps; count++) {
    const time = count * step;
    derivative(time, state, first);
    for (let index = 0; index < size; index++) trial[index] = state[index]! + (step / 2) * first[index]!;
    derivative(time + step / 2, trial, second);
    for (let index = 0; index < size; index++) trial[index] = state[index]! + (step / 2) * second[index]!;
    derivative(time + step / 2, trial, third);
    for (let index = 0; index < size; index++) trial[index] = state[index]! + step * third[index]!;
    derivative(time + step, trial, fourth);
    for (let index = 0; index < size; index++) state[index]! += (step / 6) * (first[index]! + 2 * second[index]! + 2 * third[index]! + fourth[index]!);
    if (visit(time + step, state) === false) return;
  }
}
