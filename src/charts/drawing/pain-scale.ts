/** Even steps of the scale of pain, light to dark; another family of hues than load's, so that neither is taken for the other. */
const colours = ["#f0d3dc", "#dfa9bf", "#c57ca1", "#9b4f81", "#5f2a5c"] as const;

/** Where a rating lies on the scale of pain. */
export interface PainStep {
  /** `ff-pain-0` (1 or 2 of 10) … `ff-pain-4` (9 or 10), for a theme. */
  readonly className: string;
  /** The colour on paper, and that of writing on it. */
  readonly colour: string;
  readonly ink: string;
}

/** The step of a share of the whole scale, 0 to 1. */
export function painStep(share: number): PainStep {
  const index = Math.max(0, Math.min(colours.length - 1, Math.ceil(share * colours.length - 1e-9) - 1));
  return { className: `ff-pain-${index}`, colour: colours[index] ?? colours[0], ink: index < 3 ? "#2b2724" : "#fffdfa" };
}
