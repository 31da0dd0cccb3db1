import { gravity, liuNiggParameters } from "../literature/index.ts";
import { rungeKutta } from "../numerics/index.ts";

/** What may be changed about the model's parameters; factors on the published values. */
export interface LiuNiggChange {
  readonly shoe?: "soft" | "hard";
  /** Factors on the four masses: lower body rigid, wobbling, upper body rigid, wobbling. */
  readonly masses?: readonly [number, number, number, number];
  readonly touchdown?: number;
  readonly gravity?: number;
}

/** First peak, trough and second peak of the contact force [N] and their times [s]. */
export interface LiuNiggPeaks {
  readonly impact: { readonly force: number; readonly time: number };
  readonly trough: { readonly force: number; readonly time: number };
  readonly active: { readonly force: number; readonly time: number };
}

/**
 * Four-mass model of running impact (Liu & Nigg 2000, doi 10.1016/S0021-9290(99)00151-7).
 *
 * Lower and upper body, each a rigid and a wobbling mass, on a nonlinear shoe: F = A·(a·x^b + c·x^d·v^e) while the foot is pressed in and F > 0; springs and
 * dampers join the masses; x is positive down. Gravity pulls down (the printed version's sign was disputed: Zadpoor 2007).
 * Kept as a check of the solver alone: its impact comes four times too early and steep, it never leaves the ground, and it says that a hard shoe raises the
 * impact peak, which 848 runners did not show.
 */
export function liuNiggPeaks(change: LiuNiggChange = {}): LiuNiggPeaks {
  const { k1, k2, k3, k4, k5, c1, c2, c4, contactFactor, shoes, touchdown, masses } = liuNiggParameters;
  const shoe = shoes[change.shoe ?? "soft"];
  const g = gravity * (change.gravity ?? 1);
  const [m1, m2, m3, m4] = masses.map((mass, index) => mass * (change.masses?.[index] ?? 1));
  const contactForce = (depth: number, speed: number): number => {
    if (depth <= 0) return 0;
    const damping = shoe.c * Math.pow(depth, shoe.d) * speed;
    return Math.max(0, contactFactor * (shoe.a * Math.pow(depth, shoe.b) + damping));
  };
  const state = Float64Array.of(0, 0, 0, 0, ...touchdown.map((speed) => speed * (change.touchdown ?? 1)));
  const times: number[] = [];
  const forces: number[] = [];
  rungeKutta((_time, x, rates) => {
    const [x1, x2, x3, x4, v1, v2, v3, v4] = [x[0]!, x[1]!, x[2]!, x[3]!, x[4]!, x[5]!, x[6]!, x[7]!];
    const leg = k1 * (x1 - x3) + c1 * (v1 - v3);
    const lower = k2 * (x1 - x2) + c2 * (v1 - v2);
    const middle = k3 * (x2 - x3);
    const upper = (k4 + k5) * (x3 - x4) + c4 * (v3 - v4);
    rates[0] = v1;
    rates[1] = v2;
    rates[2] = v3;
    rates[3] = v4;
    rates[4] = g - (contactForce(x1, v1) + leg + lower) / m1!;
    rates[5] = g + (lower - middle) / m2!;
    rates[6] = g + (leg + middle - upper) / m3!;
    rates[7] = g + upper / m4!;
  }, state, 5e-5, 4000, (time, x) => {
    times.push(time);
    forces.push(contactForce(x[0]!, x[4]!));
  });
  const impact = turningPoint(forces, 1, 1);
  const trough = turningPoint(forces, impact + 1, -1);
  const active = turningPoint(forces, trough + 1, 1);
  const at = (index: number): { force: number; time: number } => ({ force: forces[index] ?? NaN, time: times[index] ?? NaN });
  return { impact: at(impact), trough: at(trough), active: at(active) };
}

/** First index from `start` on where the series turns: a maximum for sign 1, a minimum for −1. */
function turningPoint(values: readonly number[], start: number, sign: 1 | -1): number {
  for (let index = start; index + 1 < values.length; index++) {
    if (sign * (values[index]! - values[index - 1]!) >= 0 && sign * (values[index + 1]! - values[index]!) < 0) return index;
  }
  return values.length;
}
