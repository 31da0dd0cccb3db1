/** A maximum of force [body weights] and its time after initial contact [s]. */
export interface Peak {
  readonly force: number;
  readonly time: number;
}

/**
 * Body pulse of a running footfall: u^(a−1)(1−u)^(b−1) over the contact, u = t/tc, a + b = concentration, mode at 0.47.
 *
 * With a raised cosine for the impact (impulse as in the two-mass model) it keeps the footfall's impulse exactly; the concentration is set so that the active
 * peak is the wanted one. Recorded waves of two runners fit concentrations of 4.4–5.0.
 * Leaves out: ringing of soft tissue, braking and push-off. Foot strike acts through the impact pulse alone.
 */
export interface BellWave {
  /** Vertical force [body weights] at a time after initial contact. */
  forceAt(time: number): number;
  /** Height and time [s] of the first maximum within the impact pulse; null where it merges into the rise. */
  readonly impactPeak: Peak | null;
  /** Largest force after the impact pulse's centre [body weights], and its time [s]. */
  readonly activePeak: Peak;
}

/** What a bell wave is made from; forces in body weights, impulses in body weights × seconds. */
export interface BellWaveInput {
  readonly groundContactTime: number;
  readonly totalImpulse: number;
  readonly impactImpulse: number;
  /** Half-width of the impact pulse [s]. */
  readonly impactDuration: number;
  /** Share of contact time at which the body pulse peaks [1]. */
  readonly bodyPeakShare: number;
  /** Active peak to be met [body weights]. */
  readonly activePeak: number;
}

const flattest = 2.4;
const sharpest = 14;

/** The wave of this impulse whose active peak is nearest to the wanted one. */
export function bellWave(input: BellWaveInput): BellWave {
  let low = flattest;
  let high = sharpest;
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (shaped(input, middle).activePeak.force < input.activePeak) low = middle;
    else high = middle;
  }
  return shaped(input, (low + high) / 2);
}

function shaped(input: BellWaveInput, concentration: number): BellWave {
  const { groundContactTime, impactDuration } = input;
  // Mode at bodyPeakShare: (a − 1)/(a + b − 2).
  const a = 1 + input.bodyPeakShare * (concentration - 2);
  const b = concentration - a;
  const scale = (input.totalImpulse - input.impactImpulse) / groundContactTime / betaFunction(a, b);
  const impactHeight = input.impactImpulse / impactDuration;
  const forceAt = (time: number): number => {
    if (time <= 0 || time >= groundContactTime) return 0;
    const share = time / groundContactTime;
    const body = scale * Math.pow(share, a - 1) * Math.pow(1 - share, b - 1);
    return time < 2 * impactDuration ? body + (impactHeight / 2) * (1 - Math.cos((Math.PI * time) / impactDuration)) : body;
  };
  return { forceAt, impactPeak: firstMaximum(forceAt, 2 * impactDuration), activePeak: largest(forceAt, impactDuration * 1.5, groundContactTime) };
}

const gridPoints = 96;

function largest(forceAt: (time: number) => number, start: number, end: number): Peak {
  let best = start;
  const step = (end - start) / gridPoints;
  for (let point = 1; point < gridPoints; point++) {
    const time = start + point * step;
    if (forceAt(time) > forceAt(best)) best = time;
  }
  return refined(forceAt, best, step);
}

function firstMaximum(forceAt: (time: number) => number, end: number): Peak | null {
  const step = end / gridPoints;
  for (let point = 1; point < gridPoints; point++) {
    const time = point * step;
    if (forceAt(time) >= forceAt(time - step) && forceAt(time) > forceAt(time + step)) return refined(forceAt, time, step);
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

/** Logarithm of the gamma function for positive arguments (Lanczos, g = 7, n = 9). */
function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
    9.9843695780195716e-6, 1.5056327351493116e-7,
  ] as const;
  const shifted = x - 1;
  let sum: number = coefficients[0];
  for (let index = 1; index < coefficients.length; index++) sum += coefficients[index]! / (shifted + index);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
