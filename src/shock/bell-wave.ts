import { crossing } from "../numerics/index.ts";

/** A maximum of force [body weights] and its time after initial contact [s]. */
export interface Peak {
  readonly force: number;
  readonly time: number;
}

/** Vertical force of a running footfall. */
export interface BellWave {
  /** Vertical force [body weights] at a time after initial contact. */
  forceAt(time: number): number;
  /** First maximum within the impact pulse; null where it merges into the rise. */
  readonly impactPeak: Peak | null;
  /** Largest force of the body pulse. */
  readonly activePeak: Peak;
}

/** What a bell wave is made from; forces in body weights, impulses in body weights × seconds. */
export interface BellWaveInput {
  readonly groundContactTime: number;
  readonly totalImpulse: number;
  readonly impactImpulse: number;
  /** Half-width of the impact pulse [s]. */
  readonly impactHalfWidth: number;
  /** Centroid of the whole force over contact time [1]. */
  readonly centroid: number;
}

const flattest = 2.8;
const sharpest = 14;

/**
 * Vertical force of a running footfall from two pulses.
 *
 * Impact: J1·(1 − cos(πt/Δt))/(2Δt) over 0…2Δt. Body: the rest of the impulse as u^(a−1)(1−u)^(b−1), u = t/tc, a + b the concentration, its centroid set so
 * that the whole force has the wanted one. The step's impulse is kept exactly, whatever the shape.
 * For a periodic gait the centroid is tc/2 − Δh/(g tf), Δh take-off over landing height: the skew is no free curve.
 * Recorded waves of two runners fit concentrations of 4.4–5.0. Leaves out: ringing of soft tissue, braking, differences between left and right.
 */
export function bellWave(input: BellWaveInput, concentration: number): BellWave {
  const pulses = pulsesOf(input, concentration);
  const at = (time: number): number => forceOf(pulses, time);
  let impactPeak: Peak | null | undefined;
  let activePeak: Peak | undefined;
  return {
    forceAt: at,
    get impactPeak() {
      return (impactPeak ??= firstMaximum(at, 2 * pulses.impactHalfWidth));
    },
    get activePeak() {
      return (activePeak ??= activePeakOf(pulses));
    },
  };
}

/** The bell wave whose active peak [body weights] is nearest to a wanted one. */
export function bellWaveOfPeak(input: BellWaveInput, activePeak: number): BellWave {
  const missing = (concentration: number): number => activePeakOf(pulsesOf(input, concentration)).force - activePeak;
  return bellWave(input, crossing(missing, flattest, sharpest, 1e-7 * activePeak));
}

/** Both pulses in plain numbers. */
interface Pulses {
  readonly groundContactTime: number;
  readonly impactHalfWidth: number;
  /** Height of the impact pulse [body weights]. */
  readonly impactHeight: number;
  /** Powers of time passed and time left, and what their product is multiplied by. */
  readonly rise: number;
  readonly fall: number;
  readonly scale: number;
}

function pulsesOf({ groundContactTime, totalImpulse, impactImpulse, impactHalfWidth, centroid }: BellWaveInput, concentration: number): Pulses {
  const bodyImpulse = totalImpulse - impactImpulse;
  const wanted = (centroid * totalImpulse - (impactImpulse * impactHalfWidth) / groundContactTime) / bodyImpulse;
  // Beyond these the pulse would not rise from nothing or not fall to it.
  const bodyCentroid = Math.min(0.58, Math.max(0.38, wanted));
  const a = concentration * bodyCentroid;
  const b = concentration - a;
  return { groundContactTime, impactHalfWidth, impactHeight: impactImpulse / impactHalfWidth, rise: a - 1, fall: b - 1, scale: bodyImpulse / groundContactTime / betaFunction(a, b) };
}

function forceOf({ groundContactTime, impactHalfWidth, impactHeight, rise, fall, scale }: Pulses, time: number): number {
  if (time <= 0 || time >= groundContactTime) return 0;
  const share = time / groundContactTime;
  // One exponential costs half of two powers.
  const body = scale * Math.exp(rise * Math.log(share) + fall * Math.log(1 - share));
  return time < 2 * impactHalfWidth ? body + (impactHeight / 2) * (1 - Math.cos((Math.PI * time) / impactHalfWidth)) : body;
}

const gridPoints = 96;
/** Enough for the tail of the impact alone. */
const tailPoints = 16;

/** The largest force after the impact: the body pulse's own top, known from its powers, unless the impact's tail still lies over it. */
function activePeakOf(pulses: Pulses): Peak {
  const { groundContactTime, impactHalfWidth, impactHeight, rise, fall } = pulses;
  const [start, impactEnd] = [1.5 * impactHalfWidth, 2 * impactHalfWidth];
  const bodyTop = (groundContactTime * rise) / (rise + fall);
  const at = (time: number): number => forceOf(pulses, time);
  if (bodyTop < impactEnd || impactEnd >= groundContactTime) return largest(at, start, groundContactTime, gridPoints);
  const top = { force: at(bodyTop), time: bodyTop };
  // On the tail half of the impact is left at most, over a body pulse that rises until its end.
  if (at(impactEnd) + impactHeight / 2 < top.force) return top;
  const onTheTail = largest(at, start, impactEnd, tailPoints);
  return onTheTail.force > top.force ? onTheTail : top;
}

function largest(forceAt: (time: number) => number, start: number, end: number, points: number): Peak {
  const step = (end - start) / points;
  let best = start + step;
  let force = forceAt(best);
  for (let point = 2; point < points; point++) {
    const here = forceAt(start + point * step);
    if (here > force) {
      force = here;
      best = start + point * step;
    }
  }
  return refined(forceAt, best, step);
}

function firstMaximum(forceAt: (time: number) => number, end: number): Peak | null {
  const step = end / gridPoints;
  let before = 0;
  let here = forceAt(step);
  for (let point = 1; point < gridPoints; point++) {
    const after = forceAt((point + 1) * step);
    if (here >= before && here > after) return refined(forceAt, point * step, step);
    before = here;
    here = after;
  }
  return null;
}

/** Top of the parabola through three neighbours. */
function refined(forceAt: (time: number) => number, time: number, step: number): Peak {
  const before = forceAt(time - step);
  const here = forceAt(time);
  const after = forceAt(time + step);
  const curvature = before - 2 * here + after;
  const shift = curvature < 0 ? Math.max(-1, Math.min(1, (0.5 * (before - after)) / curvature)) : 0;
  return { force: here - 0.25 * (before - after) * shift, time: time + shift * step };
}

/** Euler's beta function. */
function betaFunction(a: number, b: number): number {
  return Math.exp(logGamma(a) + logGamma(b) - logGamma(a + b));
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Logarithm of the gamma function for positive arguments (Lanczos, g = 7, n = 9). */
function logGamma(x: number): number {
  const shifted = x - 1;
  let sum = 0.99999999999980993;
  for (let index = 0; index < lanczos.length; index++) sum += lanczos[index]! / (shifted + index + 1);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
