import { thinSpace } from "../../../../src/index.ts";
import { told, type Condition } from "./conditions.ts";

/** A pair worth comparing: in what the two differ, and what they are called. */
interface Preset {
  readonly name: string;
  readonly one: Condition;
  readonly other: Condition;
  readonly called: { readonly one: string; readonly other: string };
}

/** Heel first, because that is where shoe and ground are felt; what the runner told stays. */
const presets = {
  shoe: { name: "Soft and hard shoe", one: { shoeStiffnessNewtonsPerMillimetre: 61 }, other: { shoeStiffnessNewtonsPerMillimetre: 95 }, called: { one: `Soft shoe, 61${thinSpace}N/mm`, other: `Hard shoe, 95${thinSpace}N/mm` } },
  ground: { name: "Grass and asphalt", one: { surface: "grass" }, other: { surface: "asphalt" }, called: { one: "Grass", other: "Asphalt" } },
  lean: { name: "Upright and leaning", one: { trunkLeanDegrees: 2 }, other: { trunkLeanDegrees: 12 }, called: { one: "Upright, 2° of lean", other: "Leaning, 12°" } },
  steps: { name: `160 and 175${thinSpace}steps/min`, one: { stepRate: 160 / 60 }, other: { stepRate: 175 / 60 }, called: { one: `160${thinSpace}steps/min`, other: `175${thinSpace}steps/min` } },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

export const presetNames: readonly PresetName[] = ["shoe", "ground", "lean", "steps"];

/** The pair in an address. */
export interface Pair {
  readonly one: Condition;
  readonly other: Condition;
}

/** A preset's pair on the ground of what both footfalls share. */
export function presetPair(name: PresetName, shared: Condition): Pair {
  const { one, other }: Preset = presets[name];
  // A contact time told for one step rate is none for another.
  const base: Condition = { footStrike: "rearfoot", ...shared, ...(name === "steps" ? { groundContactTime: undefined } : {}) };
  return { one: told({ ...base, ...one }), other: told({ ...base, ...other }) };
}

/** What two conditions have in common. */
export function sharedOf({ one, other }: Pair): Condition {
  const same = new Set(Object.entries(other).map(([name, value]) => `${name} ${value}`));
  return Object.fromEntries(Object.entries(one).filter(([name, value]) => same.has(`${name} ${value}`)));
}

/** Which preset a pair is, if any. */
export function presetOf(pair: Pair): PresetName | null {
  const differences = ({ one, other }: Pair): string => JSON.stringify([...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted().map((name) => [name, valueOf(one, name), valueOf(other, name)]).filter(([, here, there]) => here !== there));
  return presetNames.find((name) => differences(pair) === differences({ one: presets[name].one, other: presets[name].other })) ?? null;
}

const valueOf = (condition: Condition, name: string): unknown => Object.entries(condition).find(([key]) => key === name)?.[1] ?? null;

export const presetTitle = (name: PresetName): string => presets[name].name;

/** What the two are called. */
export function calledOf(name: PresetName | null): { readonly one: string; readonly other: string } {
  return name === null ? { one: "First", other: "Second" } : presets[name].called;
}
