import { covariates, weatherWords } from "../../src/index.ts";
import type { DiaryDay, DiaryJson, DiaryPromptsJson, DiaryQuestions, DiaryWeeks, EntryKept, PainEntryJson, RedFlagList, TableImported, TablePreview, WeekKept } from "../server/diary-api.ts";
import { countWords } from "./quantity-text.ts";

const occasions = { "during-run": ", during a run", "after-run": ", after a run", "apart-from-run": "" } as const;

/** One entry in a line. */
export function entryLine({ id, at, pains, occasion, note }: PainEntryJson): string {
  const felt = pains.length === 0 ? "no pain" : pains.map(({ region, side, painRating }) => `${painRating} ${region} ${side}`).join(", ");
  return `${String(id).padStart(6)}  ${at.slice(0, 16).replace("T", " ")}  ${felt}${occasions[occasion]}${note === null ? "" : `: ${note.replaceAll("\n", " ")}`}\n`;
}

function dayLine({ day, answers, temperatureFromFile, weatherFromFile }: DiaryDay): string {
  const told = covariates.flatMap(({ id, name, answers: choices, unit }) => {
    const value = answers[id];
    return value === undefined ? [] : [`${name} ${choices?.find((choice) => choice.value === value)?.text ?? `${value} ${unit ?? ""}`.trim()}`];
  });
  const felt = temperatureFromFile === null ? [] : [`${Math.round(temperatureFromFile)} °C on the watch`];
  const air = weatherFromFile === null ? [] : [`weather from the file: ${weatherWords(weatherFromFile)}`];
  return `        ${day}        ${[...told, ...air, ...felt].join(", ") || "nothing told"}\n`;
}

/** Entries and days, oldest first. */
export function diaryText({ isSample, entries, days }: DiaryJson): string {
  if (entries.length + days.length === 0) return "Nothing in the diary yet. Begin with: footfall diary none, or: footfall diary add 4 --where lower-lumbar:left\n";
  const lines = [...entries.map((entry) => [entry.at, entryLine(entry)] as const), ...days.map((day) => [day.day, dayLine(day)] as const)];
  return (isSample ? "The simulated sample runner’s diary:\n" : "") + lines.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line).join("");
}

const urgent = { "first-entry": "it is the first entry", "severe-pain": "the pain is 7 or more", "changed-pattern": "the pain is not where or what it was" } as const;

/** What was kept, and what is to be asked first. */
export function keptText({ entry, edit, redFlags }: EntryKept): string {
  return (edit ? "" : "It was here already.\n") + entryLine(entry) + dueText(redFlags) + (edit ? `footfall edits undo ${edit.id} takes it back.\n` : "");
}

function dueText(redFlags: RedFlagList["due"]): string {
  return redFlags === null ? "" : `Please answer the safety questions, because ${urgent[redFlags]}: footfall diary flags\n`;
}

/** A day as it is now. */
export const dayText = (day: DiaryDay): string => dayLine(day);

/** What can be asked of a day. */
export function questionsText({ questions }: DiaryQuestions): string {
  return questions.map(({ id, question, answers, unit, low, high, isChosen }) => `${isChosen ? "* " : "  "}${id.padEnd(18)} ${question} ${answers ? answers.map(({ text, value }) => `${value} ${text}`).join(", ") : `${low}–${high} ${unit ?? ""}`}\n`).join("");
}

/** The weekly questionnaire: its next question, or its score. */
export function weekText({ week }: WeekKept, { questions }: DiaryWeeks): string {
  if (!week) return "Taken back.\n";
  const next = questions.find(({ id }) => id === week.next);
  if (next) return `${next.question}\n${next.answers.map((text, index) => `  --${next.id} ${index}  ${text}\n`).join("")}`;
  return `Week up to ${week.day}: ${week.score} of 100${week.isSubstantial ? ", a substantial problem by the questionnaire" : ""}.\n`;
}

/** Every questionnaire, and how to begin one. */
export function weeksText({ questions, weeks }: DiaryWeeks): string {
  const [first] = questions;
  const begin = first ? `${first.question}\n${first.answers.map((text, index) => `  footfall diary week today --${first.id} ${index}  ${text}\n`).join("")}` : "";
  return weeks.map(({ day, score }) => `${day}  ${score === null ? "not answered to the end" : `${score} of 100`}\n`).join("") + begin;
}

