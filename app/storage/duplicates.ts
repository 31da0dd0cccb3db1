import { z } from "zod";
import { isoTime, type Samples } from "../../src/index.ts";
import type { Store } from "./open-store.ts";
import { decodeSamples } from "./series-codec.ts";
import { settleUnderfoot } from "./underfoot.ts";

/** Watches are started one after the other, and services round a start [s]. */
const startsDiffer = 90;
/** Whole seconds, and pauses counted or not [s], or this share of the longer [1]. */
const durationsDiffer = { seconds: 60, share: 0.03 };
/** Two good receivers on one runner seldom differ more [1]. */
const distancesDiffer = 0.05;
/** Median distance between two tracks at the same moments [m]: clocks apart by half a minute at running pace. */
const tracksDiffer = 150;
/** Runs that share this part of the shorter one's time are shown for decision [1]: nobody runs twice at once. */
const overlaps = 0.5;

const candidateRow = z.object({ id: z.number(), startedAt: z.number(), duration: z.number(), distance: z.number().nullable(), format: z.string(), sameAs: z.number().nullable() });
type Candidate = z.infer<typeof candidateRow>;

/** Two recordings that lie over each other in time, and what speaks against their being one run; null where nothing does. */
export interface OverlappingPair {
  readonly one: number;
  readonly other: number;
  readonly doubt: string | null;
}

interface Described extends Candidate {
  readonly samples: Samples;
}

const decisionRow = z.object({ one: z.number(), other: z.number(), isSame: z.number() });

/** Every pair of a runner's recordings that lie over each other; what the runner decided goes before what was compared. `standsAsOne` are pairs that need no comparing any more. */
function overlappingPairs(store: Store, runnerId: number, standsAsOne: (one: Candidate, other: Candidate) => boolean = () => false): readonly OverlappingPair[] {
  const candidates = store.all(
    candidateRow,
    `SELECT id, started_at AS startedAt, json_extract(meta, '$.duration') AS duration, json_extract(meta, '$.distance') AS distance, json_extract(meta, '$.format') AS format, same_as AS sameAs FROM recordings WHERE runner_id = ? ORDER BY started_at, id`,
    runnerId,
  );
  const decided = new Map(store.all(decisionRow, "SELECT one_id AS one, other_id AS other, is_same AS isSame FROM run_pairs WHERE runner_id = ?", runnerId).map(({ one, other, isSame }) => [`${one} ${other}`, isSame === 1]));
  const pairs: OverlappingPair[] = [];
  for (const [index, one] of candidates.entries()) {
    for (let next = index + 1; next < candidates.length; next++) {
      const other = candidates[next];
      if (!other || other.startedAt > one.startedAt + Math.max(one.duration, startsDiffer)) break;
      const decision = decided.get(`${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`);
      if (decision === false) continue;
      const doubt = decision === true || standsAsOne(one, other) ? null : doubtOf(store, one, other);
      if (doubt === null || overlapOf(one, other) >= overlaps) pairs.push({ one: one.id, other: other.id, doubt });
    }
  }
  return pairs;
}

function overlapOf(one: Candidate, other: Candidate): number {
  const shared = Math.min(one.startedAt + one.duration, other.startedAt + other.duration) - Math.max(one.startedAt, other.startedAt);
  return shared / Math.max(1, Math.min(one.duration, other.duration));
}

