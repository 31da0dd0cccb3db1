import type { Basis, FootfallMethodId } from "../../../../src/index.ts";

/** How a number was come by, in a clause. */
export const basisWords: Record<Basis, string> = {
  measured: "measured by your device",
  reconstructed: "reconstructed from your device’s data",
  simulated: "simulated by the model",
  assumed: "assumed, for want of data",
};

/** What a method of reconstruction rests on. */
export const methodWords: Record<FootfallMethodId, string> = {
  "running-dynamics": "contact time measured by your device",
  "step-rate-and-speed": "contact time worked out from step rate and speed",
  speed: "step rate and contact time worked out from speed alone",
  walking: "walking, with a relation of its own",
};

/** Field terms, each explained where it stands. */
export const termWords = {
  "contact time": "How long one foot stays on the ground: from the first touch to the moment it leaves.",
  "step rate": "Steps a minute, both feet counted.",
  footfall: "One foot’s contact with the ground, from first touch to toe-off.",
  "body weight": "Force as a multiple of your own weight: 1 is what the ground carries while you stand.",
  band: "Nine times in ten, the true value for someone with your data lies between these two numbers.",
  usual: "The median of your own runs in the 56 days before. The value is the middle of four ways of counting high loads against many; the band holds all four, and how your contact time wavers between days.",
  "L5–S1": "The lowest disc of the back, between the last lumbar vertebra and the sacrum.",
  exponent: "How strongly high loads count against many loads. Research has not settled it, so three are shown; exponent 2 also counts the number of footfalls less than in full.",
} as const;

export type TermName = keyof typeof termWords;
