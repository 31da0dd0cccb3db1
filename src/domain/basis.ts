/** How a value was come by; shown to the runner beside every number. */
export type Basis = "measured" | "reconstructed" | "simulated" | "assumed";

/** Bases in the order of their column code: `basis[code]`. */
export const bases = ["measured", "reconstructed", "simulated", "assumed"] as const;
