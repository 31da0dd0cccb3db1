import { z } from "zod";
import { surfaceLoadDoubt, surfaces, type Surface } from "../../src/index.ts";
import { byWeek, runsByShoe, sharesOf } from "./cabinet.ts";
import type { Store } from "./open-store.ts";
import { readSurfaceRules } from "./run-rules.ts";
import { sampleRunnerId } from "./runners.ts";
import { listShoes } from "./shoes.ts";
import { loadsOnSurfaces } from "./summaries.ts";
import { addTo, shodRuns, type ShodRun } from "./underfoot.ts";

/** On what a runner ran: by week, by pair, in all, and what the load was there. */
export function readSurfaces(store: Store, runnerId: number) {
  const runs = shodRuns(store, runnerId);
  const all = distancesOn(runs);
  const worn = runsByShoe(runs);
  return {
    total: { distance: sum(all), surfaces: sharesOf(all, sum(all)) },
    weeks: byWeek(runs).map(([weekOf, inWeek]) => {
      const distances = distancesOn(inWeek);
      return { weekOf, distance: sum(distances), surfaces: sharesOf(distances, sum(distances)) };
    }),
    shoes: listShoes(store, runnerId).flatMap(({ id, name }) => {
      const distances: Partial<Record<Surface, number>> = {};
      for (const { stretches } of worn.get(id) ?? []) for (const stretch of stretches) addTo(distances, stretch);
      return sum(distances) > 0 ? [{ id, name, distance: sum(distances), surfaces: sharesOf(distances, sum(distances)) }] : [];
    }),
    load: loadOnGround(store, runnerId),
    rules: readSurfaceRules(store, runnerId),
    isSample: sampleRunnerId(store) === runnerId,
  };
}

/** How far some runs went on each ground; what nobody spoke of is `unknown`. */
function distancesOn(runs: readonly ShodRun[]): Partial<Record<Surface, number>> {
  const distances: Partial<Record<Surface, number>> = {};
  for (const { distance, surfaces: stretches } of runs) {
    if (distance === null) continue;
    let rest = distance;
    for (const { from, to, surface } of stretches) {
      addTo(distances, { surface, distance: to - from });
      rest -= to - from;
    }
    if (rest > 1) addTo(distances, { surface: "unknown", distance: rest });
  }
  return distances;
}

const sum = (distances: Readonly<Partial<Record<Surface, number>>>): number => Object.values(distances).reduce((total, distance) => total + distance, 0);

const loadsRow = z.object({ loads: z.string().nullable() });

/** Mean peak of L5-S1 by ground, over running footfalls of known ground, with the runner's speed there; the band is what studies disagree by on the ground's own part. */
function loadOnGround(store: Store, runnerId: number) {
  const rows = store.all(loadsRow, "SELECT json_extract(result, '$.bySurface') AS loads FROM summaries JOIN recordings ON recordings.id = recording_id WHERE summaries.runner_id = ? AND deleted_at IS NULL AND summaries.underfoot_key <> '[]'", runnerId);
  const sums = new Map<Surface, { footfalls: number; peaks: number; speeds: number; runs: number }>();
  for (const { loads } of rows) {
    for (const { surface, footfalls, meanPeak, meanSpeed } of loadsOnSurfaces(loads)) {
      const at = sums.get(surface) ?? { footfalls: 0, peaks: 0, speeds: 0, runs: 0 };
      sums.set(surface, at);
      at.footfalls += footfalls;
      at.peaks += footfalls * meanPeak;
      at.speeds += footfalls * meanSpeed;
      at.runs += 1;
    }
  }
  return surfaces.flatMap((surface) => {
    const at = sums.get(surface);
    if (!at) return [];
    const value = at.peaks / at.footfalls;
    return [{
      surface, runs: at.runs, footfalls: at.footfalls, meanSpeed: at.speeds / at.footfalls,
      meanPeak: { value, low: value * (1 + surfaceLoadDoubt.low), high: value * (1 + surfaceLoadDoubt.high), unit: "bodyWeight", basis: "simulated" as const },
    }];
  });
}
