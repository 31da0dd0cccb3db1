import { complex, over, type Complex } from "../../numerics/index.ts";
import type { ChainParameters } from "./chain-parameters.ts";

/** What bends the knee under the impact. */
export interface LegPosture {
  readonly legLength: number;
  readonly groundContactTime: number;
  /** Largest shortening of the leg, Morin's definition [m]; null in walking. */
  readonly legCompression: number | null;
  /** When the shock enters, the middle of the impact's rise, after initial contact [s]. */
  readonly shockTime: number;
}

/**
 * Knee flexion as the shock enters [degrees].
 *
 * Leg of two equal segments: length ∝ cos(φ/2). From the flexion at initial contact on, the knee takes its share of the leg's shortening, which grows as
 * sin(πt/tc), a spring–mass leg's. So a faster run (shorter contact) and a longer step (more shortening) both bend the knee further under the shock.
 * Rests on the knee angles of 45 runners at one speed and three step rates; the flexion at contact is kept the same at all speeds, though films of 31 people show
 * it rise by 2° per m/s (a thesis of 1994): the shelf below hardly feels it in the impact band (B14 would be 17.9 instead of 17.2 % per m/s).
 */
export function kneeFlexionAtImpact({ legLength, groundContactTime, legCompression, shockTime }: LegPosture, parameters: ChainParameters): number {
  if (legCompression === null) return parameters.kneeInWalking;
  const shortening = parameters.kneeShareOfLegCompression * legCompression * Math.sin(Math.PI * Math.min(0.5, shockTime / groundContactTime));
  const halfCosine = Math.cos((parameters.kneeAtInitialContact / 2) * (Math.PI / 180)) - shortening / legLength;
  return (2 * Math.acos(Math.max(0.5, halfCosine)) * 180) / Math.PI;
}

/** Share of fast force that the leg lets through [1]: τ = τ0·e^(−φ/φ0), from people standing on a vibrating plate, whose share of acceleration is taken as that of force. */
export function fastShare(kneeFlexionDegrees: number, parameters: ChainParameters): number {
  return Math.min(1, parameters.straightLegTransmission) * Math.exp(-kneeFlexionDegrees / parameters.kneeFlexionScale);
}

/**
 * Force at the hip over force at the ground [1]: T = (1 + √2·s√τ/ω0 + τ·s²/ω0²)/(1 + √2·s/ω0 + s²/ω0²), s = iω.
 *
 * A shelf: one for slow forces, so that impulse is kept, and τ for fast ones, falling from the crossover ω0 on; as much damped on the way down as where it
 * levels out, so that nothing rings. It lags by up to √2(1 − √τ)/ω0, some 14 ms, of the order of the shock's time from shank to sacrum. With τ = 0 it is the
 * leg's own mass m below a spring of m·ω0²: 5.6 kg give 21 kN/m, the order of a runner's leg; τ is what goes past it. τ was measured at 15–35 Hz and 0–20° of
 * flexion in standing people, and is carried on to the 23–28° of running.
 */
export function legTransmission(angularFrequency: number, share: number, crossover: number): Complex {
  const ratio = angularFrequency / (2 * Math.PI * crossover);
  return over(complex(1 - share * ratio * ratio, Math.SQRT2 * Math.sqrt(share) * ratio), complex(1 - ratio * ratio, Math.SQRT2 * ratio));
}
