import type { ClaimsLedger, Findings, LinkAnswer, LinkInput } from "../../src/index.ts";
import { claimsInput, linkInput, linkKey, recentBaseline, type Store } from "../storage/index.ts";
import { openWorkers, type Workers } from "../threads/workers.ts";
import answerHere, { type LinkTask, type LinkTold } from "./link-thread.ts";

/** Whoever answers the question, away from the thread that serves pages. */
export interface LinkDesk {
  /** The answer for a runner; the same one again as long as nothing it rests on has changed. */
  readonly ask: (store: Store, runnerId: number) => Promise<LinkAnswer>;
  /** The claims of the article held against that answer and the model. */
  readonly claims: (store: Store, runnerId: number) => Promise<ClaimsLedger>;
  /** What was found, and what to try next. */
  readonly findings: (store: Store, runnerId: number) => Promise<Findings>;
  readonly close: () => Promise<void>;
}

/** Answers kept: the runner's, the sample's, and those of a moment ago, for a change taken back. */
const mostKept = 4;

/** Opens the desk: one thread, started when first asked. */
export function openLinkDesk(): LinkDesk {
  let workers: Workers<LinkTask, LinkTold> | null = null;
  const run = async <Answer extends LinkTold>(task: LinkTask, isMeant: (answer: LinkTold) => answer is Answer): Promise<Answer> => {
    workers ??= openWorkers({ threads: 1, file: new URL("./link-thread.js", import.meta.url), here: answerHere });
    const answer = await workers.run(task);
    if (!isMeant(answer)) throw new Error("link: the thread answered another question");
    return answer;
  };
  const [answers, ledgers, found] = [kept<LinkAnswer>(), kept<ClaimsLedger>(), kept<Findings>()];
  const inputOf = lastInput();
  const answer = ({ input, key }: KeyedInput): Promise<LinkAnswer> => answers(key, () => run({ about: "link", input }, isAnswer));
  return {
    ask: async (store, runnerId) => answer(inputOf(store, runnerId)),
    async claims(store, runnerId) {
      const told = inputOf(store, runnerId);
      const [link, input] = [await answer(told), claimsInput(store, runnerId, told.input)];
      return ledgers(linkKey({ input, link }), () => run({ about: "claims", input, link }, isLedger));
    },
    async findings(store, runnerId) {
      const [link, baseline] = [await answer(inputOf(store, runnerId)), await recentBaseline(store)];
      return found(linkKey({ baseline, link }), () => run({ about: "findings", baseline, link }, isFindings));
    },
    close: async () => workers?.close(),
  };
}

const isLedger = (answer: LinkTold): answer is ClaimsLedger => "rows" in answer;
const isFindings = (answer: LinkTold): answer is Findings => "next" in answer;
const isAnswer = (answer: LinkTold): answer is LinkAnswer => "running" in answer;

interface KeyedInput {
  readonly input: LinkInput;
  readonly key: string;
}

/** Reads what the answer rests on, once for each state of the store: it is thousands of rows, and asked for by every page that tells of the back. */
function lastInput(): (store: Store, runnerId: number) => KeyedInput {
  let last: { readonly state: string; readonly keyed: KeyedInput } | null = null;
  return (store, runnerId) => {
    const state = `${store.state()} ${runnerId}`;
    if (last?.state !== state) {
      const input = linkInput(store, runnerId);
      last = { state, keyed: { input, key: linkKey(input) } };
    }
    return last.keyed;
  };
}

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
