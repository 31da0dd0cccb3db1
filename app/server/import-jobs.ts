import { setImmediate as nextTurn } from "node:timers/promises";
import { beginImport, counted, finishImport, importFile, noProgress, readImport, type FileOutcome, type ImportProgress, type OpenImport, type Store } from "../storage/index.ts";
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
  readonly close: (id: number, state: "done" | "cancelled") => ImportRecord;
  /** Follows an import until it ends; answers how to stop following. */
  readonly follow: (id: number, follower: Follower) => () => void;
  readonly closeAll: () => void;
}

interface Job {
  readonly into: OpenImport;
  readonly followers: Set<Follower>;
  readonly begunAt: number;
  progress: ImportProgress;
  idle: NodeJS.Timeout;
}

/** A page that went away without a word leaves its import open this long [ms]. */
const longestIdle = 10 * 60_000;

export function importJobs(store: Store, onFinished: () => void): ImportJobs {
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
  const close = (id: number, state: "done" | "cancelled"): ImportRecord => {
    const job = jobs.get(id);
    if (!job) return recordOf(id);
    jobs.delete(id);
    clearTimeout(job.idle);
    finishImport(store, job.into, state);
    const record = recordOf(id);
    for (const follower of job.followers) follower.done(record);
    onFinished();
    return record;
  };
  const tell = (job: Job, progress: ImportProgress): void => {
    job.progress = progress;
    for (const follower of job.followers) follower.progress(withTimeLeft(job));
  };

  return {
    open(files) {
      const into = beginImport(store, "web", Date.now() / 1000);
      const progress = noProgress(into.id, files);
      jobs.set(into.id, { into, progress, followers: new Set(), begunAt: performance.now(), idle: setTimeout(() => close(into.id, "cancelled"), longestIdle).unref() });
      return recordOf(into.id);
    },
    take(id, name, bytes) {
      jobOf(id).idle.refresh();
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
    close,
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
    closeAll() {
      for (const id of jobs.keys()) close(id, "cancelled");
    },
  };
}

function withTimeLeft({ progress, begunAt }: Job): ApiProgress {
  const { done, total } = progress;
  const elapsed = (performance.now() - begunAt) / 1000;
  return { ...progress, secondsLeft: total === null || done === 0 ? null : Math.max(0, Math.round(((total - done) * elapsed) / done)) };
}
