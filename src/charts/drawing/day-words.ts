const months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"] as const;
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** A day of the calendar from its number [days since 1970-01-01]. */
export function civilDay(day: number): { readonly year: number; readonly month: number; readonly date: number; readonly weekday: number } {
  const date = new Date(day * 86_400_000);
  // Weeks begin on Monday.
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate(), weekday: (date.getUTCDay() + 6) % 7 };
}

/** "2 May": every date that Footfall writes in words is this, with weekday and year where they are needed. */
export function shortDay(day: number): string {
  const { month, date } = civilDay(day);
  return `${date} ${monthName(month)}`;
}

/** "2 May 2026" */
export const fullDay = (day: number): string => `${shortDay(day)} ${civilDay(day).year}`;

/** "Sat" */
export const shortWeekday = (day: number): string => weekdays[civilDay(day).weekday] ?? "";

/** "2 May", with its year where that is not the one which is taken for granted. */
export const dayNearYear = (day: number, usualYear: number): string => (civilDay(day).year === usualYear ? shortDay(day) : fullDay(day));

/** "May", counted from 0. */
export const monthName = (month: number): string => months[month] ?? "";
