import type { FootfallCondition } from "../../src/index.ts";

type Name = Exclude<keyof FootfallCondition, "gait">;

const rounded = (value: number, digits = 1): string => String(Number(value.toFixed(digits))).replace("-", "−");
const paceOf = (speed: number): string => {
  const seconds = Math.round(1000 / speed);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} /km`;
};

/** What each thing told is called, and its value as a runner writes it. */
const words: { readonly [Each in Name]: { readonly name: string; readonly write: (value: NonNullable<FootfallCondition[Each]>) => string } } = {
  speed: { name: "speed", write: (speed) => (speed > 0 ? `${rounded(3.6 * speed)} km/h (${paceOf(speed)})` : `${rounded(3.6 * speed)} km/h`) },
  stepRate: { name: "step rate", write: (rate) => `${rounded(60 * rate)} steps/min` },
  groundContactTime: { name: "contact time", write: (time) => `${rounded(1000 * time)} ms` },
  flightTime: { name: "flight time", write: (time) => `${rounded(1000 * time)} ms` },
  mass: { name: "weight", write: (mass) => `${rounded(mass)} kg` },
  height: { name: "height", write: (height) => `${rounded(100 * height)} cm` },
  sex: { name: "sex", write: (sex) => sex },
  slope: { name: "slope", write: (slope) => (slope === 0 ? "level" : `${rounded(100 * Math.abs(slope))} % ${slope > 0 ? "uphill" : "downhill"}`) },
  acceleration: { name: "gaining speed", write: (acceleration) => `${rounded(acceleration, 2)} m/s²` },
  trunkLeanDegrees: { name: "trunk lean", write: (lean) => (lean < 0 ? `${rounded(-lean)}° back` : `${rounded(lean)}°`) },
  lordosisDegrees: { name: "lordosis", write: (lordosis) => `${rounded(lordosis)}°` },
  shoeStiffnessNewtonsPerMillimetre: { name: "shoe stiffness", write: (stiffness) => `${rounded(stiffness)} N/mm` },
  shoeDistanceKilometres: { name: "run in the shoe", write: (distance) => `${rounded(distance)} km` },
  surface: { name: "ground", write: (surface) => surface },
  footStrike: { name: "foot strike", write: (strike) => strike },
};

/** What was told of a footfall, each with its unit; empty where nothing was. */
export function conditionWords(condition: FootfallCondition): readonly string[] {
  const told = <Each extends Name>(each: Each): string[] => {
    const value = condition[each];
    return value === undefined || value === null ? [] : [`${words[each].name} ${words[each].write(value)}`];
  };
  return [
    ...told("speed"), ...told("stepRate"), ...told("groundContactTime"), ...told("flightTime"), ...told("slope"), ...told("acceleration"), ...told("mass"), ...told("height"), ...told("sex"),
    ...told("trunkLeanDegrees"), ...told("lordosisDegrees"), ...told("shoeStiffnessNewtonsPerMillimetre"), ...told("shoeDistanceKilometres"), ...told("surface"), ...told("footStrike"),
  ];
}

/** What a part of the condition is called; its own name where it has none. */
export function conditionName(part: string): string {
  return Object.entries(words).find(([name]) => name === part)?.[1].name ?? part;
}
