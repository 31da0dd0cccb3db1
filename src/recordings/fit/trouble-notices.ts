import type { Notice } from "../../domain/index.ts";
import type { FitPart } from "./decode-fit.ts";
import { sizeWords } from "./size-words.ts";

/** What was wrong with a part in few sentences, and what of it was kept: many damaged places are told as one. */
export function troubleNotices(part: FitPart): Notice[] {
  const damaged = part.troubles.filter(({ code }) => code === "damaged");
  const [first] = damaged;
  const isOne = first !== undefined && damaged.length > 2;
  const told = part.troubles.filter(({ code }) => !isOne || code !== "damaged").map(({ code, message }) => ({ code, message }));
  const lost = damaged.reduce((sum, { lost: bytes }) => sum + bytes, 0);
  const all = isOne ? [{ code: "damaged" as const, message: `the data is damaged in ${damaged.length} places, the first at byte ${first.byte}; ${sizeWords(lost)} were left out` }, ...told] : told;
  const last = all.findLastIndex(({ code }) => code === "damaged" || code === "truncated");
  return all.map(({ code, message }, index) => ({ code, message: index === last ? `${message}; ${keptWords(part.tables.record.length)}` : message }));
}

const keptWords = (records: number): string => (records === 1 ? "its one good record was kept" : `its ${records} good records were kept`);
