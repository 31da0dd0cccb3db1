import { analyseAgain } from "./analyse-again.ts";

/** What an analysing thread does with each run it is given. */
export default analyseAgain;
