import { numberWords, thinSpace } from "./charts/index.ts";
import type { FootStrike, Quantity } from "./domain/index.ts";
import type { FootfallCondition } from "./footfall-condition.ts";
import { simulateFootfall, type Simulation } from "./simulate.ts";

const names: Readonly<Record<Exclude<FootStrike, "unknown">, string>> = { rearfoot: "heel", midfoot: "midfoot", forefoot: "forefoot" };

/**
 * Why the peak of force moves when the foot strike is told: that a told strike lies lower is a matter of the laboratories, not of the foot. Null in walking.
 * Scaling the shapes up to the many runners' level would undo what the forefoot runner's own raw force says of them; a third laboratory would settle it.
 */
export function strikeWords(condition: FootfallCondition, { gait, peakVerticalForce: peak }: Simulation): string | null {
  if (gait === "walk") return null;
  const peakOf = (footStrike: FootStrike): Quantity => simulateFootfall({ ...condition, footStrike }).peakVerticalForce;
  const { footStrike = "unknown" } = condition;
  if (footStrike === "unknown") {
    const told = [peakOf("rearfoot"), peakOf("midfoot"), peakOf("forefoot")].map(({ value }) => value);
    return `Foot strike not told: the peak follows the mean of many runners, whose laboratory reads higher than the records of two runners that each strike has its shape from. Told, it would be ${numberWords(Math.min(...told), 2)} to ${numberWords(Math.max(...told), 2)} in place of ${numberWords(peak.value, 2)}${thinSpace}times body weight: that is between laboratories, not between feet.`;
  }
  const many = peakOf("unknown").value;
  return `Foot strike told (${names[footStrike]}): the force has the shape of that strike in the raw records of two runners, whose peaks lie below the mean of many in another laboratory. Not told, the peak would be ${numberWords(many, 2)} in place of ${numberWords(peak.value, 2)}${thinSpace}times body weight${many <= peak.high ? "; the band holds both" : ", above the band"}.`;
}
