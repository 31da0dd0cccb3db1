import { numberWords, thinSpace, typicalCell } from "../../../../src/index.ts";
import type { PostureList } from "../../../server/posture-api.ts";
import type { Cabinet, SurfaceShares } from "../../../server/underfoot-api.ts";
import type { WhatIfGround } from "../../../server/what-if-api.ts";
import { leanSentence } from "../posture/posture-words.ts";
import { absorptionWords, surfaceWords } from "../words/shoe-words.ts";
import { countWords, distanceWords, paceWords, type Units } from "../words/units.ts";

/** What stands in the cabinet, and how worn the pair is that was run in last. */
export function shoesLine({ shoes }: Cabinet): string {
  const used = shoes.filter(({ retiredOn }) => retiredOn === null);
  const [latest] = used.toSorted((one, other) => (other.lastRunOn ?? "").localeCompare(one.lastRunOn ?? ""));
  if (!latest) return "No pair yet: add yours, and Footfall follows how much each still absorbs.";
  const worn = latest.lastRunOn === null ? "None was run in yet." : `The last run was in ${latest.name}. ${absorptionWords(latest.absorption)}`;
  return `${countWords(used.length, "pair")} in use. ${worn}`;
}

/** The grounds, largest share first. */
export function surfacesLine({ total: { distance, surfaces } }: SurfaceShares, units: Units): string {
  if (distance === 0) return "With your first run, the grounds you run on will stand here.";
  const shares = surfaces.toSorted((one, other) => other.share - one.share).filter(({ share }) => share >= 0.005).map(({ surface, share }) => `${numberWords(100 * share)}${thinSpace}% ${surface === "unknown" ? "on ground not known" : surfaceWords[surface]}`);
  return `Of ${distanceWords(distance, units, 0)}: ${shares.join(", ")}.`;
}

/** The lean last measured. */
export function postureLine({ entries }: PostureList): string {
  const latest = entries.find(({ findings }) => findings.trunkLean !== null);
  return (latest && leanSentence(latest.findings)) ?? "Not measured yet: the model takes a usual lean, with a wide band. A photo or video from the side is enough.";
}

/** The typical footfall's pace and step rate. */
export function paceLine({ cells }: WhatIfGround, units: Units): string {
  const typical = typicalCell(cells.filter(({ isWalking }) => !isWalking));
  if (!typical) return "With your first run, your pace and step rate will stand here, and what they do to the load.";
  return `In the last four weeks typically ${paceWords(typical.speed, units)} at ${numberWords(60 * typical.stepRate)}${thinSpace}steps/min.`;
}
