import { setImmediate as nextTurn } from "node:timers/promises";
import { noPace, paceAt, secondsLeft, type SteadyPace } from "../../src/index.ts";
import type { RunOptions, WaitingImport } from "../imports/index.ts";
import { beginImport, counted, finishImport, importFile, noProgress, ownRunnerId, readImport, type FileOutcome, type ImportProgress, type OpenImport, type Store } from "../storage/index.ts";
import type { ImportProgress as ApiProgress, ImportRecord } from "./api.ts";
import { notThere, RequestFailure } from "./failure.ts";

/** Who follows an import. */
export interface Follower {
  readonly progress: (progress: ApiProgress) => void;
  readonly done: (record: ImportRecord) => void;
}

/** Imports that pages have opened. Files are dealt with one at a time, whatever import they belong to, in the order they came. */
export interface ImportJobs {
  readonly open: (files: number) => ImportRecord;
  readonly take: (id: number, name: string, bytes: Uint8Array) => Promise<FileOutcome>;
  /** Queues an import that reads for itself; `onEnded` is told whether the runner stopped it. */
  readonly run: (waiting: WaitingImport, options: RunOptions, onEnded: (isStopped: boolean) => Promise<void>) => ImportRecord;
  readonly close: (id: number, state: "done" | "cancelled") => Promise<ImportRecord>;
  /** Follows an import until it ends; answers how to stop following. */
  readonly follow: (id: number, follower: Follower) => () => void;
  /** Ends all that is open; what reads for itself can be resumed. */
  readonly closeAll: () => Promise<void>;
}

interface Job {
  readonly into: OpenImport;
  readonly followers: Set<Follower>;
  readonly begunAt: number;
  progress: ImportProgress;
  pace: SteadyPace;
  /** Of an import that is sent file by file. */
  idle: NodeJS.Timeout | null;
  /** Of an import that reads for itself. */
  readonly reading: { readonly stop: AbortController; isStoppedByRunner: boolean; ended: Promise<void> } | null;
}

/** A page that went away without a word leaves its import open this long [ms]. */
const longestIdle = 10 * 60_000;

export function importJobs(store: Store, onFinished: () => void, report: (error: unknown) => void): ImportJobs {
  const jobs = new Map<number, Job>();
  let queue: Promise<unknown> = Promise.resolve();

  const jobOf = (id: number): Job => {
    const job = jobs.get(id);
    if (job) return job;
    throw readImport(store, id) ? new RequestFailure(409, "import-closed", `import ${id} is closed; open another`) : notThere("import", id);
  };
  const recordOf = (id: number): ImportRecord => {
    const record = readImport(store, id);
    if (!record) throw notThere("import", id);
    return record;
  };
  const end = (job: Job): ImportRecord => {
    jobs.delete(job.into.id);
    const record = recordOf(job.into.id);
    for (const follower of job.followers) follower.done(record);
    onFinished();
    return record;
  };
  const close = async (id: number, state: "done" | "cancelled", isByRunner = true): Promise<ImportRecord> => {
    const job = jobs.get(id);
    if (!job) return recordOf(id);
    if (job.reading) {
      job.reading.isStoppedByRunner = isByRunner;
      job.reading.stop.abort();
      await job.reading.ended;
      return recordOf(id);
    }
    if (job.idle) clearTimeout(job.idle);
    finishImport(store, job.into, state);
    return end(job);
  };
  const tell = (job: Job, progress: ImportProgress): void => {
    job.progress = progress;
    job.pace = paceAt(job.pace, secondsSince(job.begunAt), shareOf(progress));
    for (const follower of job.followers) follower.progress(withTimeLeft(job));
  };

  return {
    open(files) {
      const into = beginImport(store, "web", Date.now() / 1000);
      const progress = noProgress(into.id, files);
      jobs.set(into.id, { into, progress, pace: noPace, followers: new Set(), begunAt: performance.now(), idle: setTimeout(() => void close(into.id, "cancelled"), longestIdle).unref(), reading: null });
      return recordOf(into.id);
    },
    take(id, name, bytes) {
      jobOf(id).idle?.refresh();
      const outcome = queue.then(() => {
        // It may have been cancelled while this file waited.
        const job = jobOf(id);
        tell(job, { ...job.progress, file: name });
        const taken = importFile(store, job.into, { name, bytes });
        tell(job, counted(job.progress, taken));
        return taken;
      });
      queue = outcome.catch(() => undefined).then(() => nextTurn());
      return outcome;
    },
    run({ id, run }, options, onEnded) {
      const reading = { stop: new AbortController(), isStoppedByRunner: false, ended: Promise.resolve() };
      const job: Job = { into: { id, runnerId: ownRunnerId }, progress: noProgress(id, null), pace: noPace, followers: new Set(), begunAt: performance.now(), idle: null, reading };
      jobs.set(id, job);
      reading.ended = queue
        .then(() => run({ ...options, signal: reading.stop.signal, onProgress: (progress) => tell(job, progress) }))
        .then(() => undefined, report)
        .then(() => onEnded(reading.isStoppedByRunner))
        .then(() => void end(job));
      queue = reading.ended;
      return recordOf(id);
    },
    close: (id, state) => close(id, state),
    follow(id, follower) {
      const job = jobs.get(id);
      if (!job) {
        follower.done(recordOf(id));
        return () => undefined;
      }
      job.followers.add(follower);
      follower.progress(withTimeLeft(job));
      return () => void job.followers.delete(follower);
    },
    async closeAll() {
      await Promise.all([...jobs.keys()].map((id) => close(id, "cancelled", false)));
    },
  };
}

const secondsSince = (moment: number): number => (performance.now() - moment) / 1000;

function shareOf({ done, total, bytes, totalBytes }: ImportProgress): number {
  return bytes !== null && totalBytes !== null && totalBytes > 0 ? bytes / totalBytes : total === null || total === 0 ? 0 : done / total;
}

function withTimeLeft({ progress, pace, begunAt }: Job): ApiProgress {
  const left = secondsLeft(pace, secondsSince(begunAt));
  return { ...progress, secondsLeft: left === null ? null : Math.round(left) };
}
