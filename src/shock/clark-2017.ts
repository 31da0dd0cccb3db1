import { bodyPulsePeakShare, gravity, lowerLimbMassShare } from "../literature/index.ts";

/** What the two-mass model needs of one footfall. */
export interface TwoMassInput {
  readonly mass: number;
  readonly groundContactTime: number;
  readonly flightTime: number;
  /** Change of the lower limb's vertical velocity from touchdown to rest [m/s]. */
  readonly impactVelocityChange: number;
  /** Touchdown to zero vertical velocity of the lower limb [s]. */
  readonly impactDuration: number;
}

/** Impulses and forces of the two pulses, and the force at any time. */
export interface TwoMassWave {
  /** Mean force over the contact [N]. */
  readonly averageForce: number;
  /** Impulse of the whole contact, of the first and of the second pulse [N s]. */
  readonly totalImpulse: number;
  readonly impactImpulse: number;
  readonly bodyImpulse: number;
  /** Vertical force at a time after touchdown [N]. */
  forceAt(time: number): number;
}

/**
 * Two-mass model (Clark, Ryan & Weyand 2017, doi 10.1242/jeb.138057).
 *
 * Mean force m g (tc + ta)/tc; the first pulse stops the lower limb (8 % of mass): J1 = (m1 Δv1/Δt1 + m1 g)·2Δt1; the second carries the rest.
 * Each pulse is a raised cosine A/2·(1 + cos((t − B)/C·π)) with A twice its mean force; the second peaks at 0.47 tc.
 * Published R² 0.95 ± 0.04 over 500 waveforms with the limb's acceleration measured. Leaves out: Δv1 and Δt1 must be given. Its second pulse is
 * narrower than most recorded ones; `bellWave` keeps the impulses and calibrates the shape.
 */
export function twoMassWave({ mass, groundContactTime, flightTime, impactVelocityChange, impactDuration }: TwoMassInput): TwoMassWave {
  const limbMass = lowerLimbMassShare.value * mass;
  const averageForce = (mass * gravity * (groundContactTime + flightTime)) / groundContactTime;
  const totalImpulse = averageForce * groundContactTime;
  const impactForce = (limbMass * impactVelocityChange) / impactDuration + limbMass * gravity;
  const impactImpulse = impactForce * 2 * impactDuration;
  const bodyImpulse = totalImpulse - impactImpulse;
  const bodyForce = bodyImpulse / groundContactTime;
  const bodyPeakTime = bodyPulsePeakShare.value * groundContactTime;
  return {
    averageForce, totalImpulse, impactImpulse, bodyImpulse,
    forceAt: (time) =>
      raisedCosine(time, 2 * impactForce, impactDuration, impactDuration, impactDuration) +
      raisedCosine(time, 2 * bodyForce, bodyPeakTime, bodyPeakTime, groundContactTime - bodyPeakTime),
  };
}

/** A bell of height `peak` about `centre`, zero from `lead` before to `trail` after it. */
function raisedCosine(time: number, peak: number, centre: number, lead: number, trail: number): number {
  const width = time < centre ? lead : trail;
  const offset = (time - centre) / width;
  return offset < -1 || offset > 1 ? 0 : (peak / 2) * (1 + Math.cos(offset * Math.PI));
}
