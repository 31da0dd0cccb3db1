import type { DiscLevel, PerDisc } from "../domain/index.ts";

/** One value per disc, made from its index in `discLevels`. */
export function byLevel<Value>(make: (index: number, level: DiscLevel) => Value): PerDisc<Value> {
  return { "L1-L2": make(0, "L1-L2"), "L2-L3": make(1, "L2-L3"), "L3-L4": make(2, "L3-L4"), "L4-L5": make(3, "L4-L5"), "L5-S1": make(4, "L5-S1") };
}
