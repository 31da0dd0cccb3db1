import { dose } from "../shock/index.ts";
import { between, type Target } from "./target.ts";

/** Table C: what is contested and must look contested. */
export const contestedTargets: readonly Target[] = [
  between(3, 3, {
    id: "C7", table: "C", condition: "a run's dose is scored with exponents 2, 6 and 9 side by side", unit: "1", source: "edwards-2018", gated: true,
    got: () => ({ value: Object.keys(dose([1000, 2000])).length }),
  }),
];
