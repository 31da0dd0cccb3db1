import { civilDay, monthName, shortDay } from "./day-words.ts";

/** A stretch of days drawn as one; a day where there is room for it. */
export interface DayStretch {
  /** First and last day of it within what is shown [days since 1970-01-01]. */
  readonly from: number;
  readonly to: number;
}

/** Narrowest that one stretch may be drawn [px]. */
const narrowest = 5;

/** The days from `from` to `to` as days, weeks or months, whichever are wide enough to be seen. */
export function dayStretches(from: number, to: number, width: number): { readonly unit: "day" | "week" | "month"; readonly stretches: readonly DayStretch[] } {
  const perDay = width / Math.max(1, to - from + 1);
  const unit = perDay >= narrowest ? "day" : perDay * 7 >= narrowest ? "week" : "month";
  const isFirst = (day: number): boolean => unit === "day" || (unit === "week" ? civilDay(day).weekday === 0 : civilDay(day).date === 1);
  const stretches: DayStretch[] = [];
  let start = from;
  for (let day = from + 1; day <= to + 1; day++) {
    if (day <= to && !isFirst(day)) continue;
    stretches.push({ from: start, to: day - 1 });
    start = day;
  }
  return { unit, stretches: to < from ? [] : stretches };
}

/** Days with a label on the axis: Mondays, months, quarters or years, as many as have room. */
export function dayTicks(from: number, to: number, width: number): readonly { readonly day: number; readonly text: string }[] {
  const perDay = width / Math.max(1, to - from + 1);
  const wanted = roomForLabel / perDay;
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (wanted <= 28) {
    const weeks = Math.max(1, Math.ceil(wanted / 7));
    return days.filter((day) => civilDay(day).weekday === 0 && Math.floor((day + 3) / 7) % weeks === 0).map((day) => ({ day, text: shortDay(day) }));
  }
  const monthsApart = [1, 2, 3, 6, 12, 24, 60].find((months) => months * 30 >= wanted) ?? 120;
  return days.filter((day) => {
    const { date, month, year } = civilDay(day);
    return date === 1 && (year * 12 + month) % monthsApart === 0;
  }).map((day) => {
    const { month, year } = civilDay(day);
    return { day, text: month === 0 || monthsApart >= 12 ? String(year) : monthName(month) };
  });
}

const roomForLabel = 60;
