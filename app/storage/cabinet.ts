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
  return {
    shoes: listShoes(store, runnerId).map((shoe) => describeShoe(shoe, runs, mass, now)),
    rotation: rotationOf(runs),
    withoutShoe: runs.filter(({ shoes }) => shoes.length === 0).length,
    mass,
  };
}

/** What a pair was run in, and what follows. */
export function describeShoe(shoe: KeptShoe, runs: readonly ShodRun[], mass: number, now: number) {
  const worn = runs.flatMap((run) => {
    const stretches = run.distance === null ? [] : distancesOf(run).filter(({ shoeId }) => shoeId === shoe.id);
    return stretches.length > 0 ? [{ run, stretches, distance: sum(stretches) }] : [];
  });
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
  const mondays = Array.from({ length: weeksShown }, (_, index) => shiftDay(mondayOf(dayOf(last)), -7 * (weeksShown - 1 - index)));
  return mondays.map((monday) => [monday, runs.filter((run) => mondayOf(dayOf(run)) === monday)] as const);
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