/** The signs, and what the last answer calls for. */
export function redFlagsText({ reviewed, works, flags, due, answers, advice }: RedFlagList): string {
  const last = answers.at(-1);
  const call = advice === null ? "" : advice.urgency === "today" ? "GET MEDICAL HELP TODAY: call a doctor or go to an emergency department, before anything else.\n" : "Make an appointment with a doctor soon, and tell of this.\n";
  const reasons = advice ? advice.reasons.map(({ question, reason }) => `  ${question} Because ${reason}.\n`).join("") : "";
  const asked = flags.map(({ id, question }) => `  ${id.padEnd(20)} ${question}\n`).join("");
  return `${call}${reasons}${dueText(due)}Signs that somebody should look at before anything is analysed; one alone is often harmless, and nothing is diagnosed.\n${asked}`
    + `Answer with: footfall diary flags --marked fever,night-pain, or: footfall diary flags --none\n`
    + `${last ? `Last answered ${last.at.slice(0, 10)}: ${last.marked.length === 0 ? "none" : last.marked.join(", ")}.\n` : ""}List of ${reviewed}, from ${works.map(({ title, doi }) => (doi ? `${title} (doi ${doi})` : title)).join("; ")}.\n`;
}

/** What the diary asks for. */
export function promptsText({ redFlags, runs, week }: DiaryPromptsJson): string {
  const asked = runs.map(({ question, looks }) => `${question}\n${looks.map(({ time, at }) => `  footfall diary none --at ${at}${time === "during" ? " --during" : time === "after" ? " --after" : ""}   (${time.replace("-", " ")})\n`).join("")}`).join("");
  const weekly = week === null ? "" : week.isDue ? "The weekly questions are due: footfall diary week\n" : `The next weekly questions are due on ${week.on}.\n`;
  return dueText(redFlags) + asked + weekly || "Nothing is asked for now.\n";
}

const counted = (count: number, one: string, many: string): string => `${count === 1 ? "one" : countWords(count)} ${count === 1 ? one : many}`;

/** What would become of a table. */
export function previewText(preview: TablePreview): string {
  const columns = preview.columns.map(({ heading, field, samples }) => `  ${heading.padEnd(24)} ${(field ?? "not used").padEnd(18)} ${samples.join(" · ")}\n`).join("");
  const places = preview.places.slice(0, 20).map(({ text, rows, place }) => `  ${text.padEnd(24)} ${place ? `${place.region} ${place.side}` : "left out"}, ${counted(rows, "row", "rows")}\n`).join("");
  return `${preview.name}, ${preview.encoding}, separated by ${preview.separator === "\t" ? "tabs" : preview.separator}, ${counted(preview.rows, "row", "rows")}; dates as ${preview.dateOrder}${preview.isDateOrderSure ? "" : " (not sure)"}\n${columns}${places === "" ? "" : `Places:\n${places}`}`
    + preview.assumptions.map((text) => `Taken for granted: ${text}.\n`).join("") + (preview.trouble ? `${preview.trouble.message}.\n` : "")
    + `Would take in ${preview.days > 0 ? counted(preview.days, "day", "days") : counted(preview.fresh, "entry", "entries")}${hereText(preview)}.\n`;
}

/** What became of it. */
export function importedText(done: TableImported): string {
  const brought = done.days > 0 ? counted(done.days, "day", "days") : counted(done.added.length, "entry", "entries");
  return `${done.edit ? `Took in ${brought}` : "Nothing new"}${hereText(done)}.\n${done.edit ? `footfall edits undo ${done.edit.id} takes it back.\n` : ""}`;
}

function hereText({ alreadyHere, otherHere, removedBefore, leftOut, otherRows, rounded }: Pick<TableImported, "alreadyHere" | "otherHere" | "removedBefore" | "leftOut" | "otherRows" | "rounded">): string {
  const parts = [
    alreadyHere > 0 ? `${countWords(alreadyHere)} here already${otherHere > 0 ? `, ${countWords(otherHere)} of them with other contents: kept as they are here` : ""}` : "",
    removedBefore > 0 ? `${countWords(removedBefore)} removed here before stay removed` : "", leftOut > 0 ? `${counted(leftOut, "row", "rows")} left out` : "",
    otherRows > 0 ? `${counted(otherRows, "row", "rows")} about something else` : "", rounded > 0 ? `${counted(rounded, "rating", "ratings")} rounded to whole numbers` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `; ${parts.join("; ")}`;
}
