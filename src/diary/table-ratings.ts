import { plainWords } from "./table-text.ts";

/** What a table's ratings run to: 0–10, 0–100, or words and the four steps that stand for them. */
export const ratingScales = ["to-10", "to-100", "words"] as const;
export type RatingScale = (typeof ratingScales)[number];

/** Where words stand on the numeric scale: the middle of the range that people use each for. */
const ratingOfWords: readonly (readonly [number, readonly string[]])[] = [
  [0, ["none", "no", "no pain", "kein", "keine", "keiner", "aucune", "aucun", "ninguno", "ningun", "nessuno", "geen", "nenhuma", "nenhum", "sem dor", "0"]],
  [2, ["mild", "slight", "little", "leicht", "gering", "legere", "leger", "faible", "leve", "lieve", "licht", "1"]],
  [5, ["moderate", "medium", "mittel", "mittelstark", "massig", "moderee", "modere", "moyenne", "moderado", "moderada", "moderato", "matig", "2"]],
  [8, ["severe", "strong", "bad", "stark", "schwer", "forte", "fort", "severo", "fuerte", "grave", "ernstig", "hevig", "3"]],
  [10, ["unbearable", "worst", "extreme", "unertraglich", "insupportable", "insoportable", "insopportabile", "ondraaglijk", "insuportavel", "4"]],
];

/** The number in a cell, with a point or a comma; null where there is none. "7/10" is 7. */
export function readNumber(text: string): number | null {
  const [, number] = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*(?:\/\s*\d+)?\s*%?\s*$/.exec(text) ?? [];
  return number === undefined ? null : Number(number.replace(",", "."));
}

/** Which scale the ratings are on. One figure above ten is a slip, many are a scale to a hundred. */
export function ratingScaleOf(cells: readonly string[]): RatingScale {
  const numbers = cells.flatMap((cell) => readNumber(cell) ?? []);
  const told = cells.filter((cell) => cell.trim() !== "");
  if (numbers.length < told.length / 2) return "words";
  const painful = numbers.filter((value) => value > 0);
  return painful.length > 0 && painful.filter((value) => value > 10).length > painful.length / 2 ? "to-100" : "to-10";
}

/** A rating on 0–10, whole; or why there is none. */
export function readRating(text: string, scale: RatingScale): { readonly rating: number; readonly isRounded: boolean } | { readonly trouble: string } {
  if (text.trim() === "") return { trouble: "no pain rating; 0 would say “no pain”" };
  if (scale === "words") {
    const rating = ratingOfWords.find(([, words]) => words.includes(plainWords(text)))?.[0];
    return rating === undefined ? { trouble: `“${text.trim()}” is no word for how strong pain is` } : { rating, isRounded: false };
  }
  const number = readNumber(text);
  if (number === null) return { trouble: `“${text.trim()}” is no pain rating` };
  const most = scale === "to-100" ? 100 : 10;
  if (number < 0 || number > most) return { trouble: `pain ${text.trim()}: the scale goes from 0 to ${most}` };
  const exact = scale === "to-100" ? number / 10 : number;
  // What was felt at all is never "no pain".
  const rating = exact > 0 && exact < 0.5 ? 1 : Math.round(exact);
  return { rating, isRounded: rating !== exact };
}
