import { createHash } from "node:crypto";
import { z } from "zod";
import { discLevels, hardSurfaces, median, modelVersion, type DiscLevel, type DoseByLaw, type LinkInput, type RunForLink, type Surface } from "../../src/index.ts";
import { dayCovariates } from "./day-answers.ts";
import { painEntries } from "./pain-diary.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId, readRunner } from "./runners.ts";
import { listShoes } from "./shoes.ts";
import { readUnderfoot } from "./underfoot.ts";

const day = 86_400;
/** The analysis looks back two years from the last entry; a run is compared with those of the month before it. */
const lookBack = 730 * day;
const monthBefore = 31 * day;

const level = z.object({ level: z.enum(discLevels), dose: z.object({ exponent2: z.object({ value: z.number() }), exponent6: z.object({ value: z.number() }), exponent9: z.object({ value: z.number() }) }) });
const runRow = z.object({
  startedAt: z.number(), duration: z.number(), utcOffset: z.number().nullable(), distance: z.number().nullable(), movingTime: z.number().nullable(), stepRate: z.number().nullable(), shoeId: z.number().nullable(), worn: z.number().nullable(),
  discs: z.string().nullable(), climb: z.number().nullable(), contactTimeDrift: z.number().nullable(), lean: z.number().nullable(), underfoot: z.string(),
});

/** Everything the link analysis looks at, of one runner: the diary of the last two years and its runs, read off what the store keeps of each. */
export function linkInput(store: Store, runnerId: number): LinkInput {
  const from = (latest(store, "pain_entries", "at", runnerId) ?? latest(store, "recordings", "started_at", runnerId) ?? 0) - lookBack;
  const shoes = listShoes(store, runnerId);
  const before = new Map(shoes.map(({ id, distanceBefore }) => [id, distanceBefore]));
  return {
    entries: painEntries(store, runnerId, { from: from - 8 * day }).map(({ at, utcOffset, pains, occasion }) => ({ at, utcOffset, pains, occasion, note: null })),
    days: dayCovariates(store, runnerId, { from: Math.floor(from / day) }).map(({ day: of, answers }) => ({ day: of, answers })),
    runs: withUsualDose(runsSince(store, runnerId, from - monthBefore).map((row) => runOf(row, before))),
    // The owner's units, whoever is shown.
    distanceUnit: readRunner(store, ownRunnerId).units.distance,
    shoeNames: Object.fromEntries(shoes.map(({ id, name }) => [String(id), name])),
  };
}

const latestRow = z.object({ at: z.number().nullable() });

/** When the last of what is there was [s since 1970]; null where nothing is. */
function latest(store: Store, table: "pain_entries" | "recordings", column: "at" | "started_at", runnerId: number): number | null {
  return store.first(latestRow, `SELECT max(${column}) AS at FROM ${table} WHERE runner_id = ? AND deleted_at IS NULL`, runnerId)?.at ?? null;
}

/** Changes when, and only when, something the answer rests on does. */
export function linkKey(input: object): string {
  return createHash("sha256").update(JSON.stringify([modelVersion, input])).digest("hex");
}

function runsSince(store: Store, runnerId: number, from: number): z.infer<typeof runRow>[] {
  const told = (name: string): string => `json_extract(meta, '$.${name}') AS ${name}`;
  const kept = (name: string, path: string): string => `json_extract(result, '$.${path}') AS ${name}`;
  return store.all(
    runRow,
    `SELECT started_at AS startedAt, ${["duration", "utcOffset", "distance"].map(told).join(", ")}, shoe_id AS shoeId, worn, underfoot, json_extract(recordings.posture_key, '$.trunkLeanDegrees') AS lean,
       ${kept("movingTime", "summary.movingTime")}, ${kept("stepRate", "summary.stepRate.value")}, ${kept("discs", "summary.discs")}, ${kept("climb", "link.climb")}, ${kept("contactTimeDrift", "link.contactTimeDrift")}
     FROM recordings LEFT JOIN summaries ON recording_id = recordings.id
     JOIN (SELECT id AS run, sum(json_extract(meta, '$.distance')) OVER (PARTITION BY shoe_id ORDER BY started_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS worn FROM recordings WHERE runner_id = ? AND deleted_at IS NULL) ON run = recordings.id
     WHERE recordings.runner_id = ? AND deleted_at IS NULL AND started_at >= ? AND json_extract(meta, '$.sport') = 'running' ORDER BY started_at, recordings.id`,
    runnerId, runnerId, from,
  );
}

interface RunWithDose extends Omit<RunForLink, "relativeDose"> {
  readonly dose: Readonly<Partial<Record<DiscLevel, DoseByLaw>>>;
}

function runOf(row: z.infer<typeof runRow>, before: ReadonlyMap<number, number>): RunWithDose {
  const { startedAt, duration, utcOffset, distance, movingTime, stepRate, shoeId, worn, discs, climb, contactTimeDrift, lean } = row;
  return {
    startedAt, duration, utcOffset: utcOffset ?? 0, distance, speed: distance !== null && movingTime !== null && movingTime > 0 ? distance / movingTime : null, climb, stepRate, contactTimeDrift, trunkLeanDegrees: lean,
    ...groundOf(row.underfoot, distance), shoe: shoeId === null ? null : String(shoeId), shoeDistance: shoeId === null ? null : (before.get(shoeId) ?? 0) + (worn ?? 0),
    dose: discs === null ? {} : Object.fromEntries(z.array(level).parse(JSON.parse(discs)).map(({ level: at, dose: { exponent2, exponent6, exponent9 } }) => [at, { exponent2: exponent2.value, exponent6: exponent6.value, exponent9: exponent9.value }])),
  };
}

const hard: ReadonlySet<Surface> = new Set(hardSurfaces);
const soft: ReadonlySet<Surface> = new Set(["grass", "dirt", "woodchip", "sand", "snow"]);
/** Less known ground than this share says nothing of a run. */
const leastKnown = 0.5;

function groundOf(json: string, distance: number | null): Pick<RunForLink, "shareOnHardGround" | "shareOnSoftGround"> {
  const known = readUnderfoot(json).surfaces.filter(({ surface }) => surface !== "unknown").map(({ from, to, surface }) => ({ surface, length: Math.min(to, distance ?? to) - from })).filter(({ length }) => length > 0);
  const total = known.reduce((sum, { length }) => sum + length, 0);
  if (total === 0 || (distance !== null && total < leastKnown * distance)) return { shareOnHardGround: null, shareOnSoftGround: null };
  const shareOn = (grounds: ReadonlySet<Surface>): number => known.reduce((sum, { surface, length }) => sum + (grounds.has(surface) ? length : 0), 0) / total;
  return { shareOnHardGround: shareOn(hard), shareOnSoftGround: shareOn(soft) };
}

const laws = ["exponent2", "exponent6", "exponent9"] as const;

/** Each dose over the runner's usual run's. */
function withUsualDose(runs: readonly RunWithDose[]): readonly RunForLink[] {
  const usual = new Map(discLevels.map((at) => [at, laws.map((law) => median(Float64Array.from(runs.flatMap(({ dose }) => dose[at]?.[law] ?? []))))]));
  return runs.map(({ dose, ...run }) => ({
    ...run,
    relativeDose: Object.fromEntries(discLevels.flatMap((at) => {
      const [own, of] = [dose[at], usual.get(at)];
      return own && of ? [[at, { exponent2: own.exponent2 / of[0]!, exponent6: own.exponent6 / of[1]!, exponent9: own.exponent9 / of[2]! }]] : [];
    })),
  }));
}
