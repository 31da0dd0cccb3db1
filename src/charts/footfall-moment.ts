import type { FootfallMotion } from "./drawing/footfall-motion.ts";
import { footfallScene, type SceneSize } from "./drawing/footfall-scene.ts";
import { footfallText, phaseWords } from "./drawing/footfall-words.ts";
import { numberWords, thinSpace } from "./drawing/number-words.ts";
import { drawing, element } from "./drawing/svg.ts";
import type { Picture } from "./picture.ts";

/** What the picture of a moment shows. */
export interface FootfallMomentInput {
  readonly size: SceneSize;
  readonly motion: FootfallMotion;
  /** [s] after initial contact. */
  readonly time: number;
}

/** A runner at one moment of a footfall: the ground's push, every part in the colour of what it carries, and the five discs. */
export function footfallMoment({ size, motion, time }: FootfallMomentInput): Picture {
  const { width, height, still, moving } = footfallScene(motion, size);
  const title = `A runner ${numberWords(1000 * time)}${thinSpace}ms after initial contact, ${phaseWords(motion, time)}`;
  return {
    svg: drawing(width, height, title, still, ...moving(time).map(({ name, attributes }) => element(name, attributes))),
    text: `${title}. ${footfallText(motion)} Every part has the colour of what it carries, in multiples of what it carries standing still: the foot by the ground’s force, the shin by that or its own acceleration, whichever is larger, the trunk and head by their acceleration; `
      + "the thigh and the chest are drawn half-way between their neighbours. The swing of the other leg and the arms is drawn, not simulated.",
  };
}
