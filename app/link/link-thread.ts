import { answerLink, claimsLedger, findings, type ClaimsInput, type ClaimsLedger, type Findings, type LinkAnswer, type LinkInput, type WhatIfBaseline } from "../../src/index.ts";

/** What the thread is asked: the diary alone, the claims held against its answer, or what to try by it. */
export type LinkTask =
  | { readonly about: "link"; readonly input: LinkInput }
  | { readonly about: "claims"; readonly input: ClaimsInput; readonly link: LinkAnswer }
  | { readonly about: "findings"; readonly baseline: WhatIfBaseline | null; readonly link: LinkAnswer };

export type LinkTold = LinkAnswer | ClaimsLedger | Findings;

/** What the thread does with each task it is given. */
export default function answer(task: LinkTask): LinkTold {
  switch (task.about) {
    case "link": return answerLink(task.input);
    case "claims": return claimsLedger(task.input, task.link);
    case "findings": return findings(task.link, task.baseline);
  }
}
