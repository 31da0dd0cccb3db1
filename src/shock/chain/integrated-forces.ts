import type { PerDisc } from "../../domain/index.ts";
import { gravity, massShareAbove } from "../../literature/index.ts";
import { rungeKutta } from "../../numerics/index.ts";
import { byLevel } from "../by-level.ts";
import { followChain } from "./direct-chain.ts";
import { partOfLevel } from "./transmit-force.ts";
import { transmissionPath, type TransmissionConditions } from "./transmission-path.ts";

/** How finely a step is followed, and for how many steps before the last, in which the start is forgotten. */
export interface Fineness {
  readonly perStep: number;
  readonly steps: number;
}

/**
 * Largest force that the body above each disc is carried with [body weights], by plain Runge–Kutta steps through leg and chain from rest: slow, and made of
 * nothing but the equations of motion, to hold the answer by harmonics against. Only what differs from the mean is followed; the mean is carried as weight.
 */
export function integratedPeaks(forceAt: (time: number) => number, stepTime: number, conditions: TransmissionConditions, { perStep, steps }: Fineness): PerDisc<number> {
  const path = transmissionPath(conditions);
  const weight = conditions.mass * gravity;
  const step = stepTime / perStep;
  let mean = 0;
  for (let place = 0; place < perStep; place++) mean += forceAt(place * step) / perStep;
  const hip = hipForce((time) => weight * (forceAt(time % stepTime) - mean), 2 * Math.PI * path.parameters.legCrossover, path.fastShare, step / 2, 2 * perStep * steps);
  const { linkForce } = followChain(path.parts, (time) => hip[Math.round((2 * time) / step)]!, step, perStep * steps);
  return byLevel((index, level) => {
    const last = linkForce[partOfLevel(index)]!.subarray(perStep * (steps - 1));
    return mean + last.reduce((most, force) => Math.max(most, force), -Infinity) / (massShareAbove[level].value * weight);
  });
}

/** The leg's shelf as a differential equation: x″ = ω²(u − x) − √2ω·x′, hip force = x + √(2τ)·x′/ω + τ·x″/ω². */
function hipForce(forceAt: (time: number) => number, crossover: number, share: number, step: number, steps: number): Float64Array {
  const hip = new Float64Array(steps + 1);
  const bend = (time: number, [place = 0, speed = 0]: Float64Array): number => crossover * crossover * (forceAt(time) - place) - Math.SQRT2 * crossover * speed;
  let index = 0;
  rungeKutta((time, state, rates) => {
    rates[0] = state[1]!;
    rates[1] = bend(time, state);
  }, new Float64Array(2), step, steps, (time, state) => {
    hip[index++] = state[0]! + (Math.sqrt(2 * share) * state[1]!) / crossover + (share * bend(time, state)) / (crossover * crossover);
  });
  return hip;
}
