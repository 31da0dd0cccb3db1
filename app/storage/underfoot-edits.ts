import { z } from "zod";
import { cutOut, untoldShoe, type RunKind, type Shoe, type Surface } from "../../src/index.ts";
import { undoEdit, type Edit, type EditedRows } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { settlePosture } from "./posture.ts";
import { rulesAbout, type ShoeRule, type SurfaceRule } from "./run-rules.ts";
import { ownRunnerId } from "./runners.ts";
import { settledEdit } from "./settled-edit.ts";
import { shoeTold } from "./shoe-schema.ts";
import { readShoe, shoeColumns } from "./shoes.ts";
import { dayOf, settleUnderfoot, shodRuns } from "./underfoot.ts";

/** A pair that was changed, and the edit that takes it back. */
export interface ShoeEdit {
  readonly id: number;
  readonly edit: Edit;
}

/** Puts a new pair into the owner's cabinet. */
export function addShoe(store: Store, told: Partial<Shoe> & Pick<Shoe, "name">, now: number, runnerId: number = ownRunnerId): ShoeEdit {
  const shoe = shoeTold.parse({ ...untoldShoe, ...told });
  let id = 0;
  const done = settledEdit(store, { runnerId, now, what: `added ${shoe.name}` }, (rows) => void (id = rows.insert("shoes", shoeColumns(shoe))));
  return { id, edit: done };
}

/** Changes what is told of a pair; null where there is none of that id. */
export function changeShoe(store: Store, id: number, change: Partial<Shoe>, now: number): ShoeEdit | null {
  const shoe = readShoe(store, id);
  if (!shoe) return null;
  const checked = shoeTold.partial().parse(change);
  const retired = change.retiredOn !== undefined && change.retiredOn !== shoe.retiredOn && Object.keys(change).length === 1;
  const what = !retired ? `changed ${shoe.name}` : change.retiredOn === null ? `put ${shoe.name} back into use` : `retired ${shoe.name}`;
  const done = settledEdit(store, { runnerId: shoe.runnerId, now, what }, (rows) => rows.update("shoes", id, shoeColumns(checked)));
  return { id, edit: done };
}


/** Takes a pair out of the cabinet, with what was said of the runs in it; null where there is none of that id. */
export function removeShoe(store: Store, id: number, now: number): ShoeEdit | null {
  const shoe = readShoe(store, id);
  if (!shoe) return null;
  const done = settledEdit(store, { runnerId: shoe.runnerId, now, what: `removed ${shoe.name}` }, (rows) => {
    for (const claim of store.all(claimRow, "SELECT id FROM shoe_claims WHERE shoe_id = ?", id)) rows.remove("shoe_claims", claim.id);
    rows.remove("shoes", id);
  });
  return { id, edit: done };
}

/** Puts these rules in the place of all of that kind. */
export function writeRules(store: Store, runnerId: number, rules: { readonly shoe: readonly ShoeRule[] } | { readonly surface: readonly SurfaceRule[] }, now: number): Edit {
  const [about, written] = "shoe" in rules
    ? (["shoe", rules.shoe.map((rule) => ({ rule, choice: JSON.stringify(rule.shoeIds) }))] as const)
    : (["surface", rules.surface.map((rule) => ({ rule, choice: rule.surface }))] as const);
  const done = settledEdit(store, { runnerId, now, what: about === "shoe" ? "changed which shoe goes with which run" : "changed which ground goes with which run" }, (rows) => {
    for (const { id } of rulesAbout(store, runnerId, about)) rows.remove("run_rules", id);
    for (const [position, { rule: { kind, titleHas, longerThan }, choice }] of written.entries()) {
      rows.insert("run_rules", { about, position, kind, title_has: titleHas, longer_than: longerThan, choice });
    }
  });
  return done;
}

/** Beyond the end of any run [m]: "to the end" whatever its length. */
export const toTheEnd = 1e9;

/** A stretch of some runs that is given a pair; null says that it was none of the cabinet's. */
export interface ShoeAssignment {
  readonly runIds: readonly number[];
  readonly shoeId: number | null;
  readonly from?: number;
  readonly to?: number;
}

const claimRow = z.object({ id: z.number() });
const claimPiece = z.object({ id: z.number(), from: z.number(), to: z.number() });
const placeRow = z.object({ id: z.number(), runnerId: z.number() });

