import { thinSpace, type PublishedAndModelInput } from "../../../../src/index.ts";
import type { TruthReport, TruthRow } from "../../../server/api.ts";
import { wordsOfTarget } from "./target-words.ts";
import { countWords } from "./units.ts";

/** Where a figure stands; each figure stands in one place. */
export const standings = ["reproduced", "not-reproduced", "untestable", "fitted"] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ status, calibration }: Pick<TruthRow, "status" | "calibration">): Standing {
  if (status === "untestable") return "untestable";
  if (calibration) return "fitted";
  return status === "pass" ? "reproduced" : "not-reproduced";
}

/** A rule is kept, a figure reproduced. */
export const standingWords: Readonly<Record<Standing, (row: Pick<TruthRow, "table" | "status">) => string>> = {
  reproduced: ({ table }) => (isRule(table) ? "kept" : "reproduced"),
  "not-reproduced": ({ table }) => (isRule(table) ? "not kept" : "not reproduced"),
  untestable: () => "cannot be tested",
  fitted: ({ status }) => (status === "pass" ? "used for fitting, not counted" : "used for fitting, not counted, and still outside"),
};

const isRule = (table: TruthRow["table"]): boolean => table === "C" || table === "W" || table === "N";

/** How many figures stand where. */
export function countStandings(rows: readonly TruthRow[]): Readonly<Record<Standing, number>> {
  const counts = { reproduced: 0, "not-reproduced": 0, untestable: 0, fitted: 0 };
  for (const row of rows) counts[standingOf(row)]++;
  return counts;
}

/** What the report says as a whole: first the count, then what of it means something. */
export function verdictSentences({ rows }: TruthReport): { readonly what: string; readonly howSure: string } {
  const all = countStandings(rows);
  const measured = countStandings(rows.filter((row) => row.table === "B"));
  const exact = countStandings(rows.filter((row) => row.table === "V"));
  const missed = all["not-reproduced"] === 0 ? "and misses none" : `and misses ${all["not-reproduced"]}`;
  const what = `Of ${countWords(all.reproduced + all["not-reproduced"], "published figure")} that Footfall’s model can be held against, it reproduces ${all.reproduced} ${missed}; ${all.untestable} more cannot be tested here, and each says why.`;
  const rules = all.reproduced - exact.reproduced - measured.reproduced;
  const howSure = `${exact.reproduced} of the ${all.reproduced} only show that our mathematics is right, and ${rules} that we keep to what is known where it is contested. Of ${countWords(measured.reproduced + measured["not-reproduced"], "figure")} measured on people running and walking, the model reproduces ${measured.reproduced}. `
    + `${countWords(all.fitted, "more figure was", "more figures were")} used to fit it: they are drawn and marked, and never counted.`;
  return { what, howSure };
}

/** Rows with a figure that the model misses. */
export const missedRows = (rows: readonly TruthRow[]): readonly string[] => [...new Set(rows.filter((row) => standingOf(row) === "not-reproduced").map((row) => row.id))];

/** How many rows of measurements count for the gate; a row used for fitting alone does not. */
export function countedBenchmarks({ rows }: TruthReport): number {
  return new Set(rows.filter((row) => row.table === "B" && row.gated && !row.calibration).map((row) => row.id)).size;
}

/** A unit as it is read, and what a value is multiplied by to be in it. */
export function unitWords(row: Pick<TruthRow, "unit" | "expected" | "low" | "high" | "got">): { readonly name: string; readonly times: number } {
  const largest = Math.max(0, ...[row.expected, row.low, row.high, row.got].map((value) => Math.abs(value ?? 0)));
  if (row.unit === "s" && largest < 2) return { name: "ms", times: 1000 };
  if (row.unit === "m" && largest < 0.5) return { name: "cm", times: 100 };
  if (row.unit === "N/m" && largest >= 1000) return { name: "kN/m", times: 0.001 };
  return { name: unitNames[row.unit] ?? row.unit, times: 1 };
}

