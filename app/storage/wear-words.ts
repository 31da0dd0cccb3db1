import { shoeWear } from "../../src/index.ts";

/** What the evidence supports saying of a shoe that still absorbs so much of what it did new [1]: no alarm at any distance. */
export function wearNotice(absorption: number): string {
  const lost = (1 - absorption) / (1 - shoeWear.floor.value);
  if (lost < 0.5) return "Most of what this foam will lose is still to come, as in every young pair.";
  if (lost < 0.9) return "The foam has lost more than half of what it will ever lose. Runners who were tested before and after 200 miles in one pair met hardly changed forces.";
  return "The foam has lost nearly all that it will lose, so more distance changes it little. No study found that a worn pair loads the back more, and there is no distance at which a pair is finished: look at its tread and its fit.";
}