/** Says by hand in which pair some runs, or a stretch of each, were run. Runs of another runner than the first's, or that are not there, are left out. */
export function assignShoe(store: Store, { runIds, shoeId, from = 0, to = toTheEnd }: ShoeAssignment, now: number): Edit | null {
  const runs = runsOfOne(store, runIds);
  const shoe = shoeId === null ? null : readShoe(store, shoeId);
  const [first] = runs;
  if (!first || (shoeId !== null && shoe?.runnerId !== first.runnerId)) return null;
  const which = runs.length === 1 ? "a run" : `${runs.length} runs`;
  const done = settledEdit(store, { runnerId: first.runnerId, now, what: shoe ? `put ${shoe.name} under ${which}` : `took the shoes from ${which}` }, (rows) => {
    for (const run of runs) {
      clearByHand(store, rows, "shoe_claims", run.id, { from, to });
      rows.insert("shoe_claims", { recording_id: run.id, from_metres: from, to_metres: to, shoe_id: shoeId, said_by: "hand" });
    }
  });
  return done;
}

/** Takes back what was said by hand of the shoes of some runs: file and rules speak again. */
export function forgetShoes(store: Store, runIds: readonly number[], now: number): Edit | null {
  const runs = runsOfOne(store, runIds);
  const [first] = runs;
  if (!first) return null;
  const done = settledEdit(store, { runnerId: first.runnerId, now, what: `let the rules choose the shoes of ${runs.length === 1 ? "a run" : `${runs.length} runs`}` }, (rows) => {
    for (const run of runs) clearByHand(store, rows, "shoe_claims", run.id, { from: 0, to: toTheEnd });
  });
  return done;
}

/** Says by hand what a stretch of a run was on; null takes back what was said by hand of it. */
export function saySurface(store: Store, { runId, from, to, surface }: { readonly runId: number; readonly from: number; readonly to: number; readonly surface: Surface | null }, now: number): Edit | null {
  const [run] = runsOfOne(store, [runId]);
  if (!run) return null;
  const done = settledEdit(store, { runnerId: run.runnerId, now, what: surface === null ? "took back what a stretch was on" : `set a stretch to ${surface}` }, (rows) => {
    clearByHand(store, rows, "surface_claims", runId, { from, to });
    if (surface !== null) rows.insert("surface_claims", { recording_id: runId, from_metres: from, to_metres: to, surface, said_by: "hand", reason: null });
  });
  return done;
}

/** Takes an edit back, and brings what follows from it up to date; null where there is none of that id. */
export function takeBack(store: Store, id: number, now: number): Edit | null {
  return store.transaction(() => {
    const undone = undoEdit(store, id, now);
    if (undone) settleUnderfoot(store, undone.runnerId);
    if (undone) settlePosture(store, undone.runnerId);
    return undone && undone.edit;
  });
}

/** The runs that are there, of the runner whose the first of them is. */
function runsOfOne(store: Store, runIds: readonly number[]): readonly { readonly id: number; readonly runnerId: number }[] {
  const found = runIds.flatMap((id) => store.first(placeRow, "SELECT id, runner_id AS runnerId FROM recordings WHERE id = ? AND deleted_at IS NULL", id) ?? []);
  return found.filter(({ runnerId }) => runnerId === found[0]?.runnerId);
}

/** Cuts a stretch out of what was said by hand; what is left of it stays. */
export function clearByHand(store: Store, rows: EditedRows, table: "shoe_claims" | "surface_claims", runId: number, stretch: { readonly from: number; readonly to: number }): void {
  const said = store.all(claimPiece, `SELECT id, from_metres AS "from", to_metres AS "to" FROM ${table} WHERE recording_id = ? AND said_by = 'hand' ORDER BY id`, runId);
  for (const claim of said) {
    const [first, second] = cutOut([claim], stretch);
    if (!first) rows.remove(table, claim.id);
    else if (first.from !== claim.from || first.to !== claim.to) rows.update(table, claim.id, { from_metres: first.from, to_metres: first.to });
    if (second) rows.copy(table, claim.id, { from_metres: second.from, to_metres: second.to });
  }
}

/** Which of a runner's runs a change is for. */
export interface RunsMeant {
  readonly runIds?: readonly number[];
  /** Only runs that are in no pair yet. */
  readonly withoutShoe?: boolean;
  readonly kind?: RunKind;
  /** Calendar days, both inside. */
  readonly since?: string;
  readonly until?: string;
}

/** The ids of the runs that are meant. */
export function runsMeant(store: Store, runnerId: number, { runIds, withoutShoe = false, kind, since, until }: RunsMeant): readonly number[] {
  const wanted = runIds && new Set(runIds);
  return shodRuns(store, runnerId).filter((run) => {
    if (wanted && !wanted.has(run.id)) return false;
    if (withoutShoe && run.shoes.length > 0) return false;
    if (kind && run.kind !== kind) return false;
    return (since === undefined || dayOf(run) >= since) && (until === undefined || dayOf(run) <= until);
  }).map(({ id }) => id);
}
