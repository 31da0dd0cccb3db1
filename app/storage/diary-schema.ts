import { z } from "zod";
import { covariates, dayCovariateIds, ostrcQuestions, painOccasions, painRegions, painSides, redFlags, type DayCovariateId, type OstrcAnswers, type PainEntry } from "../../src/index.ts";

/** Something told for the diary that cannot be so, and where. */
export class DiaryRefusal extends Error {
  readonly where: string;

  constructor(message: string, where: string) {
    super(message);
    this.name = "DiaryRefusal";
    this.where = where;
  }
}

const ratingMessage = "must be a whole number from 1 to 10; for no pain, leave every place out";
/** Places a back can be marked at: each region on each side. */
const mostPlaces = painRegions.length * painSides.length;

export const placedPain = z.strictObject({
  region: z.enum(painRegions, `must be one of ${painRegions.join(", ")}`),
  side: z.enum(painSides, `must be one of ${painSides.join(", ")}`),
  painRating: z.int(ratingMessage).min(1, ratingMessage).max(10, ratingMessage),
});

/** What a device calls its own entry, so that one sent twice is kept once. */
const clientId = z.string().regex(/^[\w.:-]{1,80}$/, "must be 1 to 80 letters, digits, dots, colons or dashes");
const moment = z.iso.datetime({ offset: true, error: "must be a time with its zone, as 2026-05-02T21:00:00+02:00" });

/** An entry as it is told: the one check for API, command line and file. Without any place it says "no pain". */
export const painEntryTold = z.strictObject({
  at: moment,
  pains: z.array(placedPain).max(mostPlaces).readonly().default([])
    .refine((pains) => new Set(pains.map(({ region, side }) => `${region} ${side}`)).size === pains.length, "a place is marked twice; give it one rating"),
  occasion: z.enum(painOccasions, `must be one of ${painOccasions.join(", ")}`).default("apart-from-run"),
  note: z.string().max(2000, "must be at most 2000 letters").refine((text) => !/\p{Surrogate}|\0/u.test(text), "holds a character that no file can hold").nullable().default(null),
});

/** A new entry, with what the device that wrote it calls it. */
export const newPainEntry = painEntryTold.extend({ clientId: z.exactOptional(clientId) });

export type PainEntryTold = z.input<typeof painEntryTold>;
export type NewPainEntry = z.infer<typeof newPainEntry>;

const earliest = Date.UTC(1950, 0, 1) / 1000;
/** How far another device's clock may be ahead [s]. */
export const clockSlack = 600;
/** Where local times stand without a zone they may be this far ahead of ours [s]. */
export const zoneSlack = 14 * 3600;

/** The entry that was told; `now` in seconds since 1970. Refuses what lies in the future or before anyone's diary. */
export function entryOfTold({ at, pains, occasion, note }: z.infer<typeof painEntryTold>, now: number, slack = clockSlack): PainEntry {
  const seconds = Math.round(Date.parse(at) / 1000);
  if (seconds > now + slack) throw new DiaryRefusal(`${at} lies in the future; pain is entered once it was felt`, "at");
  if (seconds < earliest) throw new DiaryRefusal(`${at} lies before 1950; look at the year`, "at");
  return { at: seconds, utcOffset: utcOffsetOf(at), pains, occasion, note: note === "" ? null : note };
}

/** Local time minus UTC of a time with its zone [s]. */
function utcOffsetOf(moment: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(moment) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes));
}

/** A calendar day as text and as days since 1970. */
export const dayText = z.iso.date("must be a day, as 2026-05-02");
export const dayNumber = (text: string): number => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
export const textOfDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Refuses a day that has not begun anywhere on earth, or is before anyone's diary. */
export function refuseOtherDays(day: string, now: number): void {
  if (dayNumber(day) > Math.floor((now + zoneSlack) / 86_400)) throw new DiaryRefusal(`${day} lies in the future; a day is told once it is there`, "day");
  if (day < "1950-01-01") throw new DiaryRefusal(`${day} lies before 1950; look at the year`, "day");
}

/** Answers of one day; null takes one back, what is left out stays. */
export const dayAnswersTold = z.partialRecord(z.enum(dayCovariateIds), z.number().nullable());

/** Refuses an answer that its question does not have. */
export function refuseOtherAnswers(answers: Readonly<Partial<Record<DayCovariateId, number | null>>>): void {
  for (const { id, name, answers: choices, low, high, unit } of covariates) {
    const value = answers[id];
    if (value === undefined || value === null) continue;
    if (choices && !choices.some((choice) => choice.value === value)) throw new DiaryRefusal(`${name} ${value}: give ${choices.map((choice) => `${choice.value} (${choice.text})`).join(", ")}`, id);
    if (value < low || value > high || (unit === "day" && !Number.isInteger(value))) throw new DiaryRefusal(`${name} ${value}: give ${low} to ${high} ${unit ?? ""}`, id);
  }
}

const ostrcAnswer = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], "must be 0, 1, 2 or 3: which of the four answers, the first is 0");

/** Answers of the weekly questionnaire as far as they were given. */
export const weeklyAnswersTold = z.strictObject({
  participation: z.exactOptional(ostrcAnswer), modification: z.exactOptional(ostrcAnswer), performance: z.exactOptional(ostrcAnswer), pain: z.exactOptional(ostrcAnswer),
} satisfies Record<(typeof ostrcQuestions)[number], unknown>) satisfies z.ZodType<OstrcAnswers>;

/** Signs that were marked, and when; none marked is an answer too. */
export const redFlagsTold = z.strictObject({
  at: moment,
  marked: z.array(z.string().refine((id) => redFlags.some((flag) => flag.id === id), "is no sign of the list")).max(redFlags.length).readonly(),
  clientId: z.exactOptional(clientId),
});
export type RedFlagsTold = z.infer<typeof redFlagsTold>;

/** The moment of an answer [s since 1970] and its offset. */
export function momentOf(at: string, now: number): { readonly at: number; readonly utcOffset: number } {
  const { at: seconds, utcOffset } = entryOfTold({ at, pains: [], occasion: "apart-from-run", note: null }, now);
  return { at: seconds, utcOffset };
}
