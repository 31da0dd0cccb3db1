export * from "./complex.ts";
export * from "./fourier-series.ts";
export * from "./gaps.ts";
export * from "./normal.ts";
export * from "./quantile.ts";
export * from "./random.ts";
export * from "./runge-kutta.ts";
export * from "./spread-column.ts";