const unitNames: Readonly<Record<string, string>> = {
  bodyWeight: "× body weight", "bodyWeight/s": "body weights/s", "1": "pure number", "N s": "N·s", "N s/m": "N·s/m", "J/kg/m": "J/(kg·m)", degree: "°", g: "g (9.81 m/s²)", "-": "",
};

/** What is drawn of a figure; null where there is nothing to draw. */
export function pictureOf(row: TruthRow): PublishedAndModelInput | null {
  if (row.got === null && row.expected === null && row.low === null && row.high === null) return null;
  const { name, times } = unitWords(row);
  const scaled = (value: number | null): number | null => (value === null ? null : value * times);
  const got = scaled(row.got);
  return {
    name: [wordsOfTarget(row.id).title, figureName(row), conditionWords(row)].filter((text) => text !== "").join(", "), unit: name,
    published: { value: scaled(row.expected), low: scaled(row.low), high: scaled(row.high) },
    model: got === null ? null : { value: got, low: scaled(row.gotLow), high: scaled(row.gotHigh) },
  };
}

/** A rule that asks for a certain number of things: it is counted, and there is nothing to draw. */
export const isCount = ({ expected, low, high }: Pick<TruthRow, "expected" | "low" | "high">): boolean => expected === null && low !== null && low === high;

/** "0 sentences found, and there must be 0." */
export function countSentence(row: TruthRow): string {
  const { name } = unitWords(row);
  const found = row.got === null ? "not counted" : `${row.got}${thinSpace}${name === "pure number" ? "" : `${name} `}found`;
  return `${found[0]?.toUpperCase()}${found.slice(1)}; there must be ${row.low === 0 ? "none" : row.low}.`;
}

/** Why a figure is missed, or what else there is to say of it; null where there is nothing. */
export function whyWords(row: TruthRow): string | null {
  if (row.reason !== null) return asSentence(row.reason);
  return standingOf(row) === "not-reproduced" ? "We do not know yet why." : null;
}

/** Which of a row's figures it is. */
export const figureName = ({ part }: Pick<TruthRow, "part">): string => tidy(part ?? "");

/** The condition a figure holds under; empty where none was set down. */
export const conditionWords = ({ condition }: Pick<TruthRow, "condition">): string => (condition === "-" ? "" : tidy(condition));

/** As it is printed: real minus signs and apostrophes, `L5–S1`, and a thin space that does not break between number and unit. */
export function tidy(text: string): string {
  const printed = text.replaceAll(/(?<=\w)'(?=\w)/g, "’").replaceAll(/\b(L\d)-([LS]\d)\b/g, "$1–$2");
  return printed.replaceAll(/(?<![\w–])-(?=\d)/g, "−").replaceAll(/(\d) (?=(?:m|km|kg|ms|cm|cm²|mm|N|kN|MPa|Hz|%|°|m\/s|km\/h|N\/mm|kN\/m|g|min)(?![\w/]))/g, `$1${thinSpace}`);
}

/** "Morin et al. 2005" and what they wrote. */
export function citedAs(title: string): { readonly by: string; readonly what: string } {
  const [, by, what] = /^(.+?\b(?:19|20)\d\d[a-z]?), (.+)$/.exec(title) ?? /^(.+?), (.+)$/.exec(title) ?? [];
  return by === undefined || what === undefined ? { by: title, what: "" } : { by, what };
}

/** How the figure came to us. */
export function seenWords(evidence: string): string {
  if (evidence === "S") return "read in the work itself";
  if (evidence === "S2") return "read at second hand";
  if (evidence.startsWith("M")) return "from memory, not yet looked up";
  return evidence === "D" ? "derived by us" : "assumed by us";
}

/** A sentence from a reason: full stop last, and a capital first where it starts one. */
export function asSentence(text: string, isStart = true): string {
  const first = text.slice(0, 1);
  return `${isStart ? first.toUpperCase() : first}${tidy(text.slice(1))}${/[.!?]$/.test(text) ? "" : "."}`;
}
