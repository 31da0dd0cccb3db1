import { z } from "zod";
import {
  completeBody, equivalentDistance, layTogether, runKind, settleStretches, speakers, surfaces, takenStiffness, terrains,
  type RunKind, type Shoe, type ShoeStretch, type Surface, type SurfaceStretch, type UnderfootStretch,
} from "../../src/index.ts";
import { mapClaims } from "./map-claims.ts";
import type { Store } from "./open-store.ts";
import { readShoeRules, readSurfaceRules, speaksOf, type ShoeRule, type SurfaceRule } from "./run-rules.ts";
import { readRunner } from "./runners.ts";
import { listShoes, type KeptShoe } from "./shoes.ts";
import { builtInSurfaces, lengthOf, type ShoeThen } from "./underfoot-of-new.ts";

const speaker = z.enum(speakers);
const shoeStretch = z.object({ from: z.number(), to: z.number(), shoeId: z.number().nullable(), by: speaker });
const surfaceStretch = z.object({ from: z.number(), to: z.number(), surface: z.enum(surfaces), by: speaker, reason: z.string().nullable() });

/** What holds along a run: its shoes and its ground, in order, places nobody spoke of left out. */
export const underfoot = z.object({ shoes: z.array(shoeStretch).readonly(), surfaces: z.array(surfaceStretch).readonly() });

export type Underfoot = z.infer<typeof underfoot>;

const modelStretches = z.array(z.object({ from: z.number(), to: z.number(), surface: z.enum(surfaces), shoeStiffnessNewtonsPerMillimetre: z.number().nullable(), shoeDistance: z.number() })).readonly();

/** A run with what was under it. */
export interface ShodRun extends Underfoot {
  readonly id: number;
  readonly startedAt: number;
  readonly utcOffset: number | null;
  readonly title: string | null;
  readonly kind: RunKind;
  /** [m]; null where the recording does not tell. */
  readonly distance: number | null;
}

const runRow = z.object({
  id: z.number(), startedAt: z.number(), distance: z.number().nullable(), utcOffset: z.number().nullable(), title: z.string().nullable(), indoor: z.number().nullable(), terrain: z.enum(terrains).nullable(),
  underfoot: z.string(), underfootKey: z.string(), shoeId: z.number().nullable(),
});

const told = (name: string): string => `json_extract(meta, '$.${name}') AS ${name}`;
const selectRuns = `SELECT id, started_at AS startedAt, ${["distance", "utcOffset", "title", "indoor", "terrain"].map(told).join(", ")}, underfoot, underfoot_key AS underfootKey, shoe_id AS shoeId FROM recordings`;

/** A runner's runs, oldest first, with what is under them. */
export function shodRuns(store: Store, runnerId: number): readonly ShodRun[] {
  return rowsOf(store, runnerId).map((row) => ({ ...shod(row), ...readUnderfoot(row.underfoot) }));
}

function rowsOf(store: Store, runnerId: number): z.infer<typeof runRow>[] {
  return store.all(runRow, `${selectRuns} WHERE runner_id = ? AND deleted_at IS NULL ORDER BY started_at, id`, runnerId);
}

function shod({ id, startedAt, utcOffset, title, distance, indoor, terrain }: z.infer<typeof runRow>): Omit<ShodRun, keyof Underfoot> {
  return { id, startedAt, utcOffset, title, distance, kind: runKind({ title, indoor: indoor === null ? null : indoor === 1, ...(terrain ? { terrain } : {}) }) };
}

/** Parses what is stored of a run's shoes and ground. */
export function readUnderfoot(json: string): Underfoot {
  return underfoot.parse(JSON.parse(json));
}

/** What the model is told of a run: its `underfoot_key`, which is also what a summary is fresh for. */
export function readUnderfootKey(json: string): readonly UnderfootStretch[] {
  return modelStretches.parse(JSON.parse(json));
}

/** What the model is told of a pair that was run this far on each ground, by a runner of that mass [kg]. */
export function shoeThen(shoe: Shoe, distances: Partial<Record<Surface, number>>, mass: number): ShoeThen {
  const taken = takenStiffness(shoe);
  return {
    shoeStiffnessNewtonsPerMillimetre: taken.from === "unknown" ? null : taken.stiffness.value / 1000,
    shoeDistance: wearStep * Math.round(equivalentDistance(distances, mass) / wearStep),
  };
}

/** Wear is told to the model in steps of this [m]: they move it by less than half a per cent, and one more run seldom makes later ones stale. */
const wearStep = 20_000;

/**
 * Settles what lay under every run of a runner from all that was said (hand, file, rules, map), and what the model is told of it: each shoe's wear at the start of
 * each run. To be called after any change of runs, shoes, rules or claims; only runs that came out otherwise are written. Answers how many.
 */
export function settleUnderfoot(store: Store, runnerId: number): number {
  return store.transaction(() => {
    const shoes = listShoes(store, runnerId);
    const claims = claimsOf(store, runnerId);
    const [shoeRules, surfaceRules] = [readShoeRules(store, runnerId), readSurfaceRules(store, runnerId)];
    const { mass } = completeBody(readRunner(store, runnerId));
    const worn = new Map<number, Partial<Record<Surface, number>>>(shoes.map(({ id, distanceBefore }) => [id, { unknown: distanceBefore }]));
    let changed = 0;
    for (const row of rowsOf(store, runnerId)) {
      const run = shod(row);
      const length = lengthOf(run.distance);
      const settled: Underfoot = {
        shoes: settleStretches([...(claims.shoes.get(run.id) ?? []), ...shoeByRule(run, length, shoeRules, shoes)], length, (one, other) => one.shoeId === other.shoeId && one.by === other.by),
        surfaces: settleStretches([...(claims.surfaces.get(run.id) ?? []), ...surfaceByRule(run, length, surfaceRules)], length, (one, other) => one.surface === other.surface && one.by === other.by && one.reason === other.reason),
      };
      const key = JSON.stringify(layTogether(length, settled.surfaces, settled.shoes.flatMap(({ from, to, shoeId }) => {
        const shoe = shoes.find(({ id }) => id === shoeId);
        return shoe ? [{ from, to, ...shoeThen(shoe, worn.get(shoe.id) ?? {}, mass) }] : [];
      })));
      if (run.distance !== null) for (const stretch of distancesOf(settled)) addTo(worn.get(stretch.shoeId), stretch);
      changed += write(store, row, settled, key);
    }
    return changed;
  });
}

