import type { Quantity, Runner, Surface } from "./domain/index.ts";
import { contestedFactor, contestedPlace, unknowns, type ContestedPlace } from "./drawn-unknowns.ts";
import { quantile } from "./numerics/index.ts";
import { stiffnessSpread } from "./shoe-stiffness.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "./simulate.ts";

/** A run as its typical footfall was. */
export interface RunInShoe {
  readonly speed: number;
  readonly stepRate: number;
  readonly groundContactTime: number;
  readonly surface: Surface;
  /** Footfalls it stands for. */
  readonly footfalls: number;
}

/** A pair as it is compared. */
export interface WornShoe {
  /** Heel stiffness when new [N/m]. */
  readonly stiffness: Quantity;
  /** Distance on the road that would have worn it as much [m]. */
  readonly distance: number;
}

/** What the other pair would have changed, each as other over one, less 1; null where the model does not tell. */
export interface ShoeComparison {
  readonly runs: number;
  readonly footfalls: number;
  /** First peak of the force from the ground, where the heel lands first. */
  readonly impactPeak: Quantity | null;
  /** Largest force from the ground. */
  readonly activePeak: Quantity | null;
  /** Largest compression of L5-S1. */
  readonly discPeak: Quantity | null;
}

/**
 * The same runs in one pair and in another: each run's typical footfall is simulated in both, and the changes are averaged over the footfalls.
 *
 * The bands are not the model's. They are drawn as those of "what if" are: how far people's loads may follow a shoe's softness and wear either way, and how stiff each of
 * two pairs may be; soft shoes lowered a disc's pressure in one man and raised the first peak in hundreds. `isSamePair`: only the wear differs.
 */
export function compareShoes(runs: readonly RunInShoe[], runner: Runner & { readonly trunkLeanDegrees: number | null }, one: WornShoe, other: WornShoe, isSamePair: boolean): ShoeComparison {
  const pairs = runs.flatMap((run) => {
    const [before, after] = [simulated(run, runner, one), simulated(run, runner, other)];
    return before && after ? [{ before, after, footfalls: run.footfalls }] : [];
  });
  const footfalls = pairs.reduce((sum, pair) => sum + pair.footfalls, 0);
  const places = [placeOf(one, "own"), isSamePair ? { ...placeOf(one, "own"), wear: placeOf(other, "own").wear } : placeOf(other, "other")] as const;
  const changeOf = (part: Parameters<typeof contestedFactor>[0], pick: (simulation: Pair) => number | null): Quantity | null => {
    let [sum, count] = [0, 0];
    for (const { before, after, footfalls: weight } of pairs) {
      const [from, to] = [pick(before), pick(after)];
      if (from === null || to === null) continue;
      sum += weight * (to / from - 1);
      count += weight;
    }
    if (count === 0) return null;
    const value = sum / count;
    const drawn = unknowns().map((state) => ((1 + value) * contestedFactor(part, state, places[1])) / contestedFactor(part, state, places[0]) - 1);
    return { value, low: Math.min(value, quantile(drawn, 0.05)), high: Math.max(value, quantile(drawn, 0.95)), unit: "1", basis: "simulated" };
  };
  return {
    runs: pairs.length, footfalls,
    impactPeak: changeOf("shock", ({ heelFirst }) => heelFirst.impactPeak?.value ?? null),
    activePeak: changeOf("force", ({ usual }) => usual.peakVerticalForce.value),
    discPeak: changeOf("load", ({ usual }) => usual.compression["L5-S1"].value),
  };
}

function placeOf({ stiffness, distance }: WornShoe, pair: ContestedPlace["pair"]): ContestedPlace {
  return contestedPlace({ shoeStiffnessNewtonsPerMillimetre: stiffness.value / 1000, shoeDistance: distance, surface: "unknown" }, stiffnessSpread(stiffness), pair);
}

/** A footfall as whole runs take it, which foot strike unknown, and as it would be heel first: only that has a first peak of its own. */
interface Pair {
  readonly usual: Simulation;
  readonly heelFirst: Simulation;
}

function simulated({ speed, stepRate, groundContactTime, surface }: RunInShoe, { mass, height, sex, trunkLeanDegrees }: Runner & { readonly trunkLeanDegrees: number | null }, shoe: WornShoe): Pair | null {
  const condition: FootfallCondition = {
    speed, stepRate, groundContactTime, surface, mass: mass ?? undefined, height: height ?? undefined, sex: sex ?? undefined, trunkLeanDegrees: trunkLeanDegrees ?? undefined,
    shoeStiffnessNewtonsPerMillimetre: shoe.stiffness.value / 1000, shoeDistanceKilometres: shoe.distance / 1000,
  };
  const usual = simulateFootfall(condition);
  return usual.gait === "walk" ? null : { usual, heelFirst: simulateFootfall({ ...condition, footStrike: "rearfoot" }) };
}
