import type { SourceId } from "./sources.ts";

/** The three exponents a cumulative load is scored with, side by side, because the evidence does not settle which is right. */
export const doseExponents = [
  { exponent: 2, cyclesExponent: 0.2, source: "coenen-2012" },
  { exponent: 6, cyclesExponent: 1, source: "iso-2631-5-2004" },
  { exponent: 9, cyclesExponent: 1, source: "edwards-2018" },
] as const satisfies readonly { readonly exponent: number; readonly cyclesExponent: number; readonly source: SourceId }[];
