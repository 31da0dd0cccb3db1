import { complex, type Complex } from "./complex.ts";

/** First coefficients c[0…count−1] of a periodic signal, x(t) = Re Σ c[n]·e^(2πi n t/T), by the plain discrete sum over one period. */
export function fourierCoefficients(samples: Float64Array, count: number): Complex[] {
  const { length } = samples;
  const { cosine, sine } = circle(length);
  return Array.from({ length: Math.min(count, Math.floor((length - 1) / 2) + 1) }, (_, harmonic) => {
    let re = 0;
    let im = 0;
    for (let index = 0, place = 0; index < length; index++, place = (place + harmonic) % length) {
      re += samples[index]! * cosine[place]!;
      im -= samples[index]! * sine[place]!;
    }
    const share = harmonic === 0 ? 1 / length : 2 / length;
    return complex(re * share, im * share);
  });
}

/** One period of the signal with these coefficients, evenly sampled. */
export function fourierSum(coefficients: readonly Complex[], length: number): Float64Array {
  const { cosine, sine } = circle(length);
  const samples = new Float64Array(length);
  for (const [harmonic, { re, im }] of coefficients.entries()) {
    for (let index = 0, place = 0; index < length; index++, place = (place + harmonic) % length) samples[index]! += re * cosine[place]! - im * sine[place]!;
  }
  return samples;
}

interface Circle {
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

// Draws of one footfall ask for the same circle again and again.
let latest: Circle = { cosine: new Float64Array(), sine: new Float64Array() };

function circle(length: number): Circle {
  if (latest.cosine.length === length) return latest;
  const angles = Float64Array.from({ length }, (_, index) => (2 * Math.PI * index) / length);
  latest = { cosine: angles.map(Math.cos), sine: angles.map(Math.sin) };
  return latest;
}
