import { rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { backUp, backupName, CopyTrouble, exportStore, removeAll, restore, takeBackRestore } from "../copies/index.ts";
import { databaseName, isImporting, isoMoment, listAside, StoreError, type SetAside, type Store } from "../storage/index.ts";
import type { CopyJob, CopyRequest, DataPlace } from "./copies-api.ts";
import { RequestFailure } from "./failure.ts";
import { receiveFile, refuseUnlessRoom } from "./incoming-file.ts";

/** Does an exchange while nothing of this program has the store open. */
type WhileClosed = (exchange: () => SetAside | null) => Promise<SetAside | null>;

/** Copies of everything that pages ask for. */
export interface CopyJobs {
  readonly place: () => DataPlace;
  readonly make: (asked: CopyRequest) => CopyJob;
  /** Takes a backup or an export as it comes, then puts it in the place of what is here. */
  readonly restore: (name: string, body: Readable, length: number | null, passphrase: string | null) => Promise<CopyJob>;
  /** Stops the job, or forgets one that has ended with its file. */
  readonly dismiss: () => Promise<void>;
  /** The file that is ready; null while there is none. */
  readonly ready: () => { readonly path: string; readonly name: string } | null;
  readonly undoRestore: () => Promise<void>;
  readonly removeEverything: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Larger than any store that fits where a browser can send it from [bytes]. */
const largestCopy = 64 * 2 ** 30;

interface Running {
  told: CopyJob;
  readonly stop: AbortController;
  ended: Promise<void>;
  /** What goes with the job. */
  readonly folder: string;
}

export function copyJobs(store: Store, version: string, report: (error: unknown) => void, whileClosed: WhileClosed): CopyJobs {
  const outgoing = join(store.home, "outgoing");
  let last = 0;
  let running: Running | null = null;
  // A server that was ended from outside left them.
  rmSync(outgoing, { recursive: true, force: true });

  const refuseWhileBusy = (): void => {
    if (running?.told.state === "running") throw new RequestFailure(409, "busy", "a backup, export or restore is under way; let it end or stop it first");
  };
  const begin = (kind: CopyJob["kind"], name: string, folder: string, work: (job: Running) => Promise<number | null>): CopyJob => {
    last += 1;
    const job: Running = { told: { id: last, kind, state: "running", share: 0, name, bytes: null, error: null }, stop: new AbortController(), ended: Promise.resolve(), folder };
    running = job;
    job.ended = work(job).then(
      (bytes) => void (job.told = { ...job.told, state: "done", share: 1, bytes }),
      (error: unknown) => void (job.told = { ...job.told, ...ending(error, job.stop.signal.aborted, report) }),
    );
    return job.told;
  };
  const following = (job: Running) => ({ signal: job.stop.signal, onProgress: (share: number) => void (job.told = { ...job.told, share }) });
  const dismiss = async (): Promise<void> => {
    const job = running;
    if (!job) return;
    job.stop.abort();
    await job.ended;
    await rm(job.folder, { recursive: true, force: true });
    if (running === job) running = null;
  };
  const exchanged = async (exchange: () => SetAside | null): Promise<SetAside | null> => {
    if (isImporting(store)) throw new CopyTrouble("in-use", "an import is under way; let it end or stop it first");
    return whileClosed(exchange);
  };

  return {
    place() {
      const [aside] = listAside(store.home);
      return { home: store.home, bytes: statSync(join(store.home, databaseName)).size, job: running?.told ?? null, setAsideAt: aside ? isoMoment(aside.at) : null };
    },
    make(asked) {
      refuseWhileBusy();
      const now = Date.now() / 1000;
      rmSync(outgoing, { recursive: true, force: true });
      const name = asked.kind === "backup" ? backupName(now) : backupName(now).replace("backup", "export");
      return begin(asked.kind, name, outgoing, async (job) => {
        const path = join(outgoing, name);
        if (asked.kind === "backup") await backUp(store.home, path, { version, now, passphrase: asked.passphrase, ...following(job) });
        else await exportStore(store.home, path, "zip", { version, now, ...following(job) });
        return statSync(path).size;
      });
    },
    async restore(name, body, length, passphrase) {
      refuseWhileBusy();
      await refuseUnlessRoom(store.home, length ?? 0, { name, largest: largestCopy, command: "footfall restore" });
      const { folder, path } = await receiveFile(store.home, { name, body, largest: largestCopy, command: "footfall restore" });
      return begin("restore", name, folder, async (job) => {
        try {
          await restore(store.home, path, { now: Date.now() / 1000, passphrase: () => passphrase, whileClosed: exchanged, ...following(job) });
          return null;
        } catch (error) {
          throw error instanceof CopyTrouble ? new CopyTrouble(error.code, error.message.replace(path, name)) : error;
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      });
    },
    dismiss,
    ready: () => (running?.told.state === "done" && running.told.kind !== "restore" ? { path: join(outgoing, running.told.name), name: running.told.name } : null),
    async undoRestore() {
      refuseWhileBusy();
      if (!(await exchanged(() => takeBackRestore(store.home, Date.now() / 1000)))) throw new RequestFailure(404, "nothing-set-aside", "no store was set aside; there is nothing to bring back");
    },
    async removeEverything() {
      refuseWhileBusy();
      await dismiss();
      await exchanged(() => removeAll(store.home, Date.now() / 1000));
    },
    close: dismiss,
  };
}

function ending(error: unknown, isStopped: boolean, report: (error: unknown) => void): Pick<CopyJob, "state" | "error"> {
  if (isStopped) return { state: "stopped", error: null };
  if (error instanceof CopyTrouble || error instanceof StoreError) return { state: "failed", error: { code: error.code, message: error.message } };
  report(error);
  return { state: "failed", error: { code: "internal", message: error instanceof Error ? error.message : String(error) } };
}