function doubtOf(store: Store, one: Candidate, other: Candidate): string | null {
  const start = Math.abs(one.startedAt - other.startedAt);
  if (start > startsDiffer) return `they start ${Math.round(start)} s apart`;
  const duration = Math.abs(one.duration - other.duration);
  if (duration > Math.max(durationsDiffer.seconds, durationsDiffer.share * Math.max(one.duration, other.duration))) return `one is ${duration < 120 ? `${Math.round(duration)} s` : `${Math.round(duration / 60)} min`} longer`;
  if (one.distance !== null && other.distance !== null) {
    const share = Math.abs(one.distance - other.distance) / Math.max(1, one.distance, other.distance);
    if (share > distancesDiffer) return `their distances differ by ${Math.round(100 * share)} %`;
  }
  const apart = tracksApart(describe(store, one), describe(store, other));
  // Two services tell one run in two formats; two files of one format without tracks may be anything.
  if (apart === null && one.format === other.format) return "they have no track to compare";
  return apart !== null && apart > tracksDiffer ? `their tracks are ${Math.round(apart)} m apart` : null;
}

const seriesRow = z.object({ series: z.instanceof(Uint8Array) });

function describe(store: Store, candidate: Candidate): Described {
  const row = store.first(seriesRow, "SELECT series FROM recordings WHERE id = ?", candidate.id);
  return { ...candidate, samples: row ? decodeSamples(row.series) : { length: 0, time: new Float64Array() } };
}

const metresPerDegree = 111_195;

/** Median distance between two tracks at the same moments [m]; null where they share none. */
function tracksApart(one: Described, other: Described): number | null {
  const distances: number[] = [];
  const steps = 50;
  for (let step = 1; step < steps; step++) {
    const at = Math.max(one.startedAt, other.startedAt) + (step / steps) * Math.min(one.duration, other.duration);
    const [a, b] = [positionAt(one, at), positionAt(other, at)];
    if (a && b) distances.push(metresPerDegree * Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180)));
  }
  return distances.length < 5 ? null : distances.toSorted((x, y) => x - y)[distances.length >> 1] ?? null;
}

function positionAt({ samples, startedAt }: Described, at: number): { readonly latitude: number; readonly longitude: number } | null {
  const { time, latitudeDegrees, longitudeDegrees } = samples;
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < at - startedAt) low = middle + 1;
    else high = middle;
  }
  const latitude = latitudeDegrees?.[low] ?? NaN;
  const longitude = longitudeDegrees?.[low] ?? NaN;
  return Number.isNaN(latitude) || Number.isNaN(longitude) ? null : { latitude, longitude };
}

/**
 * Settles which recordings are one run: the richest is shown, the others stay behind it and lend it their name and shoes. A function of the recordings and the
 * runner's decisions alone, so that the order of imports does not matter and an undo leaves what would have been. To be called after runs came or went.
 */
export function settleDuplicates(store: Store, runnerId: number): void {
  store.run("UPDATE recordings SET meta = json_set(meta, '$.title', NULL), has_lent_title = 0 WHERE runner_id = ? AND has_lent_title = 1", runnerId);
  store.run("UPDATE recordings SET deleted_at = NULL, is_copy = 0, same_as = NULL WHERE runner_id = ? AND is_copy = 1", runnerId);
  const same = overlappingPairs(store, runnerId).filter(({ doubt }) => doubt === null);
  const partners = new Map<number, number[]>();
  for (const { one, other } of same) for (const [id, partner] of [[one, other], [other, one]] as const) partners.set(id, [...(partners.get(id) ?? []), partner]);
  const ranked = [...partners.keys()].map((id) => ({ id, rank: richness(store, id) })).toSorted((one, other) => compareRanks(other.rank, one.rank) || one.id - other.id);
  const settled = new Set<number>();
  for (const { id } of ranked) {
    if (settled.has(id)) continue;
    settled.add(id);
    for (const copy of (partners.get(id) ?? []).filter((partner) => !settled.has(partner)).toSorted((one, other) => one - other)) {
      settled.add(copy);
      hideBehind(store, copy, id);
    }
  }
}

const goneRow = z.object({ deletedAt: z.number().nullable() });

