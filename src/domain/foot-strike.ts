/** Which part of the foot touches first. */
export const footStrikes = ["rearfoot", "midfoot", "forefoot", "unknown"] as const;

export type FootStrike = (typeof footStrikes)[number];
