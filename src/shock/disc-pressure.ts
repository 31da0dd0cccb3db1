import type { Body, DiscLevel, Quantity } from "../domain/index.ts";
import { endPlateArea, femaleEndPlateShare, gravity, pressureToForceFactor, type Figure } from "../literature/index.ts";

/**
 * Pressure in a disc's nucleus that a compression indicates [Pa]: p = F/(0.66·A), A the end-plate area of its level.
 *
 * 0.66 (0.55–0.77) is the mean stress over the end plate as a share of the pressure in the middle (Dreischarf 2013). Areas are usual men's, a woman's 0.82 of them,
 * between the two where sex was not told: assumed, and so is the answer. Leaves out: swelling pressure at rest, asymmetry of load, age and degeneration, body size.
 */
export function discPressure(level: DiscLevel, compression: Quantity, { mass, sex }: Pick<Body, "mass" | "sex">): Quantity {
  const area = endPlateArea[level];
  const share = sex === "male" ? 1 : sex === "female" ? femaleEndPlateShare.value : Math.sqrt(femaleEndPlateShare.value);
  const factor = (mass * gravity) / (pressureToForceFactor.value * area.value * share);
  const untold = sex === null ? Math.log(1 / femaleEndPlateShare.value) / 2 : 0;
  const spread = Math.hypot(halfRange(area), halfRange(pressureToForceFactor), untold);
  const end = (compressed: number, sign: 1 | -1): number => compression.value * Math.exp(sign * Math.hypot(Math.log(compressed / compression.value), spread));
  return { value: compression.value * factor, low: end(compression.low, -1) * factor, high: end(compression.high, 1) * factor, unit: "Pa", basis: "assumed" };
}

/** Half of a figure's 90 % range on the logarithm [1]. */
function halfRange({ low, high }: Figure): number {
  return Math.log(high / low) / 2;
}
