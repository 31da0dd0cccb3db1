import { bandWords, numberWords, oneCameraAngleError, usualTrunkLeanDegrees, type MarkedMoment, type Quantity } from "../../../../src/index.ts";
import type { PostureEntry } from "../../../server/posture-api.ts";
import type { Target } from "./marks.ts";

type Findings = PostureEntry["findings"];

export const targetWords: Record<Target, string> = { ear: "Ear", shoulder: "Shoulder", hip: "Hip", knee: "Knee", ankle: "Ankle", toe: "Toe", "edge-top": "Upright, top", "edge-bottom": "Upright, foot" };

/** Where to put each point. */
export const whereWords: Record<Target, string> = {
  ear: "the opening of the ear", shoulder: "the bony tip of the shoulder", hip: "the bony knob at the side of the hip, not the waist", knee: "the middle of the knee",
  ankle: "the outer ankle bone", toe: "the tip of the shoe",
  "edge-top": "the upper end of anything that is upright in truth: a door frame, a lamp post", "edge-bottom": "the lower end of the same upright",
};

export const momentWords: Record<MarkedMoment, string> = { "mid-stance": "Mid-stance", "initial-contact": "First contact" };

/** "9° (0–18)" */
export function angleWords(quantity: Quantity): string {
  return `${numberWords(quantity.value, 0)}° (${bandWords(quantity.low, quantity.high, 0)})`;
}

const usualRange = bandWords(usualTrunkLeanDegrees.low, usualTrunkLeanDegrees.high, 0);

/** What was found, in one sentence. */
export function leanSentence({ trunkLean }: Findings): string | null {
  if (!trunkLean) return null;
  const way = trunkLean.value >= 0 ? "forward" : "back";
  const [low, high] = [trunkLean.low, trunkLean.high].map((degrees) => numberWords(degrees, 0));
  return `Your trunk leans ${numberWords(Math.abs(trunkLean.value), 0)}° ${way} from upright (between ${low}° and ${high}°).`;
}

function tenths(share: number): string {
  const times = Math.round(share * 10);
  return times === 10 ? "nearly always" : times === 0 ? "hardly ever" : `${times} ${times === 1 ? "time" : "times"} in 10`;
}

/** Where that lies among runners, and how surely. */
export function standingSentence({ standing }: Findings): string | null {
  if (!standing) return null;
  const { place, veryUpright, usual, hunched } = standing;
  const shares = `with the error of such a measure, a runner found at this lean is very upright ${tenths(veryUpright)}, usual ${tenths(usual)} and hunched ${tenths(hunched)}`;
  if (place === "cannot-tell") return `Whether that is usual (${usualRange}°) cannot be told: ${shares}.`;
  const name = { usual: `That lies in the usual range of runners, ${usualRange}°`, hunched: `That is hunched, beyond the usual ${usualRange}°`, "very-upright": `That is very upright, short of the usual ${usualRange}°` }[place];
  return `${name}; ${shares}.`;
}

/** What the lever model would make of it. */
export function leverSentence({ leverLoad }: Findings): string | null {
  if (!leverLoad) return null;
  return `In the lever model, a footfall at this lean would press the lowest disc ${numberWords(leverLoad.value, 2)} times as hard as at a usual lean (${bandWords(leverLoad.low, leverLoad.high, 2)}).`;
}

export const hypothesisWords = "This is a hypothesis: the model is a simple lever, nobody has measured a runner’s disc at two leans, and leaning forward takes load off the knee. Whether changing how you hold yourself changes how your back feels has not been tested in runners.";

export const errorWords = `One camera is off by ${oneCameraAngleError.low}–${oneCameraAngleError.high}° against a laboratory, however many pictures are marked; the band carries it. It compares you with yourself, filmed the same way, better than with others.`;
