import { Piscina } from "piscina";
import { answerLink, type LinkAnswer, type LinkInput } from "../../src/index.ts";
import { linkInput, linkKey, type Store } from "../storage/index.ts";

/** Whoever answers the question, away from the thread that serves pages. */
export interface LinkDesk {
  /** The answer for a runner; the same one again as long as nothing it rests on has changed. */
  readonly ask: (store: Store, runnerId: number) => Promise<LinkAnswer>;
  readonly close: () => Promise<void>;
}

/** Threads are started from compiled files only: Node does not run TypeScript on its own. */
const isCompiled = import.meta.url.endsWith(".js");
/** How long a thread that nobody asks is kept [ms]. */
const patience = 60_000;
/** Answers kept: the runner's, the sample's, and those of a moment ago, for a change taken back. */
const mostKept = 4;

/** Opens the desk: one thread, started when first asked. */
export function openLinkDesk(): LinkDesk {
  const pool = isCompiled ? new Piscina<LinkInput, LinkAnswer>({ filename: new URL("./link-thread.js", import.meta.url).href, minThreads: 0, maxThreads: 1, idleTimeout: patience }) : null;
  const kept = new Map<string, Promise<LinkAnswer>>();
  return {
    ask(store, runnerId) {
      const input = linkInput(store, runnerId);
      const key = linkKey(input);
      const known = kept.get(key);
      if (known) return known;
      const answer = pool ? pool.run(input) : Promise.resolve(answerLink(input));
      kept.set(key, answer);
      for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
      // A thread that fails must be asked anew.
      answer.catch(() => kept.delete(key));
      return answer;
    },
    async close() {
      await pool?.destroy();
    },
  };
}
