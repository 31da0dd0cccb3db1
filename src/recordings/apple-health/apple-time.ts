import { parseTime, type WrittenTime } from "../xml/values.ts";

/** A time as Apple Health writes it, `2024-01-15 10:00:00 +0100`. */
export function parseAppleTime(text: string): WrittenTime {
  // Millions of them stand in one export, all of one shape.
  if (text.length !== 25 || text.charCodeAt(10) !== 32 || text.charCodeAt(19) !== 32) return parseTime(text);
  const number = (at: number, length: number): number => {
    let value = 0;
    for (let index = at; index < at + length; index++) value = 10 * value + (text.charCodeAt(index) - 48);
    return value;
  };
  const offset = (text.charCodeAt(20) === 45 ? -1 : 1) * (number(21, 2) * 3600 + number(23, 2) * 60);
  const day = daysSince1970(number(0, 4), number(5, 2), number(8, 2));
  const time = day * 86_400 + number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2) - offset;
  return { time: Math.abs(time) < 1e11 ? time : NaN, utcOffset: offset, hasZone: true };
}

/** Days of the Gregorian calendar, counted in eras of 400 years that begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}
