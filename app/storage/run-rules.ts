import { z } from "zod";
import { runKinds, surfaces, type RunKind } from "../../src/index.ts";
import type { Store } from "./open-store.ts";

/** Which runs a rule speaks of. */
export const ruleCondition = {
  /** Null is any kind. */
  kind: z.enum(runKinds).nullable(),
  /** The run's title holds these letters, whatever their case. */
  titleHas: z.string().trim().min(1).max(80).nullable(),
  /** Only runs longer than this [m]. */
  longerThan: z.number().min(0).max(1_000_000).nullable(),
};

/** Which shoes a run was in: the first of them that was in use on its day. */
export const shoeRule = z.strictObject({ ...ruleCondition, shoeIds: z.array(z.int().positive()).min(1, "choose at least one pair").max(50) });
/** What a run was on. */
export const surfaceRule = z.strictObject({ ...ruleCondition, surface: z.enum(surfaces) });

export type ShoeRule = z.infer<typeof shoeRule>;
export type SurfaceRule = z.infer<typeof surfaceRule>;

/** A run as rules look at it. */
export interface RuledRun {
  readonly kind: RunKind;
  readonly title: string | null;
  readonly distance: number | null;
}

/** Whether a rule speaks of a run. */
export function speaksOf({ kind, titleHas, longerThan }: Omit<ShoeRule, "shoeIds">, run: RuledRun): boolean {
  if (kind !== null && kind !== run.kind) return false;
  if (titleHas !== null && !(run.title ?? "").toLowerCase().includes(titleHas.toLowerCase())) return false;
  return longerThan === null || (run.distance ?? 0) > longerThan;
}

const ruleRow = z.object({ id: z.number(), kind: z.enum(runKinds).nullable(), titleHas: z.string().nullable(), longerThan: z.number().nullable(), choice: z.string() });

/** A runner's rules about one thing, as stored. */
export function rulesAbout(store: Store, runnerId: number, about: "shoe" | "surface"): z.infer<typeof ruleRow>[] {
  return store.all(ruleRow, "SELECT id, kind, title_has AS titleHas, longer_than AS longerThan, choice FROM run_rules WHERE runner_id = ? AND about = ? ORDER BY position", runnerId, about);
}

/** A runner's rules about shoes, the first that speaks of a run holding. */
export function readShoeRules(store: Store, runnerId: number): readonly ShoeRule[] {
  return rulesAbout(store, runnerId, "shoe").map(({ kind, titleHas, longerThan, choice }) => ({ kind, titleHas, longerThan, shoeIds: z.array(z.number()).parse(JSON.parse(choice)) }));
}

/** A runner's rules about ground. */
export function readSurfaceRules(store: Store, runnerId: number): readonly SurfaceRule[] {
  return rulesAbout(store, runnerId, "surface").map(({ kind, titleHas, longerThan, choice }) => ({ kind, titleHas, longerThan, surface: z.enum(surfaces).parse(choice) }));
}
