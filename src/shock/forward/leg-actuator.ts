/** The leg's muscle law; constant over one contact. */
export interface MuscleLaw {
  /** Stiffness of the leg spring, the same from the first touch on: muscle is active before it [N/m]. */
  readonly stiffness: number;
  /** [N s/m] */
  readonly damping: number;
  /** Leg length without force as the foot touches [m]. */
  readonly lengthAtContact: number;
  /** How much muscle lengthens the leg over the contact [m]. */
  readonly lengthening: number;
  /** Time over which it does [s]. */
  readonly duration: number;
}

/** The leg's force along itself and what becomes of its energy. */
export interface LegForce {
  /** Pushing [N]; a leg does not pull. */
  readonly force: number;
  /** [J] */
  readonly storedEnergy: number;
  /** Power the damper takes [W], never negative. */
  readonly loss: number;
  /** Power muscle puts in [W]; negative where it takes. */
  readonly musclePower: number;
}

/**
 * Leg as a spring and damper on a muscle that lengthens: F = k·d + c·ḋ, d = l0 + S·w(t) − l, w = (1 − cos πt/T)/2, F ≥ 0 and no pull of the spring.
 *
 * l is the leg's length from hip to ankle, l0 that at contact: the spring bears nothing as the foot touches, for in flight nothing pushes back, yet it has its full
 * stiffness, as muscle is active beforehand. w is the slowest rise that fits a contact: as the impact
 * passes, after a tenth of the contact, muscle has done a fortieth of its way. The rest of what legs do (knee before ankle, reflexes, two-joint muscle) is left out.
 */
export function legForce({ stiffness, damping, lengthAtContact, lengthening, duration }: MuscleLaw, length: number, rate: number, time: number): LegForce {
  const phase = (Math.PI * Math.min(duration, time)) / duration;
  const muscleRate = time < duration ? (lengthening * Math.PI * Math.sin(phase)) / (2 * duration) : 0;
  const shortening = lengthAtContact + (lengthening * (1 - Math.cos(phase))) / 2 - length;
  const shorteningRate = muscleRate - rate;
  const elastic = stiffness * Math.max(0, shortening);
  const force = Math.max(0, elastic + damping * shorteningRate);
  return { force, storedEnergy: (elastic * Math.max(0, shortening)) / 2, loss: (force - elastic) * shorteningRate, musclePower: force * muscleRate };
}
