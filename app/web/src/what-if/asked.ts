import { shoeKinds, shoeOfKind, shoeOfPair, shoeSoftnessContrast, surfaces, whatIfRanges, whatIfScopes, type Surface, type WhatIfChange, type WhatIfScope } from "../../../../src/index.ts";
import type { ShoeRecord } from "../../../server/underfoot-api.ts";

/** What the page asks, all of it in its address, in the units of its sliders, so that it can be shared as a link. */
export interface Asked {
  readonly of: WhatIfScope;
  /** Number of the run, where one is asked of. */
  readonly run?: number;
  /** Changes [%], [%], [% of rise over run], [kg], [degrees]. */
  readonly speed?: number;
  readonly steps?: number;
  readonly slope?: number;
  readonly mass?: number;
  readonly lean?: number;
  /** Number of a pair in the cabinet, a kind, or one of the two trainers of the largest trial. */
  readonly shoe?: string | number;
  /** Distance run in it [km]. */
  readonly worn?: number;
  readonly ground?: Surface;
  /** The address asked for more than a slider reaches, and was brought back to its end. */
  readonly isBroughtBack?: true;
}

/** The two trainers that differed in their midsole only, by what they are called in an address. */
export const trialShoes = ["trial-soft", "trial-hard"] as const;

/** The sliders, their ends and steps in their own units. */
export const sliderRanges = {
  speed: { low: 100 * (whatIfRanges.speed.low - 1), high: 100 * (whatIfRanges.speed.high - 1), step: 1 },
  steps: { low: 100 * (whatIfRanges.stepRate.low - 1), high: 100 * (whatIfRanges.stepRate.high - 1), step: 1 },
  slope: { low: 100 * whatIfRanges.slope.low, high: 100 * whatIfRanges.slope.high, step: 0.5 },
  lean: { ...whatIfRanges.leanDegrees, step: 1 },
  mass: { ...whatIfRanges.mass, step: 0.5 },
  worn: { ...whatIfRanges.shoeDistanceKilometres, step: 25 },
} as const;

export type SliderName = keyof typeof sliderRanges;

const names = ["speed", "steps", "slope", "lean", "mass", "worn"] as const satisfies readonly SliderName[];

/** Reads an address's search; numbers beyond what a slider reaches come back to its end, what cannot be meant is left out. */
export function readAsked(search: Readonly<Record<string, unknown>>): Asked {
  const numbers = names.flatMap((name) => {
    const given = search[name];
    if (typeof given !== "number" || !Number.isFinite(given)) return [];
    const { low, high } = sliderRanges[name];
    const value = Math.min(Math.round(high), Math.max(Math.round(low), given));
    return value === 0 && given === 0 && name !== "worn" ? [] : [[name, value] as const];
  });
  const isBeyond = numbers.some(([name, value]) => Math.abs(Number(search[name]) - value) > 0.001);
  const { of, run, shoe, ground } = search;
  const surface = surfaces.find((each) => each === ground && each !== "unknown");
  const isRun = of === "run" && typeof run === "number" && Number.isInteger(run) && run > 0;
  return {
    of: isRun ? "run" : whatIfScopes.find((scope) => scope === of && scope !== "run") ?? "weeks", ...(isRun ? { run } : {}), ...Object.fromEntries(numbers),
    ...((typeof shoe === "number" && Number.isInteger(shoe)) || [...shoeKinds, ...trialShoes].some((kind) => kind === shoe) ? { shoe: typeof shoe === "number" ? shoe : String(shoe) } : {}),
    ...(surface ? { ground: surface } : {}), ...(isBeyond || search["isBroughtBack"] === true ? { isBroughtBack: true as const } : {}),
  };
}

/** What is asked as the library takes it; a pair that is not in the cabinet changes nothing. */
export function changeAsked({ speed = 0, steps = 0, slope = 0, mass = 0, lean = 0, shoe, worn, ground }: Asked, shoes: readonly ShoeRecord[]): WhatIfChange {
  return {
    ...shoeAsked(shoe, shoes), ...(worn === undefined ? {} : { shoeDistanceKilometres: worn }), ...(ground ? { surface: ground } : {}),
    ...(speed === 0 ? {} : { speed: 1 + speed / 100 }), ...(steps === 0 ? {} : { stepRate: 1 + steps / 100 }), ...(slope === 0 ? {} : { slope: slope / 100 }),
    ...(mass === 0 ? {} : { mass }), ...(lean === 0 ? {} : { leanDegrees: lean }),
  };
}

function shoeAsked(shoe: Asked["shoe"], shoes: readonly ShoeRecord[]): WhatIfChange {
  const kind = shoeKinds.find((each) => each === shoe);
  if (kind) return shoeOfKind(kind);
  if (shoe === "trial-soft" || shoe === "trial-hard") return { shoeStiffnessNewtonsPerMillimetre: shoeSoftnessContrast[shoe === "trial-soft" ? "soft" : "hard"] / 1000 };
  const pair = shoes.find(({ id }) => id === shoe);
  return pair ? shoeOfPair({ name: pair.name, stiffness: pair.stiffness.stiffness, distance: pair.distance }) : {};
}

/** Whether a pair is asked for that is not in the cabinet. */
export function isShoeGone({ shoe }: Asked, shoes: readonly ShoeRecord[]): boolean {
  return typeof shoe === "number" && !shoes.some(({ id }) => id === shoe);
}
