import { analyseStored } from "./analyse-stored.ts";

/** What an analysing thread does with each run it is given. */
export default analyseStored;
