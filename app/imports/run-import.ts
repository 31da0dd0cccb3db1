import { setImmediate as nextTurn } from "node:timers/promises";
import type { ToldWeather } from "../../src/index.ts";
import { openMembers, type ContainerLimits, type OpenMembers } from "../containers/index.ts";
import {
  beginImport, counted, finishImport, keepFile, knownHashes, noProgress, noteFile, ownRunnerId, readImport, readingSettings, reopenImport, retireAccountShoes, shoeOfAccount,
  type FileOutcome, type ImportProgress, type OpenImport, type Store,
} from "../storage/index.ts";
import { usualThreads } from "../threads/workers.ts";
import { readAccounts, type AccountFacts } from "./account-facts.ts";
import { expectedShoes, type ExpectedShoes } from "./expected-shoes.ts";
import { importItems, type ImportItem } from "./items.ts";
import { planImport, type ImportPlan } from "./plan.ts";
import type { MemberRead } from "./read-member.ts";
import { openReaders, type Readers } from "./readers.ts";

/** How far an import is, in files and bytes. */
export interface JobProgress extends ImportProgress {
  /** Unpacked bytes dealt with, of those planned. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/** Who asks for an import. */
export interface ImportAsked {
  /** Where it was asked for, for the list of imports. */
  readonly source: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly runnerId?: number;
}

export interface RunOptions {
  /** Threads that read; 0 reads on this one. */
  readonly threads?: number;
  readonly limits?: ContainerLimits;
  /** Left out of the paths that are told and noted: a folder that means nothing to the runner. */
  readonly base?: string;
  readonly onPlan?: (plan: ImportPlan) => void;
  readonly onProgress?: (progress: JobProgress) => void;
  /** Told after its file is safe on the disk. */
  readonly onOutcome?: (outcome: FileOutcome) => void;
  /** Aborting it ends the import; what came in stays, and it can be resumed. */
  readonly signal?: AbortSignal;
}

export type ImportJobOptions = ImportAsked & RunOptions;

/** Looks into paths without importing anything. */
export async function lookInto(paths: readonly string[], limits?: ContainerLimits): Promise<ImportPlan> {
  const members = await openMembers(paths, limits);
  try {
    return await planImport(members.found, paths);
  } finally {
    await members.close();
  }
}

/** An import that has a number and waits to be run. */
export interface WaitingImport {
  readonly id: number;
  readonly run: (options: RunOptions) => ReturnType<typeof runJob>;
}

/** Opens an import of files, folders, archives and whole accounts: one that can be followed, stopped, resumed and undone. */
export function openImport(store: Store, paths: readonly string[], { source, now, runnerId = ownRunnerId }: ImportAsked): WaitingImport {
  const into = beginImport(store, source, now, runnerId, paths);
  return { id: into.id, run: (options) => runJob(store, { into, sources: paths, done: new Set() }, options) };
}

/** Opens an import and runs it. */
export async function importPaths(store: Store, paths: readonly string[], options: ImportJobOptions) {
  return openImport(store, paths, options).run(options);
}

/** Goes on with an import that was cut short, behind the files it has dealt with; null where it cannot go on. */
export async function resumeImport(store: Store, id: number, options: RunOptions) {
  const job = reopenImport(store, id);
  return job && runJob(store, job, options);
}

type Job = NonNullable<ReturnType<typeof reopenImport>>;

async function runJob(store: Store, { into, sources, done }: Job, options: RunOptions) {
  const told = toldPath(options.base ?? null);
  let members: OpenMembers | null = null;
  let readers: Readers | null = null;
  let state: "done" | "cancelled" = "cancelled";
  try {
    members = await openMembers(sources, options.limits, options.signal);
    const plan = await planImport(members.found, sources);
    options.onPlan?.(plan);
    const facts = await readAccounts(plan.tables, plan.recordings);
    const expected = expectedShoes(store, into.runnerId, facts.listed);
    // A few files are read sooner than threads are started.
    readers = openReaders(isLittle(plan) ? 0 : options.threads ?? usualThreads, { hashes: knownHashes(store, into.runnerId), shoes: expected.byStart }, plan.health.length > 0 ? besideHealth : undefined);
    await takeAll(store, into, { plan, facts, expected, sources, done, readers, told }, options);
    if (!options.signal?.aborted) {
      store.transaction(() => {
        for (const { path, reason } of facts.withoutFile) noteFile(store, into, told(path), "no-file", reason);
        for (const { path, message } of facts.troubles) if (!done.has(told(path))) keepFile(store, into, told(path), { code: "damaged", message, where: null });
        retireAccountShoes(store, into, facts.retired);
      });
      state = "done";
    }
  } finally {
    await readers?.close();
    await members?.close();
    finishImport(store, into, state);
  }
  const finished = readImport(store, into.id);
  if (!finished) throw new Error(`import ${into.id} vanished while it ran`);
  return finished;
}

const fewFiles = 8;
/** Room of a reading thread beside all that is kept of a health export [MiB]. */
const besideHealth = 12;
/** A health export with a few workouts [bytes]. */
const smallHealth = 8 * 2 ** 20;
const isLittle = ({ recordings, health }: ImportPlan): boolean => recordings.length + health.length < fewFiles && health.every(({ xml }) => xml.size < smallHealth);
/** Read ahead of the writing, for each reader; enough that none waits. */
const readAhead = 4;
/** Bytes of files under way, unpacked; beyond it reading waits. */
const mostUnderWay = 48 * 2 ** 20;
/** Files of one commit: each costs a wait for the disk. */
const mostInCommit = 16;

interface Work {
  readonly plan: ImportPlan;
  readonly facts: AccountFacts;
  readonly expected: ExpectedShoes;
  readonly sources: readonly string[];
  readonly done: ReadonlySet<string>;
  readonly readers: Readers;
  readonly told: (path: string) => string;
}

const toldPath = (base: string | null) => (path: string): string => (base !== null && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path);

interface UnderWay {
  readonly item: ImportItem;
  readonly read: Promise<MemberRead>;
  ready: MemberRead | null;
}

/** Reads ahead in any order, writes in the order of the plan: whatever the number of readers, the store comes out the same. */
async function takeAll(store: Store, into: OpenImport, { plan, facts, expected, sources, done, readers, told }: Work, { onProgress, onOutcome, signal }: RunOptions): Promise<void> {
  const underWay: UnderWay[] = [];
  const totalBytes = [...plan.recordings, ...plan.health.flatMap(({ xml }) => [xml, xml])].reduce((sum, { size }) => sum + size, 0);
  let progress: JobProgress = { ...noProgress(into.id, plan.recordings.length + plan.refused.length), bytes: 0, totalBytes };
  let bytesUnderWay = 0;
  let bytesOfFiles = 0;
  let bytesOfHealth = 0;
  const tell = (change: Partial<ImportProgress>): void => {
    progress = { ...progress, ...change, bytes: bytesOfFiles + bytesOfHealth, totalBytes };
    onProgress?.(progress);
  };
  const begin = (item: ImportItem): UnderWay => {
    const read = item.packed().then((packed) => ("code" in packed ? packed : readers.read({ path: item.path, packed, settings: readingSettings(store, into.runnerId), title: item.title, shoe: item.shoe })));
    const one: UnderWay = { item, read, ready: null };
    // Trouble is met where the file is written down.
    read.then((ready) => (one.ready = ready), () => undefined);
    return one;
  };
  const commit = async (): Promise<void> => {
    await underWay[0]?.read;
    const firstOpen = underWay.findIndex(({ ready }) => ready === null);
    const batch = underWay.splice(0, Math.min(firstOpen < 0 ? underWay.length : firstOpen, mostInCommit));
    const outcomes = store.transaction(() => batch.map(({ item, ready }) => keepItem(store, into, item, ready, facts)));
    for (const [index, outcome] of outcomes.entries()) {
      const size = batch[index]?.item.size ?? 0;
      bytesUnderWay -= size;
      bytesOfFiles += size;
      onOutcome?.(outcome);
      tell(counted(progress, outcome));
    }
    await nextTurn();
  };
  for await (const found of importItems(plan, facts, expected, sources, (bytes) => { bytesOfHealth = bytes; })) {
    if (signal?.aborted) return;
    const item = { ...found, path: told(found.path) };
    if (done.has(item.path)) {
      bytesOfFiles += item.size;
      tell({ done: progress.done + 1 });
      continue;
    }
    while (underWay.length >= readAhead * readers.count || (underWay.length > 0 && bytesUnderWay + item.size > mostUnderWay)) await commit();
    tell({ file: item.path });
    bytesUnderWay += item.size;
    underWay.push(begin(item));
  }
  while (underWay.length > 0) {
    if (signal?.aborted) return;
    await commit();
  }
}

function keepItem(store: Store, into: OpenImport, { path, gear, weather, isInBulk }: ImportItem, read: MemberRead | null, facts: AccountFacts): FileOutcome {
  if (read === null) throw new Error(`${path}: written down before it was read`);
  const named = "runs" in read ? { ...read, runs: read.runs.map((run) => withWeather(gear === null ? withTitle(run, facts) : run, weather)) } : read;
  return keepFile(store, into, path, named, {
    isInBulk,
    shoeOf({ startedAt }) {
      const name = gear ?? facts.at(startedAt)?.gear ?? null;
      return name === null ? null : shoeOfAccount(store, into, facts.shoe(name));
    },
  });
}

type ReadRun = Extract<MemberRead, { runs: unknown }>["runs"][number];

/** The weather the account tells of, where the file itself tells none. */
function withWeather(run: ReadRun, weather: ToldWeather | null): ReadRun {
  const { meta } = run.recording;
  return weather === null || meta.weather ? run : { ...run, recording: { ...run.recording, meta: { ...meta, weather } } };
}

/** The name the account gives the run that began then, where the file's own path said nothing. */
function withTitle(run: ReadRun, facts: AccountFacts): ReadRun {
  const title = facts.at(run.recording.meta.startedAt)?.name ?? null;
  return title === null ? run : { ...run, recording: { ...run.recording, meta: { ...run.recording.meta, title } } };
}
