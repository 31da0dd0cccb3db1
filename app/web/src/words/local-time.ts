/** Now, to the second [s since 1970]. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Local time minus UTC on this device at a moment [s]. */
export const localOffset = (seconds: number): number => -60 * new Date(seconds * 1000).getTimezoneOffset();

/** Day of this device's calendar [days since 1970-01-01]. */
export const localDay = (seconds: number): number => Math.floor((seconds + localOffset(seconds)) / 86_400);

/** "2026-05-02T21:00:00+02:00": a moment [s since 1970] on a clock so far from UTC [s], that of this device unless told. */
export function momentText(seconds: number, offset: number | null = null): string {
  const ahead = offset ?? localOffset(seconds);
  const [sign, size] = [ahead < 0 ? "-" : "+", Math.abs(ahead) / 60];
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${wallClock(seconds, ahead)}${sign}${two(size / 60)}:${two(size % 60)}`;
}

/** What such a text tells: the moment, and how far its clock is from UTC [s]. */
export function readMoment(text: string): { readonly at: number; readonly utcOffset: number } {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return { at: Math.round(Date.parse(text) / 1000), utcOffset: sign === undefined ? 0 : (sign === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes)) };
}

/** "2026-05-02T21:00": a moment as a field for date and time has it. */
export const fieldMoment = (seconds: number, offset: number | null): string => wallClock(seconds, offset ?? localOffset(seconds)).slice(0, 16);

/** The moment that a field for date and time tells [s since 1970]; null where it tells none. */
export function momentOfField(text: string, offset: number | null): number | null {
  const milliseconds = Date.parse(offset === null ? text : `${text}Z`);
  return Number.isNaN(milliseconds) ? null : Math.round(milliseconds / 1000) - (offset ?? 0);
}

const wallClock = (seconds: number, offset: number): string => new Date((seconds + offset) * 1000).toISOString().slice(0, 19);
