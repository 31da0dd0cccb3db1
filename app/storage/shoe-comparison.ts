import { z } from "zod";
import { compareShoes, completeBody, equivalentDistance, shoeAbsorption, takenStiffness, type RunInShoe, type Surface, type WornShoe } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { readRunner } from "./runners.ts";
import { readShoe, type KeptShoe } from "./shoes.ts";
import { readResult } from "./summaries.ts";
import { addTo, distancesOf, shodRuns, type ShodRun } from "./underfoot.ts";

/** Which two pairs, each as worn as it is or new, over how many days up to the latest run. */
export interface ComparisonAsked {
  readonly one: number;
  readonly other: number;
  readonly isOneNew?: boolean;
  readonly isOtherNew?: boolean;
  readonly days?: number;
}

/** What a runner's latest runs would have been in another pair; null where one of the pairs is not there or they are two runners'. */
export function compareOnRuns(store: Store, { one, other, isOneNew = false, isOtherNew = false, days = 28 }: ComparisonAsked) {
  const [first, second] = [readShoe(store, one), readShoe(store, other)];
  if (!first || !second || first.runnerId !== second.runnerId) return null;
  const runs = shodRuns(store, first.runnerId);
  const { units: _, ...runner } = readRunner(store, first.runnerId);
  const { mass } = completeBody(runner);
  const from = (runs.at(-1)?.startedAt ?? 0) - days * 86_400;
  const typical = runs.filter(({ startedAt }) => startedAt > from).flatMap((run) => typicalFootfall(store, run) ?? []);
  const [pairOne, pairOther] = [wornPair(first, isOneNew, runs, mass), wornPair(second, isOtherNew, runs, mass)];
  const { runs: count, footfalls, ...changes } = compareShoes(typical, runner, pairOne.worn, pairOther.worn, one === other);
  return {
    days, runs: count, footfalls, ...changes,
    one: { id: one, name: first.name, isNew: isOneNew, absorption: pairOne.absorption, stiffness: pairOne.stiffness },
    other: { id: other, name: second.name, isNew: isOtherNew, absorption: pairOther.absorption, stiffness: pairOther.stiffness },
  };
}

function wornPair(shoe: KeptShoe, isNew: boolean, runs: readonly ShodRun[], mass: number): { readonly worn: WornShoe; readonly absorption: ReturnType<typeof shoeAbsorption>; readonly stiffness: ReturnType<typeof takenStiffness> } {
  const distances: Partial<Record<Surface, number>> = isNew ? {} : { unknown: shoe.distanceBefore };
  if (!isNew) for (const run of runs) for (const stretch of run.distance === null ? [] : distancesOf(run)) if (stretch.shoeId === shoe.id) addTo(distances, stretch);
  const stiffness = takenStiffness(shoe);
  return { worn: { stiffness: stiffness.stiffness, distance: equivalentDistance(distances, mass) }, absorption: shoeAbsorption(distances, mass), stiffness };
}

const resultRow = z.object({ result: z.string() });

/** A run's median footfall; null where none could be told or it was a walk. */
function typicalFootfall(store: Store, run: ShodRun): RunInShoe | null {
  const summary = readResult(store.first(resultRow, "SELECT result FROM summaries WHERE recording_id = ?", run.id)?.result ?? null)?.summary;
  if (!summary || summary.sport !== "running" || !summary.speed || !summary.stepRate || !summary.groundContactTime) return null;
  const longest = run.surfaces.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
  return { speed: summary.speed.value, stepRate: summary.stepRate.value, groundContactTime: summary.groundContactTime.value, surface: longest?.surface ?? "unknown", footfalls: summary.footfallCount };
}
