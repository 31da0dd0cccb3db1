/** A periodic signal as x(s) = Σ re[n]·cos(2πns) − im[n]·sin(2πns), s the share of a period. */
export interface FourierSeries {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The signal at a share of its period. */
export function seriesAt({ re, im }: FourierSeries, share: number): number {
  const turnCosine = Math.cos(2 * Math.PI * share);
  const turnSine = Math.sin(2 * Math.PI * share);
  let cosine = 1;
  let sine = 0;
  let sum = 0;
  for (let harmonic = 0; harmonic < re.length; harmonic++) {
    sum += re[harmonic]! * cosine - im[harmonic]! * sine;
    const turned = cosine * turnCosine - sine * turnSine;
    sine = cosine * turnSine + sine * turnCosine;
    cosine = turned;
  }
  return sum;
}

/** Where the signal has its high tops, to within a grid of `points` over the period: those within a tenth of the range below the highest. */
export function highTops(series: FourierSeries, points: number): readonly number[] {
  const samples = Float64Array.from({ length: points }, (_, index) => seriesAt(series, index / points));
  const highest = Math.max(...samples);
  const enough = highest - 0.1 * (highest - Math.min(...samples));
  const tops: number[] = [];
  for (const [index, here] of samples.entries()) {
    if (here >= enough && here >= samples.at(index - 1)! && here > samples[(index + 1) % points]!) tops.push(index / points);
  }
  return tops;
}

/** Height of the top near a share of the period, by Newton's method on the slope; `reach` is how far it may lie. */
export function topNear(series: FourierSeries, share: number, reach: number): number {
  const { re, im } = series;
  let place = share;
  for (let round = 0; round < rounds; round++) {
    const turnCosine = Math.cos(2 * Math.PI * place);
    const turnSine = Math.sin(2 * Math.PI * place);
    let cosine = 1;
    let sine = 0;
    let slope = 0;
    let bend = 0;
    for (let harmonic = 1; harmonic < re.length; harmonic++) {
      const turned = cosine * turnCosine - sine * turnSine;
      sine = cosine * turnSine + sine * turnCosine;
      cosine = turned;
      slope -= harmonic * (re[harmonic]! * sine + im[harmonic]! * cosine);
      bend -= harmonic * harmonic * (re[harmonic]! * cosine - im[harmonic]! * sine);
    }
    if (bend >= 0) break;
    const shift = -slope / bend / (2 * Math.PI);
    place = Math.min(share + reach, Math.max(share - reach, place + shift));
    if (Math.abs(shift) < 1e-6) break;
  }
  return Math.max(seriesAt(series, place), seriesAt(series, share));
}

const rounds = 6;
