const months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"] as const;

/** A day of the calendar from its number [days since 1970-01-01]. */
export function civilDay(day: number): { readonly year: number; readonly month: number; readonly date: number; readonly weekday: number } {
  const date = new Date(day * 86_400_000);
  // Weeks begin on Monday.
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate(), weekday: (date.getUTCDay() + 6) % 7 };
}

/** "2 May" */
export function shortDay(day: number): string {
  const { month, date } = civilDay(day);
  return `${date} ${monthName(month)}`;
}

/** "2 May 2026" */
export const fullDay = (day: number): string => `${shortDay(day)} ${civilDay(day).year}`;

/** "May", counted from 0. */
export const monthName = (month: number): string => months[month] ?? "";
