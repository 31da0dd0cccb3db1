import type { FootfallCondition } from "../../src/index.ts";

/** What is told of a footfall, and what research has to say of its effect where that is not settled. */
const remarks: readonly (readonly [fields: readonly (keyof FootfallCondition)[], words: string])[] = [
  [["shoeStiffnessNewtonsPerMillimetre"], "Shoe: the evidence here is mixed. In 848 runners the softer shoe had as high an impact peak as the hard one, or higher; no effect on the discs is known."],
  [["shoeDistanceKilometres"], "Wear: a worn shoe absorbs a quarter less on a machine, yet runners' own loads hardly changed; the evidence here is mixed."],
  [["surface"], "Surface: the evidence here is mixed. Over 22 studies soft ground lowered the tibia's acceleration, but not peak force, loading rate or contact time; single studies disagree."],
  [["trunkLeanDegrees"], "Lean: a hypothesis from the lever. No disc load was ever measured in a leaning runner, and leaning also unloads the knee."],
  [["stepRate"], "Step rate: a quicker step lowers the load of each step more than that of each kilometre; on injury the evidence is insufficient."],
];

/** Sentences that go with what was told. */
export function contestedWords(condition: FootfallCondition): readonly string[] {
  return remarks.flatMap(([fields, words]) => (fields.some((field) => condition[field] !== undefined && condition[field] !== "unknown") ? [words] : []));
}
