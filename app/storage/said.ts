import { z } from "zod";
import { surfaces } from "../../src/index.ts";
import type { EditedRows } from "./edits.ts";
import { isoMoment } from "./moment.ts";
import type { Store } from "./open-store.ts";
import { rulesAbout, ruleCondition } from "./run-rules.ts";
import { listShoes } from "./shoes.ts";
import { clearByHand, toTheEnd } from "./underfoot-edits.ts";

/** What can be said of runs. */
export type SaidAbout = "shoe" | "surface";

/** Which ground, or which pairs by their names in order of choice, go with some runs. */
export const saidRule = z.strictObject({ ...ruleCondition, choices: z.array(z.string()).min(1, "name at least one") });

/** What was said by hand of a stretch of the run that began then [m]; `to` null is its end, `choice` null none of the pairs. */
export const saidStretch = z.strictObject({
  startedAt: z.iso.datetime({ offset: true, error: "must be a moment, as 2026-05-02T07:14:09Z" }),
  from: z.number().min(0, "must be a distance along the run, 0 or more").default(0),
  to: z.number().positive("must be a distance along the run").nullable().default(null),
  choice: z.string().nullable(),
}).refine(({ from, to }) => to === null || to > from, "the stretch ends before it begins");

/** Everything a runner said of their runs: rules, and stretches by hand. */
export interface Said {
  readonly rules: readonly z.infer<typeof saidRule>[];
  readonly stretches: readonly z.infer<typeof saidStretch>[];
}

const claims = { shoe: "shoe_claims", surface: "surface_claims" } as const;
const stretchRow = z.object({ startedAt: z.number(), from: z.number(), to: z.number(), choice: z.string().nullable() });

/** What a runner said of their runs; pairs by their names. */
export function readSaid(store: Store, runnerId: number, about: SaidAbout): Said {
  const nameOf = new Map(listShoes(store, runnerId).map(({ id, name }) => [id, name]));
  const chosen = about === "surface" ? "surface" : "(SELECT name FROM shoes WHERE shoes.id = said.shoe_id)";
  const stretches = store.all(
    stretchRow,
    `SELECT started_at AS startedAt, from_metres AS "from", to_metres AS "to", ${chosen} AS choice FROM ${claims[about]} AS said JOIN recordings ON recordings.id = recording_id
     WHERE said.runner_id = ? AND said_by = 'hand' AND deleted_at IS NULL ORDER BY started_at, said.id`, runnerId,
  );
  return {
    rules: rulesAbout(store, runnerId, about).map(({ kind, titleHas, longerThan, choice }) => ({
      kind, titleHas, longerThan, choices: about === "surface" ? [choice] : z.array(z.number()).parse(JSON.parse(choice)).flatMap((id) => nameOf.get(id) ?? []),
    })).filter(({ choices }) => choices.length > 0),
    stretches: stretches.map(({ startedAt, from, to, choice }) => ({ startedAt: isoMoment(startedAt), from, to: to >= toTheEnd ? null : to, choice })),
  };
}

/** What a file brings that was not said yet: its rules, where they differ from those here, and its stretches on runs that are here. */
export interface NewlySaid {
  /** Null where the rules stay as they are. */
  readonly rules: Said["rules"] | null;
  readonly stretches: readonly (Said["stretches"][number] & { readonly runId: number })[];
  /** Stretches of runs that are not here. */
  readonly unknownRuns: number;
}

const idRow = z.object({ id: z.number() });

/** Sets what a file says beside what is here. A file without rules leaves the rules alone. */
export function newlySaid(store: Store, runnerId: number, about: SaidAbout, said: Said): NewlySaid {
  const here = readSaid(store, runnerId, about);
  const stretches = said.stretches.map((stretch) => ({ ...stretch, runId: runBegunAt(store, runnerId, stretch.startedAt) }));
  const isHere = (wanted: Said["stretches"][number]): boolean =>
    here.stretches.some(({ startedAt, from, to, choice }) => Date.parse(startedAt) === Date.parse(wanted.startedAt) && from === wanted.from && to === wanted.to && sameName(choice, wanted.choice));
  return {
    rules: said.rules.length === 0 || JSON.stringify(said.rules) === JSON.stringify(here.rules) ? null : said.rules,
    stretches: stretches.flatMap(({ runId, ...stretch }) => (runId === null || isHere(stretch) ? [] : [{ ...stretch, runId }])),
    unknownRuns: stretches.filter(({ runId }) => runId === null).length,
  };
}

const sameName = (one: string | null, other: string | null): boolean => one?.toLowerCase() === other?.toLowerCase();

/** Runs begin at a moment of their own; a file may tell it to the second. */
function runBegunAt(store: Store, runnerId: number, moment: string): number | null {
  const seconds = Date.parse(moment) / 1000;
  const run = store.first(idRow, "SELECT id FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND is_copy = 0 AND abs(started_at - ?) < 1 ORDER BY abs(started_at - ?) LIMIT 1", runnerId, seconds, seconds);
  return run && run.id;
}

/** Writes it down; `pairOf` gives the number of the pair of a name. */
export function writeSaid(store: Store, rows: EditedRows, { runnerId, about, pairOf }: { readonly runnerId: number; readonly about: SaidAbout; readonly pairOf: (name: string) => number | null }, { rules, stretches }: NewlySaid): void {
  if (rules) {
    for (const { id } of rulesAbout(store, runnerId, about)) rows.remove("run_rules", id);
    for (const [position, { kind, titleHas, longerThan, choices }] of rules.entries()) {
      const choice = about === "surface" ? choices[0] ?? "unknown" : JSON.stringify(choices.flatMap((name) => pairOf(name) ?? []));
      rows.insert("run_rules", { about, position, kind, title_has: titleHas, longer_than: longerThan, choice });
    }
  }
  for (const { runId, from, to, choice } of stretches) {
    const [start, end] = [from, to ?? toTheEnd];
    clearByHand(store, rows, claims[about], runId, { from: start, to: end });
    const what = about === "surface" ? { surface: choice ?? "unknown", reason: null } : { shoe_id: choice === null ? null : pairOf(choice) };
    rows.insert(claims[about], { recording_id: runId, from_metres: start, to_metres: end, said_by: "hand", ...what });
  }
}

/** What is named but known to nobody; null where all is known. */
export function unknownChoice({ rules, stretches }: Said, isKnown: (name: string) => boolean): string | null {
  return [...rules.flatMap(({ choices }) => choices), ...stretches.flatMap(({ choice }) => choice ?? [])].find((name) => !isKnown(name)) ?? null;
}

export const isSurfaceName = (name: string): boolean => surfaces.some((surface) => surface === name);
