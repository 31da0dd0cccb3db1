import { bandWords, numberWords } from "./number-words.ts";

/** One published figure and what the model gives in the same condition, all in one unit. */
export interface PublishedAndModelInput {
  /** What is compared, in words; the picture's name. */
  readonly name: string;
  /** Published value, null where the target is a rule, with what counts as reproduced; an end that is null is open. */
  readonly published: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** The model's value with its band, where it has one; null where it could give none. */
  readonly model: { readonly value: number; readonly low: number | null; readonly high: number | null } | null;
  /** As it is read, for example `kN/m`. */
  readonly unit: string;
}

/** The same comparison in words: "10.4 ± 2.3" and "12.7 (10.1–16.0)", and the whole as sentences. */
export function publishedAndModelWords({ name, published, model, unit }: PublishedAndModelInput): { readonly published: string; readonly model: string; readonly text: string } {
  const digits = decimalsFor(published.value, published.low, published.high, model?.value ?? null);
  const range = rangeWords(published.low, published.high, digits);
  const first = published.value === null ? `required ${range}` : `published ${numberWords(published.value, digits)} (${range} counts as reproduced)`;
  const second = model === null ? "the model gives no value" : `the model ${withBand(model, digits, " (no band)")}`;
  const where = model === null ? "" : ` The model’s value lies ${isInside(published, model.value) ? "inside" : "outside"}.`;
  return {
    published: published.value === null ? range : toleranceWords(published.value, published.low, published.high, digits),
    model: model === null ? "no value" : withBand(model, digits, ""),
    text: `${name}: ${first}; ${second}${unit === "" || unit === "pure number" ? "" : `, in ${unit}`}.${where}`,
  };
}

function isInside({ low, high }: PublishedAndModelInput["published"], value: number): boolean {
  return (low === null || value >= low) && (high === null || value <= high);
}

// Decimals that resolve the tolerance to two figures and keep those the published value came with; four at most.
function decimalsFor(value: number | null, low: number | null, high: number | null, other: number | null): number {
  const tolerance = low !== null && high !== null && high > low ? (high - low) / 2 : 0;
  const lone = other ?? value ?? 0;
  const resolving = tolerance > 0 ? Math.ceil(-Math.log10(tolerance / 2)) : lone === 0 ? 0 : Math.min(decimalsOf(lone), Math.ceil(-Math.log10(Math.abs(lone) / 50)));
  const written = value === null ? 0 : Math.max(decimalsOf(value), decimalsOf(Number(tolerance.toPrecision(2))));
  return Math.min(4, Math.max(0, resolving, written));
}

// "10.4 ± 2.3"; "10.4 (8.0–13.0)" where the two sides differ or one is open.
function toleranceWords(value: number, low: number | null, high: number | null, digits: number): string {
  if (low === null || high === null || Math.abs(low + high - 2 * value) > 0.02 * (high - low)) return `${numberWords(value, digits)} (${rangeWords(low, high, digits)})`;
  return `${numberWords(value, digits)} ± ${numberWords((high - low) / 2, digits)}`;
}

// "8–13", "at least 8", "above 0".
function rangeWords(low: number | null, high: number | null, digits: number): string {
  const end = (value: number): string => (value === 0 ? "0" : numberWords(value, digits));
  if (low === null) return high === null ? "any value" : `at most ${end(high)}`;
  if (high === null) return low > 0 && Number(low.toFixed(digits)) === 0 ? "above 0" : `at least ${end(low)}`;
  return low === high ? `exactly ${numberWords(low, digits)}` : bandWords(low, high, digits);
}

function withBand({ value, low, high }: NonNullable<PublishedAndModelInput["model"]>, digits: number, without: string): string {
  return low === null || high === null ? `${numberWords(value, digits)}${without}` : `${numberWords(value, digits)} (${bandWords(low, high, digits)})`;
}

/** Decimals a number was written with, up to the seventh figure. */
function decimalsOf(value: number): number {
  return String(Number(value.toPrecision(7))).split(".")[1]?.length ?? 0;
}
