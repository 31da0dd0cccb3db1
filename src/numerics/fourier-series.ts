import { complex, type Complex } from "./complex.ts";

/** First coefficients c[0…count−1] of a periodic signal, x(t) = Re Σ c[n]·e^(2πi n t/T), by the plain discrete sum over one period. */
export function fourierCoefficients(samples: Float64Array, count: number): Complex[] {
  const spectrum = fourierSpectrum(samples, count);
  return Array.from({ length: spectrum.length / 2 }, (_, harmonic) => complex(spectrum[2 * harmonic]!, spectrum[2 * harmonic + 1]!));
}

/** The same in plain numbers: real and imaginary part of each coefficient side by side. */
export function fourierSpectrum(samples: Float64Array, count: number): Float64Array {
  const { length } = samples;
  const { cosine, sine } = circle(length);
  const half = Math.floor((length - 1) / 2);
  const middle = length % 2 === 0 ? samples[length / 2]! : 0;
  const spectrum = new Float64Array(2 * Math.min(Math.floor(count), half + 1));
  for (let harmonic = 0; 2 * harmonic < spectrum.length; harmonic++) {
    let re = samples[0]! + (harmonic % 2 === 0 ? middle : -middle);
    let im = 0;
    // A sample and its mirror share their cosine, and their sine but for its sign.
    for (let index = 1, place = harmonic; index <= half; index++) {
      const here = samples[index]!;
      const mirrored = samples[length - index]!;
      re += (here + mirrored) * cosine[place]!;
      im -= (here - mirrored) * sine[place]!;
      place += harmonic;
      if (place >= length) place -= length;
    }
    const share = harmonic === 0 ? 1 / length : 2 / length;
    spectrum[2 * harmonic] = re * share;
    spectrum[2 * harmonic + 1] = im * share;
  }
  return spectrum;
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

/** Cosine and sine at evenly spaced places around the circle. */
export interface Circle {
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

// Draws of one footfall ask for the same circles again and again.
const circles = new Map<number, Circle>();
const mostCircles = 8;

export function circle(length: number): Circle {
  const known = circles.get(length);
  if (known) return known;
  if (circles.size >= mostCircles) circles.clear();
  const angles = Float64Array.from({ length }, (_, index) => (2 * Math.PI * index) / length);
  const made = { cosine: angles.map(Math.cos), sine: angles.map(Math.sin) };
  circles.set(length, made);
  return made;
}
