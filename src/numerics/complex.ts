/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const times = (one: Complex, other: Complex): Complex => ({ re: one.re * other.re - one.im * other.im, im: one.re * other.im + one.im * other.re });
export const scaled = (one: Complex, factor: number): Complex => ({ re: factor * one.re, im: factor * one.im });
export const absolute = ({ re, im }: Complex): number => Math.hypot(re, im);

export function over(one: Complex, other: Complex): Complex {
  const square = other.re * other.re + other.im * other.im;
  return { re: (one.re * other.re + one.im * other.im) / square, im: (one.im * other.re - one.re * other.im) / square };
}
