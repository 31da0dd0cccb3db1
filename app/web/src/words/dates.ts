const language = typeof navigator === "undefined" ? "en" : navigator.language;
const formats = {
  day: new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }),
  long: new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  time: new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }),
  short: new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }),
} as const;

/** The clock where the run was, whatever the clock where it is read: the offset stays in the text, the time is shown as written. */
function wallClock(moment: string): Date {
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(moment)?.[0];
  return local && !moment.endsWith("Z") ? new Date(`${local}Z`) : toBrowserTime(new Date(moment));
}

// A file without a zone tells UTC only: show it in the zone of the reader.
function toBrowserTime(moment: Date): Date {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
}

export const dayWords = (moment: string): string => formats.day.format(wallClock(moment));
export const monthWords = (moment: string): string => formats.month.format(wallClock(moment));
export const longDayWords = (moment: string): string => formats.long.format(wallClock(moment));
export const timeWords = (moment: string): string => formats.time.format(wallClock(moment));
export const momentWords = (moment: string): string => formats.short.format(new Date(moment));
