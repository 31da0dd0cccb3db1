import { untoldShoe } from "../../src/index.ts";
import type { ActivityFacts } from "../accounts/index.ts";
import { readCabinet, shoeThen, type ShoeThen, type Store } from "../storage/index.ts";
import type { ListedActivity } from "./account-facts.ts";
import type { ExpectedShoe } from "./shoe-at.ts";

/** How worn each pair will be at each run, as far as an account tells before its files are read. */
export interface ExpectedShoes {
  readonly of: ReadonlyMap<ActivityFacts, ShoeThen>;
  readonly byStart: readonly ExpectedShoe[];
}

/** Follows an account's activities in their order, each pair wearing on. Where a run comes out otherwise, it is analysed once more. */
export function expectedShoes(store: Store, runnerId: number, activities: readonly ListedActivity[]): ExpectedShoes {
  const of = new Map<ActivityFacts, ShoeThen>();
  const byStart: ExpectedShoe[] = [];
  if (activities.every(({ facts }) => facts.gear === null)) return { of, byStart };
  const { shoes, mass } = readCabinet(store, runnerId, 0);
  const cabinet = new Map(shoes.map((shoe) => [shoe.name.toLowerCase(), shoe]));
  const worn = new Map(shoes.map(({ name, distance }) => [name.toLowerCase(), distance]));
  for (const { facts, startedAt } of activities) {
    if (facts.gear === null) continue;
    const name = facts.gear.toLowerCase();
    const before = worn.get(name) ?? 0;
    const shoe = shoeThen(cabinet.get(name) ?? { ...untoldShoe, name }, { unknown: before }, mass);
    of.set(facts, shoe);
    if (startedAt !== null) byStart.push({ startedAt, shoe });
    worn.set(name, before + (facts.distance ?? 0));
  }
  return { of, byStart };
}
