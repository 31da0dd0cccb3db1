/** A space that is thin and never breaks, between number and unit. */
export const thinSpace = "\u202f";

/** A number as it is read: rounded to `digits` decimals, thousands apart by thin spaces, a real minus sign. */
export function numberWords(value: number, digits = 0): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, thinSpace) : whole;
  const isZero = Number(value.toFixed(digits)) === 0;
  return `${value < 0 && !isZero ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A band as it is read: "2.1–2.9", with "to" where a sign would be mistaken for the dash. */
export function bandWords(low: number, high: number, digits = 0): string {
  const [from, to] = [numberWords(low, digits), numberWords(high, digits)];
  return from.startsWith("−") || to.startsWith("−") ? `${from} to ${to}` : `${from}–${to}`;
}
