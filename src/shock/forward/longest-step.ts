import { perPart, type ChainEquations } from "../chain/chain-equations.ts";

/** λ·step that fourth-order Runge–Kutta bears for a rate that dies away. */
const bearable = 2.785;
const margin = 0.8;
const rounds = 40;

/**
 * Longest step [s] that a chain of so many parts bears: its fastest rate is that of its dampers, strongest on the lightest bones, and is found by letting speeds
 * alone decay and following what decays fastest (power iteration).
 */
export function longestStep(equations: ChainEquations, parts: number): number {
  const state = new Float64Array(parts * perPart);
  const rates = new Float64Array(state.length);
  for (let place = 0; place < parts; place++) state[place * perPart + 1] = place % 2 === 0 ? 1 : -1;
  let fastest = 0;
  for (let round = 0; round < rounds; round++) {
    equations.rates(0, state, rates);
    fastest = 0;
    for (let place = 0; place < parts; place++) for (const at of [place * perPart + 1, place * perPart + 3]) fastest = Math.max(fastest, Math.abs(rates[at]!));
    for (let place = 0; place < parts; place++) for (const at of [place * perPart + 1, place * perPart + 3]) state[at] = -rates[at]! / fastest;
  }
  return (margin * bearable) / fastest;
}
