import { normalQuantile } from "./normal.ts";

/** Two-sided tail of Student's t: the chance of a value at least as far from zero. */
export function studentTail(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t) || !(degreesOfFreedom > 0)) return NaN;
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** The t beyond which, on both sides together, a share `tail` of the distribution lies. */
export function studentBound(tail: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const scale = 2 * Math.exp(logGamma(half + 0.5) - logGamma(half)) / Math.sqrt(Math.PI * degreesOfFreedom);
  // The tail is convex and the normal's bound lies below: Newton's steps climb to the root from there and never pass it.
  let t = normalQuantile(1 - tail / 2);
  for (let step = 0; step < 100; step++) {
    const move = (studentTail(t, degreesOfFreedom) - tail) / (scale * (1 + (t * t) / degreesOfFreedom) ** -(half + 0.5));
    t += move;
    if (!(Math.abs(move) > 1e-10 * t)) break;
  }
  return t;
}

/** Upper tail of Fisher's F: the chance of a ratio of mean squares at least as large. */
export function fisherTail(ratio: number, above: number, below: number): number {
  if (Number.isNaN(ratio) || !(above > 0) || !(below > 0)) return NaN;
  return ratio <= 0 ? 1 : incompleteBeta(below / (below + above * ratio), below / 2, above / 2);
}

/** The ratio beyond which a share `tail` of Fisher's F lies, by halving. */
export function fisherBound(tail: number, above: number, below: number): number {
  let [low, high] = [0, 1];
  while (fisherTail(high, above, below) > tail) [low, high] = [high, 2 * high];
  for (let halving = 0; halving < 60 && high - low > 1e-10 * high; halving++) {
    const middle = (low + high) / 2;
    if (fisherTail(middle, above, below) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Regularised incomplete beta function by its continued fraction (Lentz), on the side where it converges fast. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return front * fraction;
}

/** Logarithm of the gamma function (Lanczos, g = 7, nine terms), x > 0. */
function logGamma(x: number): number {
  const terms = [676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x - 1;
  const series = terms.reduce((sum, term, index) => sum + term / (base + index + 1), 0.9999999999998099);
  const t = base + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (base + 0.5) * Math.log(t) - t + Math.log(series);
}
