/** The five lumbar discs, from the top. */
export const discLevels = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"] as const;

export type DiscLevel = (typeof discLevels)[number];

/** One value per lumbar disc. */
export type PerDisc<Value> = Readonly<Record<DiscLevel, Value>>;