function hideBehind(store: Store, copy: number, main: number): void {
  // A copy that the runner deleted stays deleted in its own right.
  if (store.first(goneRow, "SELECT deleted_at AS deletedAt FROM recordings WHERE id = ?", copy)?.deletedAt !== null) return;
  store.run("UPDATE recordings SET deleted_at = 0, is_copy = 1, same_as = ? WHERE id = ?", main, copy);
  store.run(
    `UPDATE recordings SET meta = json_set(meta, '$.title', (SELECT json_extract(meta, '$.title') FROM recordings WHERE id = ?)), has_lent_title = 1
     WHERE id = ? AND json_extract(meta, '$.title') IS NULL AND (SELECT json_extract(meta, '$.title') FROM recordings WHERE id = ?) IS NOT NULL`,
    copy, main, copy,
  );
}

/** Measured contact times first, then the number of channels, then of samples. */
function richness(store: Store, id: number): readonly number[] {
  const row = store.first(seriesRow, "SELECT series FROM recordings WHERE id = ?", id);
  const { length, ...columns } = row ? decodeSamples(row.series) : { length: 0 };
  return ["groundContactTime" in columns ? 1 : 0, Object.keys(columns).length, length];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** Notes the runner's decision that two recordings are one run, or are not, or forgets it (null); false where one of them is not there. */
export function decidePair(store: Store, runnerId: number, one: number, other: number, isSame: boolean | null): boolean {
  return store.transaction(() => {
    const count = store.first(z.object({ count: z.number() }), "SELECT count(*) AS count FROM recordings WHERE runner_id = ? AND id IN (?, ?)", runnerId, one, other)?.count ?? 0;
    if (one === other || count !== 2) return false;
    const pair = [Math.min(one, other), Math.max(one, other)] as const;
    if (isSame === null) store.run("DELETE FROM run_pairs WHERE runner_id = ? AND one_id = ? AND other_id = ?", runnerId, ...pair);
    else store.run("INSERT OR REPLACE INTO run_pairs (runner_id, one_id, other_id, is_same) VALUES (?, ?, ?, ?)", runnerId, ...pair, isSame ? 1 : 0);
    settleDuplicates(store, runnerId);
    settleUnderfoot(store, runnerId);
    return true;
  });
}

const copyRow = z.object({ id: z.number(), of: z.number() });
const describedRow = z.object({
  id: z.number(), startedAt: z.number(), utcOffset: z.number().nullable(), duration: z.number(), distance: z.number().nullable(), title: z.string().nullable(), device: z.string().nullable(),
  file: z.string(), source: z.string(),
});

/** Recordings kept behind another of the same run, pairs to be decided, and what either is about. */
export function listDuplicates(store: Store, runnerId: number) {
  const copies = store.all(copyRow, `SELECT id, same_as AS "of" FROM recordings WHERE runner_id = ? AND is_copy = 1 ORDER BY started_at DESC, id`, runnerId);
  // What was settled at the last import is not unpacked and compared again for each look at the list.
  const undecided = overlappingPairs(store, runnerId, (one, other) => (one.sameAs ?? one.id) === (other.sameAs ?? other.id)).filter(({ doubt }) => doubt !== null);
  const meant = new Set([...copies.flatMap(({ id, of }) => [id, of]), ...undecided.flatMap(({ one, other }) => [one, other])]);
  const told = (name: string): string => `json_extract(meta, '$.${name}') AS ${name}`;
  const recordings = [...meant].toSorted((one, other) => one - other).flatMap((id) => {
    const row = store.first(
      describedRow,
      `SELECT recordings.id, recordings.started_at AS startedAt, ${["utcOffset", "duration", "distance", "title", "device"].map(told).join(", ")}, originals.name AS file, imports.source
       FROM recordings JOIN originals ON originals.id = original_id JOIN imports ON imports.id = import_id WHERE recordings.id = ?`,
      id,
    );
    if (!row) return [];
    const { startedAt, utcOffset, ...described } = row;
    return [{ ...described, startedAt: isoTime(startedAt, utcOffset) }];
  });
  return { copies, undecided, recordings };
}
