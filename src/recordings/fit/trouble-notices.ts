import type { Notice } from "../../domain/index.ts";
import type { FitPart } from "./decode-fit.ts";

/** What was wrong with a part in few sentences: many damaged places are told as one. */
export function troubleNotices(part: FitPart): Notice[] {
  const damaged = part.troubles.filter(({ code }) => code === "damaged");
  const first = damaged[0];
  if (!first || damaged.length < 3) return part.troubles.map(({ code, message }) => ({ code, message }));
  const lost = damaged.reduce((sum, { lost: bytes }) => sum + bytes, 0);
  const others = part.troubles.filter(({ code }) => code !== "damaged").map(({ code, message }) => ({ code, message }));
  return [{ code: "damaged", message: `the data is damaged in ${damaged.length} places, the first at byte ${first.byte}; ${lost} bytes were left out and everything sound was kept` }, ...others];
}
