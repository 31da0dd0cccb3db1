/** Days of the week as they are told, Monday first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof weekdays)[number];

/** The weekday of a calendar day [days since 1970-01-01, a Thursday]. */
export function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? "mon";
}

/** "2026-11-25" */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The calendar day [days since 1970-01-01] of "2026-11-25"; null where there is none such. */
export function dayOfIso(text: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : NaN;
  return Number.isInteger(day) && isoDay(day) === text ? day : null;
}
