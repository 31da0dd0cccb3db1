import type { Surface } from "../domain/index.ts";
import { dose } from "../shock/index.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "../simulate.ts";
import { between, type Target } from "./target.ts";

const rearfoot = (condition: FootfallCondition): Simulation => simulateFootfall({ speed: 3.33, mass: 70, height: 1.75, footStrike: "rearfoot", ...condition });
const impact = (condition: FootfallCondition): number => rearfoot(condition).impactPeak?.value ?? NaN;
const change = (to: number, from: number): number => 100 * (to / from - 1);
const on = (surface: Surface): Simulation => rearfoot({ surface });

/** Table C: what is contested and must look contested. */
export const contestedTargets: readonly Target[] = [
  between(0, 15, {
    id: "C1", table: "C", condition: "softer shoe (61 against 95 N/mm): the impact peak is not lower", unit: "%", source: "malisoux-2021", gated: true,
    got: () => ({ value: change(impact({ shoeStiffnessNewtonsPerMillimetre: 61 }), impact({ shoeStiffnessNewtonsPerMillimetre: 95 })) }),
  }),
  between(-1, 1, {
    id: "C3", part: "asphalt against concrete", table: "C", condition: "impact peak", unit: "%", source: "mitchell-2023", gated: true,
    got: () => ({ value: change(impact({ surface: "asphalt" }), impact({ surface: "concrete" })) }),
  }),
  between(-1, 1, {
    id: "C3", part: "grass against concrete", table: "C", condition: "active peak of force: no difference", unit: "%", source: "mitchell-2023", gated: true,
    got: () => ({ value: change(on("grass").peakVerticalForce.value, on("concrete").peakVerticalForce.value) }),
  }),
  between(-5, 5, {
    id: "C4", table: "C", condition: "peak force after 800 km in a shoe", unit: "%", source: "cook-1985", gated: true,
    got: () => ({ value: change(rearfoot({ shoeDistanceKilometres: 800 }).peakVerticalForce.value, rearfoot({ shoeDistanceKilometres: 0 }).peakVerticalForce.value) }),
  }),
  between(3, 3, {
    id: "C7", table: "C", condition: "a run's dose is scored with exponents 2, 6 and 9 side by side", unit: "1", source: "edwards-2018", gated: true,
    got: () => ({ value: Object.keys(dose([1000, 2000])).length }),
  }),
];
