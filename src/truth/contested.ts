import type { Quantity, Surface } from "../domain/index.ts";
import { backPainStepRate } from "../literature/index.ts";
import { dose } from "../shock/index.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "../simulate.ts";
import { between, type Answer, type Target } from "./target.ts";

const rearfoot = (condition: FootfallCondition): Simulation => simulateFootfall({ speed: 3.33, mass: 70, height: 1.75, footStrike: "rearfoot", ...condition });
const impact = (condition: FootfallCondition): number => rearfoot(condition).impactPeak?.value ?? NaN;
const change = (to: number, from: number): number => 100 * (to / from - 1);
const on = (surface: Surface): Simulation => rearfoot({ surface });

const lowerBack = (condition: FootfallCondition): Quantity => rearfoot(condition).compression["L5-S1"];
/** Change of a load [%] in the value and at the ends of its band. */
const changeOf = ({ value, low, high }: Quantity, from: number): Answer => ({ value: change(value, from), low: change(low, from), high: change(high, from) });
/** Step rates of runners without and with back pain [Hz]. */
const unhurt = backPainStepRate.without.value / 60;
const sore = backPainStepRate.with.value / 60;
/** Load that a kilometre's footfalls count for, by the exponents best supported in vitro: peak·N^(0.2/2). */
const perKilometre = (stepRate: number): number => lowerBack({ stepRate }).value * (1000 / (3.33 / stepRate)) ** 0.1;

/** Table C: what is contested and must look contested. */
export const contestedTargets = (): readonly Target[] => [
  between(0, 15, {
    id: "C1", table: "C", condition: "softer shoe (61 against 95 N/mm): the impact peak is not lower", unit: "%", source: "malisoux-2021", gated: true,
    got: () => ({ value: change(impact({ shoeStiffnessNewtonsPerMillimetre: 61 }), impact({ shoeStiffnessNewtonsPerMillimetre: 95 })) }),
  }),
  between(-2, 2, {
    id: "C2", part: "load of L5-S1", table: "C", condition: "softer shoe (61 against 95 N/mm): no lower load of the disc is claimed, though soft shoes had fewer injuries of any kind", unit: "%", source: "malisoux-2020", gated: true,
    got: () => changeOf(lowerBack({ shoeStiffnessNewtonsPerMillimetre: 61 }), lowerBack({ shoeStiffnessNewtonsPerMillimetre: 95 }).value),
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
  between(0, 95, {
    id: "C5", part: "load of L5-S1", table: "C", condition: "trunk lean of 10° against 0°: not more than the lever alone would give", unit: "%", source: "teng-powers-2015", gated: true,
    got: () => changeOf(lowerBack({ trunkLeanDegrees: 10 }), lowerBack({ trunkLeanDegrees: 0 }).value),
  }),
  between(null, 20, {
    id: "C5", part: "lower end of its band", table: "C", condition: "the same, at the lower end of the load's 90 % band: no in-vivo figure from running, so it must come near to nothing", unit: "%", source: "teng-powers-2015", gated: true,
    got: () => ({ value: change(lowerBack({ trunkLeanDegrees: 10 }).low, lowerBack({ trunkLeanDegrees: 0 }).value) }),
  }),
  between(-6, 0, {
    id: "C6", part: "load of L5-S1 per step", table: "C", condition: "171 against 166 steps/min at 3.33 m/s (runners without and with back pain): lower, and by no more than the step rate is higher twice over", unit: "%", source: "drozda-2024", gated: true,
    got: () => ({ value: change(lowerBack({ stepRate: unhurt }).value, lowerBack({ stepRate: sore }).value) }),
  }),
  between(0, null, {
    id: "C6", part: "per kilometre less than per step", table: "C", condition: "the same over a kilometre, whose steps are more: the gain shrinks by", unit: "%", source: "anderson-2022", gated: true,
    got: () => ({ value: change(perKilometre(unhurt), perKilometre(sore)) - change(lowerBack({ stepRate: unhurt }).value, lowerBack({ stepRate: sore }).value) }),
  }),
  between(3, 3, {
    id: "C7", table: "C", condition: "a run's dose is scored with exponents 2, 6 and 9 side by side", unit: "1", source: "edwards-2018", gated: true,
    got: () => ({ value: Object.keys(dose([1000, 2000])).length }),
  }),
];
