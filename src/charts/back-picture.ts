import type { PlacedPain } from "../domain/index.ts";
import { backDrawing } from "./drawing/back-drawing.ts";
import { painPlaceName } from "./drawing/back-figure.ts";
import { painStep } from "./drawing/pain-scale.ts";
import type { Picture } from "./picture.ts";

export interface BackPictureInput {
  /** Large with figures; small for a list, with colours alone. */
  readonly size: "large" | "small";
  /** What was marked in one look at the back; nothing is "no pain". */
  readonly pains: readonly PlacedPain[];
}

/** One look at the back, seen from behind: pain where it was marked. */
export function backPicture({ size, pains }: BackPictureInput): Picture {
  const text = pains.length === 0 ? "No pain." : `Pain, of 10: ${painsWords(pains)}.`;
  const marks = pains.map(({ region, side, painRating }) => ({ region, side, step: painStep(painRating / 10), figure: String(painRating) }));
  return { svg: backDrawing(size, `The back from behind. ${text}`, marks), text };
}

/** "4 at the waist, left; 2 left leg below the knee": the worst first. */
export function painsWords(pains: readonly PlacedPain[]): string {
  return pains.toSorted((one, other) => other.painRating - one.painRating).map(({ region, side, painRating }) => `${painRating} ${painPlaceName(region, side)}`).join("; ");
}
