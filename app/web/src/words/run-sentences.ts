import { bandWords, bases, numberWords, thinSpace, type Basis, type DiscLevel } from "../../../../src/index.ts";
import type { RunDetail } from "../../../server/api.ts";
import { basisWords, methodWords } from "./basis-words.ts";
import { clockWords, countWords, distanceWords, durationWords, paceOf, paceWords, ratioWords, withBand, type Units } from "./units.ts";

/** "L5–S1": a level as it is printed. */
export const discName = (level: DiscLevel): string => level.replace("-", "–");

/** What the run did, and how sure that is, in the words that stand first on its page. */
export function runSentences(run: RunDetail, units: Units): { readonly what: string; readonly compared: string; readonly rests: string } {
  const { summary } = run;
  const lowest = summary.discs.find(({ level }) => level === "L5-S1");
  const kind = summary.sport === "walking" ? "walk" : "run";
  const far = summary.distance === null ? `A ${kind} of ${durationWords(summary.movingTime)}` : `${distanceWords(summary.distance, units)} in ${durationWords(summary.movingTime)}`;
  const pace = summary.distance !== null && summary.movingTime > 0 ? `, ${paceWords(summary.distance / summary.movingTime, units)}` : "";
  if (summary.footfallCount === 0 || !lowest) return { what: `${far}${pace}.`, compared: "No footfall could be told from this recording, so nothing can be said of your back.", rests: "" };
  const load = `a typical one pressed your lowest disc with about ${numberWords(lowest.peakCompression.value, 1)}${thinSpace}times your weight (between ${bandWords(lowest.peakCompression.low, lowest.peakCompression.high, 1).replace("–", " and ")})`;
  return { what: `${far}${pace}: ${countWords(summary.footfallCount, "footfall")}, and ${load}.`, compared: usualWords(run), rests: restsWords(run) };
}

/** The same for whoever has no time: how far, the load of a typical footfall, and how it compares. */
export function runInShort(run: RunDetail, units: Units): { readonly what: string; readonly compared: string } {
  const { summary: { distance, movingTime, footfallCount, discs }, relativeLoad } = run;
  const lowest = discs.find(({ level }) => level === "L5-S1");
  const what = distance === null ? `${durationWords(movingTime)}.` : `${distanceWords(distance, units)} in ${durationWords(movingTime)}.`;
  if (footfallCount === 0 || !lowest) return { what, compared: "No footfall could be told from it." };
  const load = `A typical footfall: ${withBand(lowest.peakCompression, 1)} times your weight on the lowest disc.`;
  if (!relativeLoad) return { what, compared: `${load} How that compares is known after five runs in eight weeks.` };
  const { wholeRun } = relativeLoad;
  return { what, compared: `${load} The whole run: ${timesWords(wholeRun)} a usual one, ${clearly(wholeRun, "more", "less")}.` };
}

function usualWords({ relativeLoad }: RunDetail): string {
  if (!relativeLoad) return "How that compares with your usual run cannot be told yet: it takes five runs in the eight weeks before.";
  const { wholeRun, perFootfall, usualRuns } = relativeLoad;
  return `Each footfall weighed ${timesWords(perFootfall)} as much as usual: ${clearly(perFootfall, "more", "less")}. The whole run counts as ${timesWords(wholeRun)} a usual one: ${clearly(wholeRun, "more", "less")}. That is the middle of four ways of counting high loads; the band holds all four, and how your contact time wavers between days. Usual is the middle of ${countWords(usualRuns, "run")} in the eight weeks before.`;
}

function timesWords(ratio: { readonly ratio: number; readonly low: number; readonly high: number }): string {
  return ratioWords(ratio).replace("×", "times");
}

function clearly({ ratio, low, high }: { readonly ratio: number; readonly low: number; readonly high: number }, more: string, less: string): string {
  if (low <= 1 && high >= 1) return "not clearly different";
  return ratio > 1 ? more : less;
}

function restsWords({ summary }: RunDetail): string {
  const [first, ...others] = [...summary.method].filter(({ share }) => share > 0).toSorted((one, other) => other.share - one.share);
  if (!first) return "";
  const main = others.length === 0 ? `It rests on ${methodWords[first.id]}` : `It rests mostly (${shareWords(first.share)}) on ${methodWords[first.id]}`;
  return `${main}; the load on the discs is ${basisWords[weakest(summary.discs.map((disc) => disc.peakCompression.basis))]}, not measured inside your back.`;
}

/** "97 %" */
export const shareWords = (share: number): string => `${numberWords(share * 100, share < 0.01 ? 1 : 0)}${thinSpace}%`;

function weakest(all: readonly Basis[]): Basis {
  return bases[Math.max(0, ...all.map((basis) => bases.indexOf(basis)))] ?? "simulated";
}

/** Pace of a speed with its band: the slower end of the speed is the higher end of the pace. */
export function paceBandWords({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }, units: Units): string {
  return `${paceWords(value, units)} (${clockWords(paceOf(high, units))}–${clockWords(paceOf(low, units))})`;
}

