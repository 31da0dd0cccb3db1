import { numberWords } from "../../src/index.ts";
import type { listExperiments, readExperiment } from "../storage/index.ts";

type Experiments = ReturnType<typeof listExperiments>;
type Experiment = NonNullable<ReturnType<typeof readExperiment>>;

const day = (moment: string): string => moment.slice(0, 10);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What is under way, what was found, what could be tried. */
export function experimentListText({ isSample, experiments, offers }: Experiments): string {
  return [
    ...experiments.flatMap((each) => [head(each), `        ${each.stateSentence} ${each.next ? `Next run: ${each.next.task}.` : each.result.sentence}`]),
    ...(experiments.length > 0 ? [""] : ["No experiment yet.", ""]),
    isSample ? "What could be tried, by the simulated sample runner's diary:" : "What you could try, the smallest change first, and how many runs it takes to see a difference of 0.5, 1, 1.5 and 2 points:",
    ...offers.map(({ kind, name, trouble, lengths }) => `  ${kind.padEnd(11)}${name.padEnd(32)}${trouble ?? lengths.map(({ runs }) => (runs === null ? "too many" : String(runs)).padStart(9)).join("")}`),
    "",
  ].join("\n");
}

const head = ({ id, name, startedAt, state }: Experiment): string => `${String(id).padStart(6)}  ${day(startedAt)}  ${capital(name)} (${state.replace("-", " ")})`;

/** One experiment whole. */
export function experimentText(experiment: Experiment): string {
  const { next, runs, keptSentence, tasks, stateSentence, protocol, seenBy } = experiment;
  const rating = (value: number | null): string => (value === null ? "–" : numberWords(value, 1)).padStart(5);
  return [
    head(experiment), stateSentence,
    ...(next ? [`Next run (${next.number} of ${protocol.runs}): ${next.task}.${next.isWashout ? " It does not count yet: what came before still shows in it." : ""}`] : []),
    `With the change: ${tasks.withChange}. Without: ${tasks.without}. Seen by ${seenBy}.`,
    ...(runs.length > 0 ? ["", "  run  day         block  coin      kept     before  after", ...runs.map((run, index) =>
      `${String(index + 1).padStart(5)}  ${new Date(Date.parse(run.startedAt) + 1000 * run.utcOffset).toISOString().slice(0, 10)}  ${String(run.block + 1).padStart(5)}  ${(run.withChange ? "with" : "without").padEnd(8)}  ${(run.kept === null ? "?" : run.kept ? "yes" : "no").padEnd(6)}  ${rating(run.before)}  ${rating(run.after)}${run.isWashout ? "  (does not count)" : ""}`), "", keptSentence] : []),
    `Protocol of ${day(experiment.startedAt)}: ${protocol.pairs} pairs of blocks of ${protocol.runsPerBlock} runs, the first of each not counted; long enough to see ${protocol.difference} points four times in five, with your scatter of ${numberWords(protocol.spread, 1)} from ${protocol.scatterRuns} runs; a coin chose which block of each pair has the change (seed ${protocol.seed}).`,
    resultText(experiment),
  ].join("\n");
}

/** What an experiment found. */
export function resultText({ result, resultToday }: Experiment): string {
  return `${result.sentence}${result.judgedAt === null ? "" : ` (kept on ${day(result.judgedAt)})`}\n${resultToday === null ? "" : `By the diary as it is now: ${resultToday}\n`}`;
}