function write(store: Store, row: z.infer<typeof runRow>, settled: Underfoot, key: string): number {
  const json = JSON.stringify(settled);
  const shoeId = mostWorn(settled.shoes);
  if (json === row.underfoot && key === row.underfootKey && shoeId === row.shoeId) return 0;
  return store.run("UPDATE recordings SET underfoot = ?, underfoot_key = ?, shoe_id = ? WHERE id = ?", json, key, shoeId, row.id).changes;
}

/** The pair most of a run was in. */
function mostWorn(stretches: readonly ShoeStretch[]): number | null {
  const lengths = new Map<number, number>();
  for (const { shoeId, from, to } of stretches) if (shoeId !== null) lengths.set(shoeId, (lengths.get(shoeId) ?? 0) + to - from);
  return [...lengths].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** How far each pair went on each ground in a run; where the ground is not known, on `unknown`. */
export function distancesOf({ shoes, surfaces: grounds }: Underfoot): readonly { readonly shoeId: number; readonly surface: Surface; readonly distance: number }[] {
  return shoes.flatMap(({ from, to, shoeId }) => {
    if (shoeId === null) return [];
    const on = grounds.map((ground) => ({ shoeId, surface: ground.surface, distance: Math.max(0, Math.min(to, ground.to) - Math.max(from, ground.from)) })).filter(({ distance }) => distance > 0);
    const rest = to - from - on.reduce((sum, { distance }) => sum + distance, 0);
    return rest > 0 ? [...on, { shoeId, surface: "unknown" as const, distance: rest }] : on;
  });
}

/** Adds a stretch to a pair's distances by ground. */
export function addTo(distances: Partial<Record<Surface, number>> | undefined, { surface, distance }: { readonly surface: Surface; readonly distance: number }): void {
  if (distances) distances[surface] = (distances[surface] ?? 0) + distance;
}

/** The calendar day where the run was. */
export const dayOf = ({ startedAt, utcOffset }: Pick<ShodRun, "startedAt" | "utcOffset">): string => new Date((startedAt + (utcOffset ?? 0)) * 1000).toISOString().slice(0, 10);

function shoeByRule(run: Omit<ShodRun, keyof Underfoot>, length: number, rules: readonly ShoeRule[], shoes: readonly KeptShoe[]): readonly ShoeStretch[] {
  const day = dayOf(run);
  const isInUse = ({ boughtOn, retiredOn }: KeptShoe): boolean => (boughtOn === null || boughtOn <= day) && (retiredOn === null || day <= retiredOn);
  for (const rule of rules) {
    if (!speaksOf(rule, run)) continue;
    const shoe = rule.shoeIds.map((id) => shoes.find((candidate) => candidate.id === id)).find((candidate) => candidate !== undefined && isInUse(candidate));
    if (shoe) return [{ from: 0, to: length, shoeId: shoe.id, by: "rule" }];
  }
  return [];
}

function surfaceByRule(run: Omit<ShodRun, keyof Underfoot>, length: number, rules: readonly SurfaceRule[]): readonly SurfaceStretch[] {
  const rule = rules.find((candidate) => speaksOf(candidate, run));
  const found = rule ? { surface: rule.surface, reason: "by your rule" } : builtInSurfaces[run.kind];
  return found ? [{ from: 0, to: length, by: "rule", ...found }] : [];
}

const shoeClaimRow = shoeStretch.extend({ recordingId: z.number() });
const surfaceClaimRow = surfaceStretch.extend({ recordingId: z.number() });

/** What was said of each of a runner's runs by anyone but the rules. */
function claimsOf(store: Store, runnerId: number): { readonly shoes: ReadonlyMap<number, readonly ShoeStretch[]>; readonly surfaces: ReadonlyMap<number, readonly SurfaceStretch[]> } {
  // What a file says of a copy is said of the run it is kept behind.
  const stretch = `coalesce((SELECT same_as FROM recordings WHERE id = recording_id), recording_id) AS recordingId, from_metres AS "from", to_metres AS "to", said_by AS "by"`;
  return {
    shoes: byRun(store.all(shoeClaimRow, `SELECT ${stretch}, shoe_id AS shoeId FROM shoe_claims WHERE runner_id = ? ORDER BY id`, runnerId)),
    surfaces: byRun(store.all(surfaceClaimRow, `SELECT ${stretch}, surface, reason FROM surface_claims WHERE runner_id = ? ORDER BY id`, runnerId), mapClaims(store, runnerId)),
  };
}

/** Claims by run, after those known of it otherwise. */
function byRun<Claim extends { readonly recordingId: number }>(
  claims: readonly Claim[], known: ReadonlyMap<number, readonly Omit<Claim, "recordingId">[]> = new Map(),
): ReadonlyMap<number, readonly Omit<Claim, "recordingId">[]> {
  const runs = new Map([...known].map(([id, stretches]) => [id, [...stretches]]));
  for (const { recordingId, ...claim } of claims) {
    const before = runs.get(recordingId);
    if (before) before.push(claim);
    else runs.set(recordingId, [claim]);
  }
  return runs;
}
