import { footStrikes, isPlausible, plausibleRanges, surfaces, type FootfallCondition, type PlausibleRange } from "../../../../src/index.ts";
import type { RunDetail, RunnerProfile } from "../../../server/api.ts";

/** What a footfall's page takes in, all of it in its address, so that a view can be shared as a link. */
export type Condition = Pick<FootfallCondition, NumberName | "surface" | "footStrike">;

export type NumberName =
  | "speed" | "stepRate" | "groundContactTime" | "slope" | "trunkLeanDegrees" | "lordosisDegrees" | "shoeStiffnessNewtonsPerMillimetre" | "shoeDistanceKilometres" | "mass" | "height";

/** What can be drawn as a running footfall; narrower than what a person can be. */
export const conditionRanges: Readonly<Record<NumberName, PlausibleRange>> = {
  ...plausibleRanges, speed: { low: 1.5, high: 9 }, stepRate: { low: 2, high: 4.2 }, slope: { low: -0.3, high: 0.3 }, trunkLeanDegrees: { low: -10, high: 30 },
  lordosisDegrees: { low: 0, high: 90 }, groundContactTime: { low: 0.1, high: 0.45 }, shoeStiffnessNewtonsPerMillimetre: { low: 20, high: 400 }, shoeDistanceKilometres: { low: 0, high: 3000 },
};

/** Reads an address's search; what cannot be meant is left out. */
export function readCondition(search: Readonly<Record<string, unknown>>): Condition {
  const number = (name: NumberName): number | undefined => {
    const given = search[name];
    return typeof given === "number" && isPlausible(given, conditionRanges[name]) ? given : undefined;
  };
  return told({
    speed: number("speed"), stepRate: number("stepRate"), groundContactTime: number("groundContactTime"), slope: number("slope"), trunkLeanDegrees: number("trunkLeanDegrees"),
    lordosisDegrees: number("lordosisDegrees"), shoeStiffnessNewtonsPerMillimetre: number("shoeStiffnessNewtonsPerMillimetre"), shoeDistanceKilometres: number("shoeDistanceKilometres"),
    mass: number("mass"), height: number("height"),
    surface: surfaces.find((surface) => surface === search["surface"]), footStrike: footStrikes.find((strike) => strike === search["footStrike"]),
  });
}

/** Without what is not told, so that two alike are alike. */
export function told(condition: Condition): Condition {
  return Object.fromEntries(Object.entries(condition).filter(([, value]) => value !== undefined));
}

/** The runner's own body and lean where the address tells none; always a running step. */
export function completed(condition: Condition, profile: RunnerProfile | undefined): FootfallCondition {
  return {
    ...condition, gait: "run", mass: condition.mass ?? profile?.mass ?? undefined, height: condition.height ?? profile?.height ?? undefined,
    trunkLeanDegrees: condition.trunkLeanDegrees ?? profile?.trunkLeanDegrees ?? undefined,
  };
}

/** A typical footfall of a run: the medians of what it was reconstructed from; null where nobody ran. */
export function typicalOf({ summary, body, trunkLeanDegrees }: RunDetail): Condition | null {
  const { speed, stepRate, groundContactTime, sport } = summary;
  if (sport !== "running" || !speed || !stepRate || !groundContactTime) return null;
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
  return readCondition({
    speed: rounded(speed.value, 2), stepRate: rounded(stepRate.value, 3), groundContactTime: rounded(groundContactTime.value, 4),
    mass: rounded(body.mass, 1), height: rounded(body.height, 3), ...(trunkLeanDegrees === null ? {} : { trunkLeanDegrees }),
  });
}
