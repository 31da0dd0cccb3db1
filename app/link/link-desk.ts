import type { ClaimsLedger, LinkAnswer, LinkInput } from "../../src/index.ts";
import { claimsInput, linkInput, linkKey, type Store } from "../storage/index.ts";
import { openWorkers, type Workers } from "../threads/workers.ts";
import answerHere, { type LinkTask } from "./link-thread.ts";

/** Whoever answers the question, away from the thread that serves pages. */
export interface LinkDesk {
  /** The answer for a runner; the same one again as long as nothing it rests on has changed. */
  readonly ask: (store: Store, runnerId: number) => Promise<LinkAnswer>;
  /** The claims of the article held against that answer and the model. */
  readonly claims: (store: Store, runnerId: number) => Promise<ClaimsLedger>;
  readonly close: () => Promise<void>;
}

/** Answers kept: the runner's, the sample's, and those of a moment ago, for a change taken back. */
const mostKept = 4;

/** Opens the desk: one thread, started when first asked. */
export function openLinkDesk(): LinkDesk {
  let workers: Workers<LinkTask, LinkAnswer | ClaimsLedger> | null = null;
  const run = async <Answer extends LinkAnswer | ClaimsLedger>(task: LinkTask, isMeant: (answer: LinkAnswer | ClaimsLedger) => answer is Answer): Promise<Answer> => {
    workers ??= openWorkers({ threads: 1, file: new URL("./link-thread.js", import.meta.url), here: answerHere });
    const answer = await workers.run(task);
    if (!isMeant(answer)) throw new Error("link: the thread answered another question");
    return answer;
  };
  const [answers, ledgers] = [kept<LinkAnswer>(), kept<ClaimsLedger>()];
  const answer = (input: LinkInput): Promise<LinkAnswer> => answers(linkKey(input), () => run({ about: "link", input }, isAnswer));
  return {
    ask: async (store, runnerId) => answer(linkInput(store, runnerId)),
    async claims(store, runnerId) {
      const told = linkInput(store, runnerId);
      const [link, input] = [await answer(told), claimsInput(store, runnerId, told)];
      return ledgers(linkKey({ input, link }), () => run({ about: "claims", input, link }, isLedger));
    },
    close: async () => workers?.close(),
  };
}

const isLedger = (answer: LinkAnswer | ClaimsLedger): answer is ClaimsLedger => "rows" in answer;
const isAnswer = (answer: LinkAnswer | ClaimsLedger): answer is LinkAnswer => !isLedger(answer);

/** Remembers the last answers by what they rest on; one that failed is asked anew. */
function kept<Answer>(): (key: string, work: () => Promise<Answer>) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (key, work) => {
    const before = known.get(key);
    if (before) return before;
    const answer = work();
    known.set(key, answer);
    for (const old of [...known.keys()].slice(0, -mostKept)) known.delete(old);
    answer.catch(() => known.delete(key));
    return answer;
  };
}
