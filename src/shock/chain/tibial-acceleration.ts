import { gravity, lowerLimbMassShare } from "../../literature/index.ts";
import type { Arrival } from "../force-models.ts";
import type { ChainParameters } from "./chain-parameters.ts";

/**
 * Acceleration of the tibia along its axis in one contact [g], as on the bone: a(t) = 1 + Δv/(2gΔt)·(1 − cos(πt/Δt)) over 0…2Δt.
 *
 * Foot and shank come down and stop within the impact's pulse, so the leg's speed sets the area and what is underfoot the width; while it stands, gravity alone
 * is read. Δv is the speed of arrival, or less where the pulse's impulse is too small to stop the leg's mass: then the rest is stopped slowly, by the body's own
 * force, and left out. Also left out: the shank's turning, its swing through the air, ringing of bone and sensor.
 */
export function tibialAcceleration({ speed, halfWidth, impulse }: Arrival, { legMassShare, impactFactor }: ChainParameters, length: number, sampleRate: number): Float64Array {
  const stopped = impactFactor * Math.min(speed, (impulse * gravity) / legMassShare);
  const height = stopped / (2 * gravity * halfWidth);
  return Float64Array.from({ length }, (_, index) => {
    const time = index / sampleRate;
    return time < 2 * halfWidth ? 1 + height * (1 - Math.cos((Math.PI * time) / halfWidth)) : 1;
  });
}

/**
 * Whether the pulse stops more than half of the leg's speed. A forefoot runner's has next to no impulse, the heel never landing: most of what the shin feels then
 * lies in the slow force, and what is left of it here would be told far too low and far too surely.
 */
export function isStoppedByPulse({ speed, impulse }: Arrival): boolean {
  return impulse * gravity > 0.5 * lowerLimbMassShare.value * speed;
}
