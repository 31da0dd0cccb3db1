import { gravity } from "../literature/index.ts";

/** Force, stiffness and compression of a running footfall by the sine-wave method. */
export interface SineWave {
  /** Peak of the half-sine [N]. */
  readonly peakForce: number;
  /** Drop of the centre of mass in contact [m]. */
  readonly drop: number;
  /** Peak force over drop [N/m]. */
  readonly verticalStiffness: number;
  /** Shortening of the leg [m]. */
  readonly legCompression: number;
  /** Peak force over shortening [N/m]; "Morin's definition" wherever it is shown. */
  readonly legStiffness: number;
}

/**
 * Sine-wave method (Morin et al. 2005, doi 10.1123/jab.21.2.167).
 *
 * F(t) = Fmax·sin(π t/tc), with Fmax = m g (π/2)(tf/tc + 1) so that the impulse carries the body over the step;
 * drop Δy = Fmax tc²/(m π²) − g tc²/8; leg shortening ΔL = L − √(L² − (v tc/2)²) + Δy; stiffnesses Fmax/Δy and Fmax/ΔL.
 * Tested at 3.3–6.7 m/s: peak force 6.9 ± 2.5 % low on a treadmill, 3.2 ± 2.1 % over ground. Leaves out the impact peak and the asymmetry of contact.
 * `legStiffness` here is far from the spring–mass or series definitions of other papers.
 */
export function sineWave(mass: number, groundContactTime: number, flightTime: number, speed: number, legLength: number): SineWave {
  const peakForce = mass * gravity * (Math.PI / 2) * (flightTime / groundContactTime + 1);
  const drop = (peakForce * groundContactTime ** 2) / (mass * Math.PI ** 2) - (gravity * groundContactTime ** 2) / 8;
  const halfSweep = Math.min((speed * groundContactTime) / 2, 0.95 * legLength);
  const legCompression = legLength - Math.sqrt(legLength ** 2 - halfSweep ** 2) + drop;
  return { peakForce, drop, verticalStiffness: peakForce / drop, legCompression, legStiffness: peakForce / legCompression };
}
