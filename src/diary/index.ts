export * from "./base-rate.ts";
export * from "./case-crossover.ts";
export * from "./covariates.ts";
export * from "./ostrc-o2.ts";
export * from "./simulate-onsets.ts";
