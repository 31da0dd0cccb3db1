import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { addMapAside, type MapOutcome } from "../imports/index.ts";
import type { Store } from "../storage/index.ts";
import { notThere, RequestFailure } from "./failure.ts";
import { receiveFile, refuseUnlessRoom } from "./incoming-file.ts";
import type { MapEnd, MapJob } from "./map-api.ts";

/** Larger than the extract of any country's part that a runner gets round [bytes]; the command line has no limit. */
const largestMap = 2 * 2 ** 30;
const command = "footfall surfaces add";
/** Ended jobs are remembered for pages that ask late. */
const remembered = 20;
/** A page that went away without a word leaves its job open this long [ms]. */
const longestIdle = 60_000;

/** Maps that pages send: received into the data folder, read by a thread of its own one after another, gone afterwards. */
export interface MapJobs {
  readonly open: (name: string, bytes: number) => Promise<MapJob>;
  /** Takes the file as it comes; answers when it is here. */
  readonly receive: (id: number, body: Readable) => Promise<MapJob>;
  readonly cancel: (id: number) => Promise<MapJob>;
  /** Tells a page each step until the end, which is the last; answers how to stop telling. */
  readonly follow: (id: number, tell: (job: MapJob) => void) => () => void;
  readonly has: (id: number) => boolean;
  readonly underWay: () => readonly MapJob[];
  readonly closeAll: () => Promise<void>;
}

interface Job {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly stop: AbortController;
  readonly followers: Set<(job: MapJob) => void>;
  readonly idle: NodeJS.Timeout;
  stage: MapJob["stage"];
  stageAt: number;
  done: number;
  total: number;
  end: MapEnd | null;
  ended: Promise<void>;
}

export function mapJobs(store: Store, onFinished: () => void, report: (error: unknown) => void): MapJobs {
  const jobs = new Map<number, Job>();
  let last = 0;
  let queue: Promise<void> = Promise.resolve();

  const jobOf = (id: number): Job => {
    const job = jobs.get(id);
    if (!job) throw notThere("map", id);
    return job;
  };
  const tell = (job: Job, { stage, done, total }: Pick<MapJob, "stage" | "done" | "total">): void => {
    if (job.end) return;
    if (stage !== job.stage) job.stageAt = performance.now();
    Object.assign(job, { stage, done, total });
    for (const follower of job.followers) follower(shown(job));
  };
  const end = (job: Job, outcome: MapEnd): void => {
    if (job.end) return;
    clearTimeout(job.idle);
    tell(job, { stage: "over", done: job.done, total: job.total });
    job.end = outcome;
    for (const follower of job.followers) follower(shown(job));
    job.followers.clear();
    for (const id of [...jobs.keys()].slice(0, -remembered)) if (jobs.get(id)?.end) jobs.delete(id);
  };
  const cancel = async (id: number): Promise<MapJob> => {
    const job = jobOf(id);
    job.stop.abort();
    if (job.stage === "receiving") end(job, stopped);
    await job.ended;
    return shown(job);
  };
  const outcomeOf = async (job: Job, path: string): Promise<MapEnd> => {
    try {
      if (job.stop.signal.aborted) return stopped;
      const work = { home: store.home, path, now: Math.floor(Date.now() / 1000) };
      return endOf(await addMapAside(work, { onProgress: (progress) => tell(job, progress), signal: job.stop.signal }));
    } catch (error) {
      report(error);
      return notKept("failed", `${error instanceof Error ? error.message : String(error)}. Nothing of it was kept.`);
    }
  };
  const read = async (job: Job, { folder, path }: { readonly folder: string; readonly path: string }): Promise<void> => {
    const outcome = await outcomeOf(job, path);
    await rm(folder, { recursive: true, force: true });
    end(job, outcome);
    onFinished();
  };

  return {
    async open(name, bytes) {
      await refuseUnlessRoom(store.home, bytes, { name, largest: largestMap, command });
      const id = ++last;
      const job: Job = {
        id, name, bytes, stop: new AbortController(), followers: new Set(), idle: setTimeout(() => void cancel(id), longestIdle).unref(),
        stage: "receiving", stageAt: performance.now(), done: 0, total: bytes, end: null, ended: Promise.resolve(),
      };
      jobs.set(id, job);
      return shown(job);
    },
    async receive(id, body) {
      const job = jobOf(id);
      if (job.stage !== "receiving" || job.done > 0) throw new RequestFailure(409, "map-sent", `${job.name} was sent already; open another`);
      clearTimeout(job.idle);
      job.stageAt = performance.now();
      try {
        const onBytes = (received: number): void => tell(job, { stage: "receiving", done: received, total: job.bytes });
        const file = await receiveFile(store.home, { name: job.name, body, largest: largestMap, command, onBytes, signal: job.stop.signal });
        tell(job, { stage: "waiting", done: 0, total: job.bytes });
        job.ended = queue = queue.then(() => read(job, file));
      } catch (error) {
        if (error instanceof RequestFailure) end(job, notKept("refused", error.message));
        else end(job, notKept("cancelled", "It did not arrive whole; nothing of it was kept. Choose it again."));
        if (!job.stop.signal.aborted) throw error;
      }
      return shown(job);
    },
    cancel,
    follow(id, follower) {
      const job = jobOf(id);
      follower(shown(job));
      if (job.end) return () => undefined;
      job.followers.add(follower);
      return () => void job.followers.delete(follower);
    },
    has: (id) => jobs.has(id),
    underWay: () => [...jobs.values()].filter(({ end: over }) => over === null).map(shown),
    async closeAll() {
      await Promise.all([...jobs.values()].filter(({ end: over }) => over === null).map(({ id }) => cancel(id)));
    },
  };
}

function endOf(outcome: MapOutcome): MapEnd {
  if (outcome.outcome === "cancelled") return stopped;
  if (outcome.outcome === "refused") return { ...notKept("refused", `${outcome.refusal.message}. Nothing of it was kept: a map with holes would mislead. The maps that were here are as they were.`), where: outcome.refusal.where };
  return { outcome: outcome.outcome, map: outcome.map, edit: outcome.edit, message: null, where: null, matched: outcome.matched };
}

function notKept(outcome: "refused" | "cancelled" | "failed", message: string): MapEnd {
  return { outcome, map: null, edit: null, message, where: null, matched: 0 };
}

const stopped = notKept("cancelled", "It was stopped; nothing of it was kept.");

/** A rate is told once it has gone on for a while [s]. */
const settled = 3;

function shown({ id, name, bytes, stage, stageAt, done, total, end }: Job): MapJob {
  const seconds = (performance.now() - stageAt) / 1000;
  const rate = seconds < settled || done === 0 ? null : done / seconds;
  return { id, name, bytes, stage, done, total, rate, secondsLeft: rate === null ? null : Math.max(0, Math.round((total - done) / rate)), end };
}
