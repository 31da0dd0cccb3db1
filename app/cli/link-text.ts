import { lags, numberWords, decisionRangeWords, type LinkAnswer } from "../../src/index.ts";
import { wrapped } from "./wrapped.ts";

/** The answer for people: the verdict first, then what it rests on, then factor by factor. */
export function linkText({ isSample, days, daysWithEntry, runDays, firstDay, lastDay, running, factors, heldConstant, toldTooSeldom, unseen }: LinkAnswer & { readonly isSample: boolean }): string {
  const telling = factors.filter(({ effects }) => effects.length > 0);
  const untold = factors.filter(({ effects }) => effects.length === 0);
  return [
    ...(isSample ? ["The simulated sample runner's diary, until yours is here.", ""] : []),
    "Does your pain go with running?",
    ...wrapped(running.sentence), ...wrapped(running.sureness ?? ""), ...wrapped(unseen),
    "",
    ...wrapped(firstDay === null ? "Nothing is in the diary yet: footfall diary add begins it." : `From ${daysWithEntry} of ${days} days, ${firstDay} to ${lastDay}, ${runDays} of them with a run.`),
    ...running.effects.map(({ lagWords, points, range, days: counted, runDays: withRun }) => `    ${lagWords.padEnd(38)}${points ? pointsText(points) : range ? rangeText(range) : ""}   ${withRun} days with a run, ${counted - withRun} without`),
    ...(running.effects.some(({ range }) => range !== null) ? wrapped(decisionRangeWords) : []),
    ...(telling.length > 0 ? ["", "With which part of it?"] : []),
    ...telling.flatMap(({ sentence, sureness, contrast, effects, verdict }) => [
      ...wrapped(`${mark[verdict.kind]} ${sentence}${sureness ? ` ${sureness}` : ""}`),
      ...(verdict.kind === "linked" ? [`      ${contrast}:`, ...effects.map(({ lag, points }) => `      ${lagName(lag).padEnd(36)}${pointsText(points)}`)] : []),
    ]),
    ...(untold.length > 0 ? wrapped(`Told too seldom to ask: ${untold.map(({ name }) => name).join(", ")}.`) : []),
    "",
    ...wrapped(`Held constant: pain before, the day of the week, slow change over the months, runs of the two days before${heldConstant.length > 0 ? `, ${heldConstant.join(", ")}` : ""}.`),
    ...(toldTooSeldom.length > 0 ? wrapped(`Told too seldom to be held constant: ${toldTooSeldom.join(", ")}.`) : []),
    "",
  ].join("\n");
}

const mark = { linked: "•", "cannot-be-told-apart": "?", "not-linked": "–", "not-enough": "…" } as const;

const lagName = (id: string): string => lags.find((lag) => lag.id === id)?.words ?? id;

const signed = (value: number): string => `${value > 0 ? "+" : ""}${numberWords(value, 1)}`;

const rangeText = ({ low, high }: { readonly low: number; readonly high: number }): string => `between ${signed(low)} and ${signed(high)} points`;

/** Points of 10 with their 95 % interval. */
const pointsText = ({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): string => `${signed(value).padStart(5)} (${signed(low)} to ${signed(high)}) points`;
