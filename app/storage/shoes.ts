import { z } from "zod";
import { foams, shoeKinds, type Shoe } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId, shownRunnerId } from "./runners.ts";

/** A pair in the cabinet. */
export interface KeptShoe extends Shoe {
  readonly id: number;
  readonly runnerId: number;
  readonly photoId: number | null;
}

const shoeRow = z.object({
  id: z.number(), runnerId: z.number(), name: z.string(), brand: z.string().nullable(), model: z.string().nullable(), kind: z.enum(shoeKinds).nullable(),
  stackHeight: z.number().nullable(), heelToToeDrop: z.number().nullable(), foam: z.enum(foams).nullable(), stiffnessNewtonsPerMillimetre: z.number().nullable(),
  boughtOn: z.string().nullable(), retiredOn: z.string().nullable(), distanceBefore: z.number(), photoId: z.number().nullable(),
});

const columns = {
  name: "name", brand: "brand", model: "model", kind: "kind", stackHeight: "stack_height", heelToToeDrop: "heel_to_toe_drop", foam: "foam",
  stiffnessNewtonsPerMillimetre: "stiffness_newtons_per_millimetre", boughtOn: "bought_on", retiredOn: "retired_on", distanceBefore: "distance_before",
} as const satisfies Readonly<Record<keyof Shoe, string>>;

const selectShoes = `SELECT id, runner_id AS runnerId, photo_id AS photoId, ${Object.entries(columns).map(([name, column]) => `${column} AS ${name}`).join(", ")} FROM shoes`;

/** Whose cabinet is shown: the owner's as soon as there is a run or a pair of theirs, until then the sample runner's. */
export function cabinetRunnerId(store: Store): number {
  return store.first(z.object({ id: z.number() }), "SELECT id FROM shoes WHERE runner_id = ? LIMIT 1", ownRunnerId) ? ownRunnerId : shownRunnerId(store);
}

/** A runner's pairs: those in use first, each group by name. */
export function listShoes(store: Store, runnerId: number): readonly KeptShoe[] {
  return store.all(shoeRow, `${selectShoes} WHERE runner_id = ? ORDER BY retired_on IS NOT NULL, name COLLATE NOCASE, id`, runnerId);
}

/** One pair; null where there is none of that id. */
export function readShoe(store: Store, id: number): KeptShoe | null {
  return store.first(shoeRow, `${selectShoes} WHERE id = ?`, id);
}

/** Stores a pair without an edit to take back, for runners who are made whole. */
export function insertShoe(store: Store, runnerId: number, shoe: Shoe): number {
  const row = { runner_id: runnerId, ...shoeColumns(shoe) };
  return store.run(`INSERT INTO shoes (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?").join(", ")})`, ...Object.values(row)).id;
}

/** The columns of what was told. */
export function shoeColumns(told: { readonly [Field in keyof Shoe]?: Shoe[Field] | undefined }): Readonly<Record<string, string | number | null>> {
  const row: Record<string, string | number | null> = {};
  for (const [field, value] of Object.entries(told)) if (value !== undefined && isField(field)) row[columns[field]] = value;
  return row;
}

function isField(name: string): name is keyof Shoe {
  return name in columns;
}
