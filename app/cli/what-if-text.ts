import { changeWords, cyclesWords, doseLawNames, doseLaws, percentWords, rangeWords, type RankedChange, type Ranking, type WhatIf } from "../../src/index.ts";
import { countWords } from "./quantity-text.ts";

interface Told extends Pick<WhatIf, "change" | "discs" | "evidence"> {
  readonly of: "footfall" | "run" | "weeks";
  readonly runId: number | null;
  readonly runs: number;
  readonly footfalls: number;
  readonly isSample: boolean;
  readonly isAssumed: boolean;
  readonly words: readonly string[];
  readonly parts: Ranking | null;
  readonly plausible: Ranking;
}

/** A "what if" for reading; `tradeOff` in words where somebody ran. */
export function whatIfText(told: Told, tradeOff: string | null): string {
  const title = changeWords(told.change);
  const lines = [
    `What if: ${title === "" ? "nothing were changed" : title}`, `  ${groundWords(told)}`, "",
    ...(title === "" ? [] : [...told.words.map((sentence) => `  ${sentence}`), "", ...discTable(told), `  ${cyclesWords()}`, "", ...told.evidence.map(({ sentence }) => `  ${sentence}`), ""]),
    ...(told.parts ? ["Which part of it matters most, each alone", ...rankingLines(told.parts), ""] : []),
    "What would matter most for this runner, each alone", ...rankingLines(told.plausible), "",
    ...(tradeOff === null ? [] : [`  ${tradeOff}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function groundWords({ of, runId, runs, footfalls, isSample, isAssumed }: Told): string {
  if (isAssumed) return "Nothing was run yet: a usual footfall at 3 m/s is taken.";
  const whose = isSample ? "the simulated sample runner’s" : "your";
  const counted = `${countWords(runs)} ${runs === 1 ? "run" : "runs"}, ${countWords(Math.round(footfalls))} footfalls`;
  return of === "run" ? `Of run ${runId}: ${countWords(Math.round(footfalls))} footfalls${isSample ? " of the simulated sample runner" : ""}.` : of === "footfall" ? `Of a typical footfall of ${whose} last four weeks (${counted}).` : `Of ${whose} last four weeks as they were: ${counted}.`;
}

const columns = (cells: readonly string[]): string => `  ${(cells[0] ?? "").padEnd(8)}${cells.slice(1).map((cell) => cell.padEnd(26)).join("")}`.trimEnd();

function discTable({ discs }: Told): readonly string[] {
  return [
    columns(["disc", "each footfall", ...doseLaws.map((law) => `kilometre, ${doseLawNames[law]}`)]),
    ...discs.map(({ level, footfall, perKilometre }) => columns([level, percentWords(footfall.change), ...doseLaws.map((law) => percentWords(perKilometre[law].change))])),
  ];
}

function rankingLines({ rows, sentence }: Ranking): readonly string[] {
  return [`  ${sentence}`, ...rows.map((row) => `  ${row.title.padEnd(34)}${(row.group === "contested" ? rangeWords : percentWords)(row.disc.footfall.change).padEnd(26)}${saidOf(row)}`)];
}

function saidOf({ group, disc: { footfall: { verdict } }, evidence }: RankedChange): string {
  if (group === "contested") return `cannot tell: ${evidence.some(({ kind }) => kind === "mixed") ? "the evidence is mixed" : "a hypothesis"}`;
  return group === "not-this-week" ? `${verdict}; nothing that a week changes` : verdict;
}
