import { Piscina } from "piscina";

/** Threads for work on many runs, where nobody asks for another number. */
export const usualThreads = 2;

/** Whoever does a kind of task: other threads, or this one. */
export interface Workers<Task, Answer> {
  /** How many tasks are done at the same time. */
  readonly count: number;
  /** `transfer` moves buffers of the task instead of copying them. */
  readonly run: (task: Task, transfer?: readonly ArrayBuffer[]) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface WorkersAsked<Task, Answer> {
  /** Threads to start; 0 does the tasks on this one. */
  readonly threads: number;
  /** Compiled file whose default export does a task. */
  readonly file: URL;
  /** The same task on this thread. */
  readonly here: (task: Task) => Answer;
  /** What each thread is given at its start. */
  readonly workerData?: unknown;
  /** Room for what each thread makes and forgets [MiB]: less is slower, and keeps the whole program small; as much as Node likes where it is not told. */
  readonly shortLived?: number | undefined;
}

/** Opens workers. They are threads only where the program is compiled: Node does not run TypeScript on its own. */
export function openWorkers<Task, Answer>({ threads, file, here, workerData, shortLived }: WorkersAsked<Task, Answer>): Workers<Task, Answer> {
  if (threads === 0 || !import.meta.url.endsWith(".js")) return { count: 1, run: async (task) => here(task), close: () => Promise.resolve() };
  const pool = new Piscina<Task, Answer>({ filename: file.href, minThreads: threads, maxThreads: threads, workerData, ...(shortLived === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: shortLived } }) });
  return { count: threads, run: (task, transfer = []) => pool.run(task, { transferList: [...transfer] }), close: () => pool.destroy() };
}
