import { answerLink, type LinkAnswer, type LinkInput } from "../../src/index.ts";

/** What the thread does with each diary it is given. */
export default function answer(input: LinkInput): LinkAnswer {
  return answerLink(input);
}
