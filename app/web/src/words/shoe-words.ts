import { bandWords, numberWords, thinSpace, type Foam, type Quantity, type RunKind, type ShoeKind, type Speaker, type Surface } from "../../../../src/index.ts";
import type { ShoeRecord } from "../../../server/underfoot-api.ts";
import { dateWords } from "./dates.ts";
import { distanceWords, type Units } from "./units.ts";

export const kindWords: Record<ShoeKind, string> = { minimal: "Minimal", racing: "Racing", "daily-trainer": "Daily trainer", maximal: "Maximal", "worn-trainer": "Worn trainer" };
export const foamWords: Record<Foam, string> = { eva: "EVA", tpu: "TPU", peba: "PEBA", other: "Other" };
export const runKindWords: Record<RunKind, string> = { treadmill: "treadmill", track: "track", trail: "trail", road: "road and the rest" };
export const surfaceWords: Record<Surface, string> = {
  concrete: "concrete", asphalt: "asphalt", paving: "paving", track: "track", treadmill: "treadmill", grass: "grass", dirt: "dirt or trail", gravel: "gravel", woodchip: "woodchip", sand: "sand", snow: "snow", unknown: "not known",
};
export const speakerWords: Record<Speaker, string> = { hand: "said by you", file: "from the file", rule: "by a rule", map: "from the map" };

/** "74 % (66–83)" */
export function shareBandWords({ value, low, high }: Pick<Quantity, "value" | "low" | "high">): string {
  if (low === high) return `${numberWords(100 * value)}${thinSpace}%`;
  return `${numberWords(100 * value)}${thinSpace}% (${bandWords(100 * low, 100 * high, 0)})`;
}

/** "Absorbs about 74 % of what it did new (66–83)." */
export function absorptionWords({ value, low, high }: Quantity): string {
  if (value > 0.995) return "As new: it absorbs all that it ever did.";
  return `Absorbs about ${numberWords(100 * value)}${thinSpace}% of what it did new (${bandWords(100 * low, 100 * high, 0)}).`;
}

/** What a shoe was run in: "425 km, 12 runs, last on 2 May 2026". */
export function mileageWords({ distance, distanceBefore, runs, lastRunOn }: ShoeRecord, units: Units): string {
  const before = distanceBefore > 0 ? `, ${distanceWords(distanceBefore, units, 0)} of them before Footfall` : "";
  return `${distanceWords(distance, units, 0)}${before}, in ${numberWords(runs)} ${runs === 1 ? "run" : "runs"}${lastRunOn ? `, last on ${dateWords(lastRunOn)}` : ""}`;
}

/** When the next place on the wear curve comes, and that nothing happens there. */
export function forecastWords({ forecast }: ShoeRecord): string | null {
  if (!forecast) return null;
  const lost = forecast.share < 0.6 ? "half" : "nine tenths";
  if (!forecast.on) return `Not run in for four weeks, so nothing can be said of when it will have lost ${lost} of what it will ever lose.`;
  const { value, low, high } = forecast.on;
  return `At the present rate it will have lost ${lost} of what it will ever lose by about ${dateWords(value)} (between ${dateWords(low)} and ${dateWords(high)}). That is a place on a curve, not a date to act on.`;
}

/** Which stiffness the model takes, and why. */
export function stiffnessWords({ stiffness: { stiffness, from }, kind }: ShoeRecord): string {
  const figure = `${numberWords(stiffness.value / 1000)} (${bandWords(stiffness.low / 1000, stiffness.high / 1000, 0)})${thinSpace}N/mm`;
  if (from === "told") return `Heel stiffness ${figure}, as you told.`;
  if (from === "kind" && kind) return `Heel stiffness ${figure}, assumed: usual for the kind “${kindWords[kind].toLowerCase()}”.`;
  return `Heel stiffness ${figure}, assumed: midway between the only two trainers whose stiffness a trial published, with a wide band.`;
}
