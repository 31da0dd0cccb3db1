import { covariates, isoTime, painOccasions, painRegions, painSides, type DayCovariateId, type PainOccasion, type PainRegion, type PainSide } from "../../src/index.ts";
import { DiaryRefusal, refusalWords, zoneOffset } from "../storage/index.ts";
import { refused, wrongUse } from "./failure.ts";
import { textOf, type OptionValues } from "./runner-options.ts";

/** Values of an option that may be given again and again. */
export function listOf(options: OptionValues, key: string): readonly string[] {
  const value = options[key];
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];
}

/** Gathers an option that may be given again and again. */
export function gather(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Whole minutes of a time of day that are told: `21:00`, `2026-05-02 21:00`, or with a zone; as the diary keeps it. */
export function momentOf(text: string | null, now: Date, zone: string | null): string {
  const offsetAt = told(() => zoneOffset(zone));
  const local = (localSeconds: number): string => isoTime(localSeconds - offsetAt(localSeconds), offsetAt(localSeconds));
  const nowLocal = Math.floor(now.getTime() / 1000) + offsetAt(Math.floor(now.getTime() / 1000) - 60 * now.getTimezoneOffset());
  if (text === null) return local(nowLocal);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(text)) return text;
  const [, day = local(nowLocal).slice(0, 10), clock] = /^(?:(\d{4}-\d\d-\d\d)[ T])?(\d{1,2}:\d\d)$/.exec(text.trim()) ?? [];
  const seconds = clock === undefined ? NaN : Date.parse(`${day}T${clock.padStart(5, "0")}:00Z`) / 1000;
  if (!Number.isFinite(seconds)) throw wrongUse(`--at "${text}": give a time, as 21:00 or "2026-05-02 21:00"`);
  return local(seconds);
}

/** A place as told: `lower-lumbar:left`; without a side it is the middle. */
export function placeOf(text: string, option: string): { readonly region: PainRegion; readonly side: PainSide } {
  const [regionText = "", sideText = "middle"] = text.trim().split(":");
  const region = painRegions.find((name) => name === regionText);
  const side = painSides.find((name) => name === sideText);
  if (!region || !side) throw wrongUse(`${option} "${text}": give a place as lower-lumbar:left; places are ${painRegions.join(", ")}, sides ${painSides.join(", ")}`);
  return { region, side };
}

/** Where and how strong, as told; a place may have a rating of its own: `leg-below-knee:left:2`. */
export function placesOf(texts: readonly string[], rating: number | null): { readonly region: PainRegion; readonly side: PainSide; readonly painRating: number }[] {
  return texts.flatMap((text) => text.split(",")).map((text) => {
    const own = text.split(":")[2];
    const painRating = own === undefined ? rating : ratingOf(own);
    if (painRating === null) throw wrongUse(`--where "${text}": say how strong, as ${text.trim()}:4`);
    return { ...placeOf(text, "--where"), painRating };
  });
}

/** What an entry of a rating says hurts: the places told, else somewhere in the back; nothing where it is 0. */
export function painsTold(texts: readonly string[], rating: number): ReturnType<typeof placesOf> {
  if (texts.length > 0 || rating === 0) return placesOf(texts, rating);
  return [{ region: "somewhere-in-back", side: "middle", painRating: rating }];
}

/** A rating as told. */
export function ratingOf(text: string): number {
  const rating = Number(text);
  if (text.trim() === "" || !Number.isInteger(rating) || rating < 0 || rating > 10) throw wrongUse(`pain "${text}": give a whole number from 0 (none) to 10`);
  return rating;
}

/** When it was felt, seen from a run; null where it was not said. */
export function occasionOf(options: OptionValues): PainOccasion | null {
  const said = painOccasions.filter((occasion) => options[{ "during-run": "during", "after-run": "after", "apart-from-run": "apart" }[occasion]] === true);
  if (said.length > 1) throw wrongUse("give one of --during, --after and --apart");
  return said[0] ?? null;
}

/** Answers of a day as told: `stress=2`, `warmUp=yes`, `stress=none` takes one back. */
export function answersOf(texts: readonly string[]): Partial<Record<DayCovariateId, number | null>> {
  const answers: Partial<Record<DayCovariateId, number | null>> = {};
  for (const text of texts) {
    const [id, value = ""] = text.split("=");
    const question = covariates.find((one) => one.id === id);
    if (!question) throw wrongUse(`--set "${text}": give question=answer; questions are ${covariates.map((one) => one.id).join(", ")}`);
    const choice = question.answers?.find((answer) => answer.text === value.trim());
    const number = choice?.value ?? (value.trim() === "" ? NaN : Number(value));
    if (value.trim() !== "forget" && !Number.isFinite(number)) throw wrongUse(`--set "${text}": ${question.answers ? `answers are ${question.answers.map((answer) => `${answer.value} (${answer.text})`).join(", ")}` : `give a number in ${question.unit ?? "its unit"}`}; forget takes it back`);
    answers[question.id] = value.trim() === "forget" ? null : number;
  }
  return answers;
}

/** A day as told, today where none was. */
export function dayOf(text: string | undefined, now: Date): string {
  if (text === undefined || text === "today") return momentOf(null, now, null).slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw wrongUse(`day "${text}": give it as 2026-05-02, or today`);
  return text;
}

/** The note that was told. */
export const noteOf = (options: OptionValues): string | null => textOf(options, "note");

/** Does what was asked; what the diary cannot keep is refused in one line. */
export function told<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof DiaryRefusal || (error instanceof Error && error.name === "ZodError") ? refused(refusalWords(error)) : error;
  }
}
