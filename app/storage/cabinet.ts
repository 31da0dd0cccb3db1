import { completeBody, distanceUntilLost, shoeAbsorption, surfaces, takenStiffness, type Quantity, type Surface } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { readRunner } from "./runners.ts";
import { listShoes, type KeptShoe } from "./shoes.ts";
import { addTo, dayOf, distancesOf, shodRuns, type ShodRun } from "./underfoot.ts";
import { wearNotice } from "./wear-words.ts";

const day = 86_400;
/** The present rate looks this far back [s]. */
const recently = 28 * day;
const weeksShown = 12;

/** Places on the wear curve that a forecast names: half, then nine tenths of what will ever be lost. */
const milestones = [0.5, 0.9] as const;

/** A runner's pairs with what each was run in and how worn it is; `now` in seconds since 1970. */
export function readCabinet(store: Store, runnerId: number, now: number) {
  const runs = shodRuns(store, runnerId);
  const { mass } = completeBody(readRunner(store, runnerId));
  const worn = runsByShoe(runs);
  return {
    shoes: listShoes(store, runnerId).map((shoe) => describeShoe(shoe, worn.get(shoe.id) ?? [], mass, now)),
    rotation: rotationOf(runs),
    withoutShoe: runs.filter(({ shoes }) => shoes.length === 0).length,
    mass,
  };
}

/** A run a pair was in: how far, on each ground and in all [m]. */
export interface RunInPair {
  readonly run: ShodRun;
  readonly stretches: readonly { readonly surface: Surface; readonly distance: number }[];
  readonly distance: number;
}

/** The runs of each pair, oldest first; one in two pairs counts for both. */
export function runsByShoe(runs: readonly ShodRun[]): ReadonlyMap<number, readonly RunInPair[]> {
  const worn = new Map<number, RunInPair[]>();
  for (const run of runs) {
    if (run.distance === null) continue;
    const all = distancesOf(run);
    for (const shoeId of new Set(all.map((stretch) => stretch.shoeId))) {
      const stretches = all.filter((stretch) => stretch.shoeId === shoeId);
      const before = worn.get(shoeId) ?? [];
      worn.set(shoeId, before);
      before.push({ run, stretches, distance: sum(stretches) });
    }
  }
  return worn;
}

/** What a pair was run in, and what follows. */
function describeShoe(shoe: KeptShoe, worn: readonly RunInPair[], mass: number, now: number) {
  const distances: Partial<Record<Surface, number>> = {};
  for (const { stretches } of worn) for (const stretch of stretches) addTo(distances, stretch);
  const since = sum(worn);
  const withPast = { ...distances, unknown: (distances.unknown ?? 0) + shoe.distanceBefore };
  const recent = sum(worn.filter(({ run }) => run.startedAt > now - recently && run.startedAt <= now));
  const last = worn.at(-1);
  const { runnerId: _, ...told } = shoe;
  const absorption = shoeAbsorption(withPast, mass);
  return {
    ...told,
    runs: worn.length,
    distance: since + shoe.distanceBefore,
    recentDistance: recent,
    lastRunOn: last ? dayOf(last.run) : null,
    surfaces: sharesOf(distances, since),
    stiffness: takenStiffness(shoe),
    absorption,
    forecast: shoe.retiredOn === null ? forecastOf(withPast, mass, recent / 28, now) : null,
    notice: wearNotice(absorption.value),
  };
}

/** When the next place on the curve is reached at the present rate [m/day]; days null where it was not run in lately. */
function forecastOf(distances: Partial<Record<Surface, number>>, mass: number, perDay: number, now: number) {
  for (const share of milestones) {
    const distance = distanceUntilLost(share, distances, mass);
    if (distance.value > 0) return { share, distance, on: perDay > 0 ? daysOf(distance, perDay, now) : null };
  }
  return null;
}

function daysOf({ value, low, high }: Quantity, perDay: number, now: number) {
  const on = (metres: number): string => new Date(1000 * (now + Math.min(36_500, metres / perDay) * day)).toISOString().slice(0, 10);
  return { value: on(value), low: on(low), high: on(high) };
}

/** Which pairs were run in how far, week by week, the latest weeks with a run. */
function rotationOf(runs: readonly ShodRun[]) {
  return byWeek(runs).map(([weekOf, inWeek]) => {
    const distances = new Map<number | null, number>();
    for (const run of inWeek) {
      const shod = run.distance === null ? [] : distancesOf(run);
      for (const { shoeId, distance } of shod) distances.set(shoeId, (distances.get(shoeId) ?? 0) + distance);
      const rest = (run.distance ?? 0) - sum(shod);
      if (rest > 1) distances.set(null, (distances.get(null) ?? 0) + rest);
    }
    return { weekOf, shoes: [...distances].map(([shoeId, distance]) => ({ shoeId, distance })) };
  });
}

/** Runs by the Monday of their week, oldest first: the last twelve weeks up to the latest run, those without a run too. */
export function byWeek(runs: readonly ShodRun[]): readonly (readonly [weekOf: string, runs: readonly ShodRun[]])[] {
  const last = runs.at(-1);
  if (!last) return [];
  const lastMonday = mondayOf(dayOf(last));
  const weeks = new Map(Array.from({ length: weeksShown }, (_, index) => [shiftDay(lastMonday, -7 * (weeksShown - 1 - index)), new Array<ShodRun>()]));
  const from = last.startedAt - 7 * (weeksShown + 1) * day;
  for (const run of runs) if (run.startedAt > from) weeks.get(mondayOf(dayOf(run)))?.push(run);
  return [...weeks];
}

function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shiftDay(date, -weekday);
}

function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 1000 * day * days).toISOString().slice(0, 10);
}

/** Each ground's share of a distance, the largest first. */
export function sharesOf(distances: Readonly<Partial<Record<Surface, number>>>, whole: number): readonly { readonly surface: Surface; readonly share: number }[] {
  return surfaces.flatMap((surface) => ((distances[surface] ?? 0) > 0 ? [{ surface, share: (distances[surface] ?? 0) / whole }] : [])).toSorted((one, other) => other.share - one.share);
}

const sum = (parts: readonly { readonly distance: number }[]): number => parts.reduce((total, { distance }) => total + distance, 0);
