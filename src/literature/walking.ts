import type { Figure } from "./figure.ts";

/** Peak vertical force in walking: at 1 m/s, and its rise with speed. */
export const walkingPeakForce = {
  atOneMetrePerSecond: { value: 1.0, low: 0.9, high: 1.25, unit: "bodyWeight", source: "nilsson-thorstensson-1989", where: "1.0 → 1.5 BW from 1.0 to 3.0 m/s", population: "12 men", evidence: "S2" },
  perMetrePerSecond: { value: 0.25, low: 0.15, high: 0.35, unit: "bodyWeight s/m", source: "nilsson-thorstensson-1989", where: "1.0 → 1.5 BW from 1.0 to 3.0 m/s", population: "12 men", evidence: "S2" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Step length over step rate in walking, nearly the same at all speeds of one person [m per step/min]. */
export const walkRatio = {
  value: 0.0066, low: 0.0056, high: 0.0076, unit: "m min", source: null, where: "usual in adults; step rate = √(60 v / ratio) per minute", population: "-", evidence: "A",
} as const satisfies Figure;

/** Duty factor of walking at standstill, falling with speed: dutyFactor = atRest − perMetrePerSecond·speed. */
export const walkingDutyFactor = {
  atRest: { value: 0.7, low: 0.67, high: 0.73, unit: "1", source: null, where: "66 % at 0.8, 62 % at 1.3, 58 % at 2.0 m/s are usual", population: "-", evidence: "A" },
  perMetrePerSecond: { value: 0.06, low: 0.045, high: 0.075, unit: "s/m", source: null, where: "66 % at 0.8, 62 % at 1.3, 58 % at 2.0 m/s are usual", population: "-", evidence: "A" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Froude number v²/(gL) at which people change from walk to run [1]. */
export const transitionFroudeNumber = {
  value: 0.5, low: 0.4, high: 0.6, unit: "1", source: null, where: "dynamic similarity; about 2.1 m/s for a leg of 0.93 m", population: "-", evidence: "A",
} as const satisfies Figure;

/** Rise and fall of the centre of mass in walking over that of a stiff inverted pendulum [1]. */
export const walkingOscillationShare = {
  value: 0.6, low: 0.45, high: 0.75, unit: "1", source: null, where: "4–5 cm at a step of 0.75 m", population: "-", evidence: "A",
} as const satisfies Figure;
