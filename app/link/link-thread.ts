import { answerLink, claimsLedger, type ClaimsInput, type ClaimsLedger, type LinkAnswer, type LinkInput } from "../../src/index.ts";

/** What the thread is asked: the diary alone, or the claims held against its answer. */
export type LinkTask = { readonly about: "link"; readonly input: LinkInput } | { readonly about: "claims"; readonly input: ClaimsInput; readonly link: LinkAnswer };

/** What the thread does with each task it is given. */
export default function answer(task: LinkTask): LinkAnswer | ClaimsLedger {
  return task.about === "link" ? answerLink(task.input) : claimsLedger(task.input, task.link);
}
