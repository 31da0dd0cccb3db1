/** A moment as programs exchange it: ISO 8601 in UTC to the second, from seconds since 1970. */
export const isoMoment = (seconds: number): string => new Date(Math.round(seconds) * 1000).toISOString();
