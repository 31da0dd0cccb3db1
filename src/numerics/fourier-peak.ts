import { circle } from "./fourier-series.ts";

/** A periodic signal as x(s) = Σ re[n]·cos(2πns) − im[n]·sin(2πns), s the share of a period; re and im of each harmonic side by side. */
export type FourierSpectrum = Float64Array;

/** The signal at a share of its period. */
export function seriesAt(spectrum: FourierSpectrum, share: number): number {
  const turnCosine = Math.cos(2 * Math.PI * share);
  const turnSine = Math.sin(2 * Math.PI * share);
  let cosine = 1;
  let sine = 0;
  let sum = 0;
  for (let at = 0; at < spectrum.length; at += 2) {
    sum += spectrum[at]! * cosine - spectrum[at + 1]! * sine;
    const turned = cosine * turnCosine - sine * turnSine;
    sine = cosine * turnSine + sine * turnCosine;
    cosine = turned;
  }
  return sum;
}

/** Where the signal has its high tops, to within a grid of `points` (an even number) over the period: those within a tenth of the range below the highest. */
export function highTops(spectrum: FourierSpectrum, points: number): readonly number[] {
  if (samples.length !== points) samples = new Float64Array(points);
  sample(spectrum, points);
  let [highest, lowest] = [-Infinity, Infinity];
  for (let index = 0; index < points; index++) {
    const here = samples[index]!;
    if (here > highest) highest = here;
    if (here < lowest) lowest = here;
  }
  const enough = highest - 0.1 * (highest - lowest);
  const tops: number[] = [];
  for (let index = 0; index < points; index++) {
    const here = samples[index]!;
    if (here >= enough && here >= samples[(index + points - 1) % points]! && here > samples[(index + 1) % points]!) tops.push(index / points);
  }
  return tops;
}

// Asked thousands of times a second for as many points: the room for them stays.
let samples = new Float64Array();

/** The signal at evenly spaced places; a place and its mirror share their cosines, and their sines but for the sign. */
function sample(spectrum: FourierSpectrum, points: number): void {
  const { cosine, sine } = circle(points);
  for (let index = 0; index <= points / 2; index++) {
    let [even, odd] = [0, 0];
    for (let at = 0, place = 0; at < spectrum.length; at += 2) {
      even += spectrum[at]! * cosine[place]!;
      odd += spectrum[at + 1]! * sine[place]!;
      place += index;
      if (place >= points) place -= points;
    }
    samples[index] = even - odd;
    if (index > 0) samples[points - index] = even + odd;
  }
}

/** Height of the top near a share of the period, by Newton's method on the slope; `reach` is how far it may lie. */
export function topNear(spectrum: FourierSpectrum, share: number, reach: number): number {
  let place = share;
  let highest = -Infinity;
  for (let round = 0; round < rounds; round++) {
    const turnCosine = Math.cos(2 * Math.PI * place);
    const turnSine = Math.sin(2 * Math.PI * place);
    let cosine = 1;
    let sine = 0;
    let height = 0;
    let slope = 0;
    let bend = 0;
    for (let at = 0, harmonic = 0; at < spectrum.length; at += 2, harmonic++) {
      const re = spectrum[at]!;
      const im = spectrum[at + 1]!;
      const here = re * cosine - im * sine;
      height += here;
      slope -= harmonic * (re * sine + im * cosine);
      bend -= harmonic * harmonic * here;
      const turned = cosine * turnCosine - sine * turnSine;
      sine = cosine * turnSine + sine * turnCosine;
      cosine = turned;
    }
    if (height > highest) highest = height;
    if (bend >= 0) break;
    const shift = -slope / bend;
    // So near, the parabola through here tells the top.
    if (Math.abs(shift) < nearEnough) return Math.max(highest, height + (slope * shift) / 2);
    place = Math.min(share + reach, Math.max(share - reach, place + shift / (2 * Math.PI)));
  }
  return highest;
}

const rounds = 7;
/** Angle within which the parabola misses the top by less than a billionth [rad]. */
const nearEnough = 2e-4;
