/**
 * Values as Apple writes them, taken from the bytes without a text in between: millions stand in one export, all of one shape. What has another shape is NaN here, and
 * is left to the readers of any XML.
 */

/** A plain number, such as `9.41`; NaN for one that is written in any other way. */
export function decimalAt(bytes: Uint8Array, start: number, end: number): number {
  // Fifteen digits are a whole number a double holds exactly, and one division rounds right.
  if (start < 0 || start >= end || end - start > 16) return NaN;
  let digits = 0;
  let point = -1;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) digits = 10 * digits + digit;
    else if (digit === -2 && point < 0) point = at;
    else return NaN;
  }
  if (point < 0) return end - start > 15 ? NaN : digits;
  return end - start < 2 ? NaN : digits / tenTo[end - point - 1]!;
}

const tenTo = Float64Array.from({ length: 17 }, (_, power) => Number(`1e${power}`));

/** A time such as `2024-01-15 10:00:00 +0100` [s since 1970-01-01T00:00:00Z]; NaN for one that is written in any other way. */
export function appleTimeAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 25 || start < 0) return NaN;
  if (bytes[start + 4] !== 45 || bytes[start + 7] !== 45 || bytes[start + 10] !== 32 || bytes[start + 13] !== 58 || bytes[start + 16] !== 58 || bytes[start + 19] !== 32) return NaN;
  const year = 100 * twoDigits(bytes, start) + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  const sign = bytes[start + 20] === 45 ? -1 : bytes[start + 20] === 43 ? 1 : NaN;
  const offset = sign * (twoDigits(bytes, start + 21) * 3600 + twoDigits(bytes, start + 23) * 60);
  const isReal = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute < 60 && second < 61 && Math.abs(offset) <= 14 * 3600;
  return isReal ? daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset : NaN;
}

/** NaN where there are other signs: what is worked out from it is NaN too. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}

/** Days of the Gregorian calendar, counted in eras of 400 years that begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

const utf8 = new TextDecoder("utf-8");

/** The text of an attribute, its entities resolved. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 200) return unescaped(utf8.decode(bytes.subarray(start, end)));
  for (let at = start; at < end; at++) if (bytes[at]! > 127) return unescaped(utf8.decode(bytes.subarray(start, end)));
  // Most are short and plain, for which the decoder costs more than it does.
  return unescaped(Reflect.apply(String.fromCharCode, null, bytes.subarray(start, end)));
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** Only the entities every XML knows: the document's own are never expanded. */
function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, (entity) => {
    const known = entities[entity.toLowerCase()];
    if (known !== undefined) return known;
    const code = entity[2] === "x" || entity[2] === "X" ? Number.parseInt(entity.slice(3), 16) : Number.parseInt(entity.slice(2), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
