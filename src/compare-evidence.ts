import type { FootfallCondition } from "./simulate.ts";

/** How well it is known what a change does: `mixed` studies disagree, `hypothesis` never measured in runners, `thin` a runner or two, `supported` many runners. */
export type EvidenceKind = "supported" | "thin" | "hypothesis" | "mixed";

/** What is known about one change, in words, and the rows of the tables of targets that say so. */
export interface ChangeEvidence {
  readonly change: "shoe" | "surface" | "wear" | "lean" | "lordosis" | "step rate" | "speed" | "slope" | "foot strike" | "body" | "timing";
  readonly kind: EvidenceKind;
  readonly sentence: string;
  readonly targets: readonly string[];
}

type Name = keyof FootfallCondition;

const known: readonly { readonly names: readonly Name[]; readonly evidence: ChangeEvidence }[] = [
  { names: ["shoeStiffnessNewtonsPerMillimetre"], evidence: {
    change: "shoe", kind: "mixed", targets: ["C1", "C2"],
    sentence: "The evidence here is mixed: a softer shoe did not lower the impact peak of 848 runners but raised it by 6 %, and by 6 to 11 % in smaller trials; nobody measured what it does to the back.",
  } },
  { names: ["surface"], evidence: {
    change: "surface", kind: "mixed", targets: ["C3"],
    sentence: "The evidence here is mixed: pooled, soft ground shook the shin less, in one trial grass shook it more than concrete, and the peak force was the same; runners adapt their legs from the first step on.",
  } },
  { names: ["shoeDistanceKilometres"], evidence: {
    change: "wear", kind: "mixed", targets: ["C4"],
    sentence: "The evidence here is mixed: a worn shoe absorbs less on a machine, and the forces on runners did not change.",
  } },
  { names: ["trunkLeanDegrees"], evidence: {
    change: "lean", kind: "hypothesis", targets: ["C5"],
    sentence: "This is a hypothesis: the lever is known from people standing bent, and no load was ever measured in a leaning runner; leaning also takes load off the knees.",
  } },
  { names: ["lordosisDegrees"], evidence: {
    change: "lordosis", kind: "hypothesis", targets: ["B18"],
    sentence: "This is a hypothesis: runners with more hollow backs passed on less of the shock in one study, and how the curve does it is assumed.",
  } },
  { names: ["stepRate"], evidence: {
    change: "step rate", kind: "supported", targets: ["C6"],
    sentence: "That quicker, shorter steps load each footfall less follows from mechanics and was measured at the knee; a kilometre then has more of them, and whether it changes injuries or back pain is not known, the evidence is insufficient.",
  } },
  { names: ["speed"], evidence: { change: "speed", kind: "supported", targets: ["B1", "B2"], sentence: "That force rises with speed was measured in many runners; the band is of one not seen before." } },
  { names: ["slope"], evidence: { change: "slope", kind: "thin", targets: [], sentence: "The evidence here is thin: what slope changes was read from one runner’s trials." } },
  { names: ["footStrike"], evidence: { change: "foot strike", kind: "thin", targets: [], sentence: "The evidence here is thin: the shapes of the strikes were read from the raw force of two runners; a strike told in one alone changes the laboratory too, which may be all of it." } },
  { names: ["mass", "height", "sex"], evidence: { change: "body", kind: "supported", targets: [], sentence: "Sizes of body change the timing as measured in many runners; in multiples of body weight little changes." } },
  { names: ["groundContactTime", "flightTime", "gait"], evidence: { change: "timing", kind: "supported", targets: ["B1"], sentence: "Force follows from contact and flight time by mechanics." } },
];

/** What is known about each thing in which two footfalls differ. */
export function evidenceOf(one: FootfallCondition, other: FootfallCondition): readonly ChangeEvidence[] {
  return known.flatMap(({ names, evidence }) => (names.some((name) => (one[name] ?? "unknown") !== (other[name] ?? "unknown")) ? [evidence] : []));
}
