import { metresPer, metresPerInch } from "../domain/index.ts";

/** What of a run may go with pain: each with its words, its unit and the digits it is told with. */
export interface RunFactor {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Unit for a runner who counts in miles, and how many of it one of the other is; absent where it is the same. */
  readonly inMiles?: { readonly unit: string; readonly times: number };
  readonly digits: number;
  /** How two values are told where "with … rather than …" would not read: the numbers with their unit. */
  readonly rather?: (to: string, from: string) => string;
  /** What could be done on purpose to tell it from what it always comes together with; null where nothing can. */
  readonly experiment: string | null;
}

const milesPerKilometre = metresPer.km / metresPer.mi;

export const runFactors = [
  { id: "distance", name: "distance", unit: "km", inMiles: { unit: "mi", times: milesPerKilometre }, digits: 0, experiment: "run some of the usual routes shorter, a coin choosing which" },
  { id: "dose", name: "load on the painful level", unit: "times usual", digits: 1, experiment: "run some of the usual distances slower, a coin choosing which" },
  { id: "longestRunRatio", name: "distance over the longest of 30 days", unit: "times", digits: 2, experiment: "hold some long runs at the length of the last, a coin choosing which" },
  { id: "speed", name: "speed", unit: "km/h", inMiles: { unit: "mph", times: milesPerKilometre }, digits: 1, experiment: "run some of the usual routes slower, a coin choosing which" },
  { id: "climb", name: "climb", unit: "m in every km", inMiles: { unit: "ft in every mile", times: 1 / (12 * metresPerInch * milesPerKilometre) }, digits: 0, rather: (to, from) => `on routes that climb ${to} rather than ${from}`, experiment: "take the flat route on some days, a coin choosing which" },
  { id: "shareOnHardGround", name: "share on hard ground", unit: "%", digits: 0, experiment: "take the softer route on some days, a coin choosing which" },
  { id: "shareOnSoftGround", name: "share on soft ground", unit: "%", digits: 0, experiment: "take the road on some days, a coin choosing which" },
  { id: "shoeDistance", name: "distance run in the shoe", unit: "km", inMiles: { unit: "mi", times: milesPerKilometre }, digits: 0, experiment: "alternate with another pair, a coin choosing which" },
  { id: "stepRate", name: "step rate", unit: "steps/min", digits: 0, experiment: "run some runs with 5 % more steps, a coin choosing which" },
  { id: "contactTimeDrift", name: "growth of contact time within the run", unit: "%", digits: 1, experiment: "end some runs before it, a coin choosing which" },
  { id: "trunkLean", name: "forward lean", unit: "°", digits: 0, experiment: null },
  { id: "daysSinceRest", name: "days in a row with a run", unit: "days", digits: 0, experiment: "put in a day of rest on some weeks, a coin choosing which" },
] as const satisfies readonly RunFactor[];
export type RunFactorId = (typeof runFactors)[number]["id"];

/** A shoe is a factor of its own: run in it or not. */
const shoePrefix = "shoe:";
export const shoeFactorId = (shoe: string): string => `${shoePrefix}${shoe}`;
/** The shoe a factor is of; null where it is of something else. */
export const shoeOfFactor = (id: string): string | null => (id.startsWith(shoePrefix) ? id.slice(shoePrefix.length) : null);
