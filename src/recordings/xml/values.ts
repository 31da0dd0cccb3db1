/** A decimal number as exports write it, exponent or decimal comma included; NaN where it is none. */
export function parseDecimal(text: string): number {
  const trimmed = text.trim();
  if (decimal.test(trimmed)) return Number(trimmed);
  const dotted = trimmed.replace(",", ".");
  return decimal.test(dotted) ? Number(dotted) : NaN;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** An instant and the zone it was written in. */
export interface WrittenTime {
  /** [s since 1970-01-01T00:00:00Z]; NaN where it is no time. */
  readonly time: number;
  /** Local time minus UTC [s]; null where it is written in UTC or without a zone. */
  readonly utcOffset: number | null;
  readonly hasZone: boolean;
}

/** A time in ISO 8601 as exports write it: with Z, with an offset, or without a zone, which is taken as UTC. */
export function parseTime(text: string): WrittenTime {
  const parts = isoTime.exec(text);
  if (!parts) return { time: NaN, utcOffset: null, hasZone: false };
  const [, year, month, day, hour, minute, second, zone, sign, zoneHours, zoneMinutes] = parts;
  const seconds = Number((second ?? "0").replace(",", "."));
  const offset = sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(zoneHours) * 3600 + Number(zoneMinutes ?? 0) * 60);
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 1000;
  const isReal = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && Number(hour) <= 24 && Number(minute) < 60 && seconds < 61 && Math.abs(offset) <= 14 * 3600;
  return { time: isReal ? midnight + seconds - offset : NaN, utcOffset: sign === undefined ? null : offset, hasZone: zone !== undefined };
}

const isoTime = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?\s*(Z|([+-])(\d{2}):?(\d{2})?)?$/i;
