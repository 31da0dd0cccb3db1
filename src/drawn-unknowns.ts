import type { FootStrike } from "./domain/index.ts";
import type { FootfallCondition } from "./footfall-condition.ts";
import {
  forceReduction, leanShareInRunning, referenceShoeStiffness, shoeSoftnessContrast, shoeSoftnessDisagreement, shoeWear, slopeContrast, slopeDisagreement, surfaceDisagreement, usualTrunkLeanDegrees,
  wearDisagreement, type Disagreement,
} from "./literature/index.ts";
import { latinHypercube, ninetyPercent, normalQuantile, once, seededRandom } from "./numerics/index.ts";
import { absorptionAfter, type Underfoot } from "./shock/index.ts";

/** One state of everything that is not known but the same before and after a change, as standard normals. */
export interface Unknowns {
  readonly index: number;
  readonly force: number;
  readonly impact: number;
  readonly lean: number;
  readonly leanShare: number;
  readonly shoe: number;
  readonly surface: number;
  readonly wear: number;
  /** How large the effects of these are, against the model's. */
  readonly effect: { readonly speed: number; readonly stepRate: number; readonly slope: number; readonly mass: number };
  /** What slope does beside the model. */
  readonly slope: number;
  /** How stiff the shoe worn is against what is taken, and another pair. */
  readonly stiffness: { readonly own: number; readonly other: number };
  /** What each strike's shape, read from one runner, is off by. */
  readonly strike: Readonly<Record<Exclude<FootStrike, "unknown">, number>>;
}

/** A seeded sample of standard normals, by row and dimension. */
export function normals(points: number, dimensions: number, seed: number): (row: number, dimension: number) => number {
  const drawn = once(() => latinHypercube(points, dimensions, seededRandom(seed)).map(normalQuantile));
  return (row, dimension) => drawn()[row * dimensions + dimension]!;
}

const count = 72;
const drawn = normals(count, 7, 20261123);
const effects = normals(count, 5, 20261125);
const stiffnesses = normals(count, 2, 20261126);
const strikes = normals(count, 3, 20261127);

/** Seeded, the same for every comparison. */
export const unknowns: () => readonly Unknowns[] = once(() => Array.from({ length: count }, (_, index) => ({
  index, force: drawn(index, 0), impact: drawn(index, 1), lean: drawn(index, 2), leanShare: drawn(index, 3), shoe: drawn(index, 4), surface: drawn(index, 5), wear: drawn(index, 6),
  effect: { speed: effects(index, 0), stepRate: effects(index, 1), slope: effects(index, 2), mass: effects(index, 3) }, slope: effects(index, 4),
  stiffness: { own: stiffnesses(index, 0), other: stiffnesses(index, 1) }, strike: { rearfoot: strikes(index, 0), midfoot: strikes(index, 1), forefoot: strikes(index, 2) },
})));

/** Where the trunk would lean if only a share of what is known from standing held in running; two-sided, 1 in the middle. */
export function leanIn({ leanShare }: Unknowns, degrees: number): number {
  const { value, low, high } = leanShareInRunning;
  const share = value + (leanShare * (leanShare < 0 ? value - low : high - value)) / ninetyPercent;
  return usualTrunkLeanDegrees.value + share * (degrees - usualTrunkLeanDegrees.value);
}

/** Where a footfall stands along each contested axis, in published contrasts. */
export interface ContestedPlace {
  readonly shoe: number;
  /** Standard deviation of the place of the shoe, and which shoe it is: what is not known of the same shoe cancels. */
  readonly shoeSpread: number;
  readonly pair: keyof Unknowns["stiffness"];
  readonly surface: number;
  readonly wear: number;
}

/** The place of what is under the foot, `stiffnessSpread` the standard deviation of the logarithm of the shoe's stiffness [1]. */
export function contestedPlace({ shoeStiffnessNewtonsPerMillimetre, shoeDistance, surface }: Underfoot, stiffnessSpread = 0, pair: ContestedPlace["pair"] = "own"): ContestedPlace {
  const stiffness = shoeStiffnessNewtonsPerMillimetre === null ? referenceShoeStiffness.value : 1000 * shoeStiffnessNewtonsPerMillimetre;
  const contrast = Math.log(shoeSoftnessContrast.hard / shoeSoftnessContrast.soft);
  const reduction = forceReduction[surface];
  // Sand and snow are no springs: as far from a road as turf is. Ground that was not told counts as hard, as in the model.
  const give = reduction === null ? (surface === "sand" || surface === "snow" ? 1 : 0) : reduction.value / (forceReduction.grass?.value ?? 1);
  return {
    shoe: Math.log(stiffness / referenceShoeStiffness.value) / contrast, shoeSpread: stiffnessSpread / contrast, pair,
    surface: give, wear: (1 - absorptionAfter(shoeDistance)) / (1 - shoeWear.floor.value),
  };
}

/** The same of a footfall's condition. */
export function contestedPlaceOf({ shoeStiffnessNewtonsPerMillimetre, shoeDistanceKilometres = 0, surface = "unknown" }: FootfallCondition): ContestedPlace {
  return contestedPlace({ shoeStiffnessNewtonsPerMillimetre: shoeStiffnessNewtonsPerMillimetre ?? null, shoeDistance: 1000 * shoeDistanceKilometres, surface });
}

/** What studies disagree by on the discs' load between two conditions, and what slope may do beside the model: standard deviation of its logarithm [1]. */
export function contestedLoadSpread(one: FootfallCondition, other: FootfallCondition): number {
  const [here, there] = [contestedPlaceOf(one), contestedPlaceOf(other)];
  return Math.hypot(
    (there.shoe - here.shoe) * shoeSoftnessDisagreement.load.value, (there.surface - here.surface) * surfaceDisagreement.load.value, (there.wear - here.wear) * wearDisagreement.load.value,
    (((other.slope ?? 0) - (one.slope ?? 0)) / slopeContrast) * slopeDisagreement.value,
  );
}

/** Factor of what studies disagree by, on the shock, the ground's push or the discs' load; two footfalls alike in shoe, wear and ground have the same, and it cancels. */
export function contestedFactor(part: keyof Disagreement, state: Unknowns, { shoe, shoeSpread, pair, surface, wear }: ContestedPlace): number {
  return Math.exp(state.shoe * (shoe + shoeSpread * state.stiffness[pair]) * shoeSoftnessDisagreement[part].value + state.surface * surface * surfaceDisagreement[part].value + state.wear * wear * wearDisagreement[part].value);
}
