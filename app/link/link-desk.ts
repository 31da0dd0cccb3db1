import { answerLink, type LinkAnswer, type LinkInput } from "../../src/index.ts";
import { linkInput, linkKey, type Store } from "../storage/index.ts";
import { openWorkers, type Workers } from "../threads/workers.ts";

/** Whoever answers the question, away from the thread that serves pages. */
export interface LinkDesk {
  /** The answer for a runner; the same one again as long as nothing it rests on has changed. */
  readonly ask: (store: Store, runnerId: number) => Promise<LinkAnswer>;
  readonly close: () => Promise<void>;
}

/** Answers kept: the runner's, the sample's, and those of a moment ago, for a change taken back. */
const mostKept = 4;

/** Opens the desk: one thread, started when first asked. */
export function openLinkDesk(): LinkDesk {
  let workers: Workers<LinkInput, LinkAnswer> | null = null;
  const kept = new Map<string, Promise<LinkAnswer>>();
  return {
    ask(store, runnerId) {
      const input = linkInput(store, runnerId);
      const key = linkKey(input);
      const known = kept.get(key);
      if (known) return known;
      workers ??= openWorkers({ threads: 1, file: new URL("./link-thread.js", import.meta.url), here: answerLink });
      const answer = workers.run(input);
      kept.set(key, answer);
      for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
      // A thread that fails must be asked anew.
      answer.catch(() => kept.delete(key));
      return answer;
    },
    close: async () => workers?.close(),
  };
}
