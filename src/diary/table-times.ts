import { plainWords } from "./table-text.ts";

export const dateOrders = ["day-month-year", "month-day-year", "year-month-day"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A time as a table tells it. */
export interface TableTime {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Since midnight [s]; null where only the day is told. */
  readonly clock: number | null;
  /** Local time minus UTC [s]; null where no zone is told. */
  readonly utcOffset: number | null;
}

const numericDate = /(?<!\d)(\d{1,4})([-./])\s?(\d{1,2})\2\s?(\d{1,4})(?!\d)/;
const dayBeforeMonth = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/iu;
const monthBeforeDay = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu;
const zone = /(?<=\d\s?)(Z|[+-]\d{2}:?\d{2})$/i;

/** Which order numbers in dates are written in, and whether the dates leave no doubt. */
export function dateOrderOf(cells: readonly string[]): { readonly order: DateOrder; readonly isSure: boolean } {
  const dates = cells.flatMap((cell) => {
    const [, first = "", separator, second = ""] = numericDate.exec(cell) ?? [];
    return first === "" ? [] : [{ isYearFirst: first.length === 4, first: Number(first), second: Number(second), isDotted: separator === "." }];
  });
  const open = dates.filter(({ isYearFirst }) => !isYearFirst);
  if (open.length === 0) return { order: "year-month-day", isSure: true };
  const [isDayFirst, isMonthFirst] = [open.some(({ first }) => first > 12), open.some(({ second }) => second > 12)];
  // Dots stand between day, month and year only where the day comes first.
  if (isDayFirst !== isMonthFirst) return { order: isDayFirst ? "day-month-year" : "month-day-year", isSure: true };
  return { order: "day-month-year", isSure: open.every(({ isDotted }) => isDotted) };
}

/** Reads a day, with its time of day and zone where they stand beside it; null where there is none. */
export function readTime(text: string, order: DateOrder): TableTime | null {
  const cell = text.trim();
  const found = dateIn(cell, order);
  if (!found) return null;
  const rest = cell.replace(found.text, " ").replace(/^\s*T/i, " ").trim();
  const offset = zone.exec(rest)?.[1];
  const clock = rest === "" ? null : readClock(rest.replace(zone, "").replace(/^[\s,]+/, ""));
  return { day: found.day, clock, utcOffset: offset === undefined || clock === null ? null : offsetOf(offset) };
}

function offsetOf(text: string): number {
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d{2}):?(\d{2})/.exec(text) ?? [];
  return (sign === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes));
}

function dateIn(cell: string, order: DateOrder): { readonly text: string; readonly day: number } | null {
  const numeric = numericDate.exec(cell);
  if (numeric) {
    const [text, first = "", , second = "", third = ""] = numeric;
    const [year, month, day] = first.length === 4 ? [first, second, third] : order === "month-day-year" ? [third, first, second] : order === "day-month-year" ? [third, second, first] : [first, second, third];
    return dated(text, fullYear(year), Number(month), Number(day));
  }
  const dayFirst = dayBeforeMonth.exec(cell);
  if (dayFirst) return dated(dayFirst[0], Number(dayFirst[3]), monthOf(dayFirst[2] ?? ""), Number(dayFirst[1]));
  const monthFirst = monthBeforeDay.exec(cell);
  return monthFirst && dated(monthFirst[0], Number(monthFirst[3]), monthOf(monthFirst[1] ?? ""), Number(monthFirst[2]));
}

/** Two figures stand for the years from 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function dated(text: string, year: number, month: number, day: number): { readonly text: string; readonly day: number } | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { text, day: Math.round(time / 86_400_000) } : null;
}

/** Beginnings of the months' names in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const monthNames = ["jan ene gen", "feb fev", "mar mae maa mrz", "apr avr abr", "may mai mag mei maj", "jun juin giu", "jul juil lug", "aug aou ago", "sep set", "oct okt ott out", "nov", "dec dez dic des"] as const;

function monthOf(name: string): number {
  const plain = plainWords(name);
  return monthNames.findIndex((beginnings) => beginnings.split(" ").some((beginning) => plain.startsWith(beginning))) + 1;
}

/** Times of day that are told in words, as hours. */
const hoursOfWords: Readonly<Record<string, number>> = {
  pre: 3, night: 3, nacht: 3, nuit: 3, noche: 3, notte: 3, am: 9, morning: 8, morgens: 8, morgen: 8, matin: 8, manana: 8, mattina: 8, ochtend: 8, manha: 8, mid: 15, midday: 12, noon: 12, mittags: 12, mittag: 12, midi: 12, mediodia: 12,
  afternoon: 15, nachmittags: 15, nachmittag: 15, "apres midi": 15, tarde: 15, pomeriggio: 15, middag: 15, pm: 21, evening: 21, abends: 21, abend: 21, soir: 21, noite: 21, sera: 21, avond: 21,
};

/** Reads a time of day, in figures or in a word [s]; null where there is none. */
export function readClock(text: string): number | null {
  const [, hourText, minuteText = "0", secondText = "0", half] = /^(\d{1,2})(?:[:.h]\s?(\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?\s?m\.?|h|uhr)?$/i.exec(text.trim()) ?? [];
  if (hourText === undefined) {
    const hour = hoursOfWords[plainWords(text)];
    return hour === undefined ? null : hour * 3600;
  }
  const [told, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
  if (half !== undefined && (told < 1 || told > 12)) return null;
  const hour = half === undefined ? told : (told % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return hour > 23 || minute > 59 || second > 59 ? null : 3600 * hour + 60 * minute + second;
}
