import type { MarkedStride } from "../../../../src/index.ts";
import type { Media } from "./media.ts";

/** What a proposer found on one picture; null where it saw no runner. */
type Proposal = { readonly frame: number; readonly points: MarkedStride["points"] };

/** Offers automatic marking where its package is at hand; the runner corrects what it proposes. */
export function ProposePoints(_props: { readonly media: Media; readonly frames: readonly number[]; readonly draw: (canvas: HTMLCanvasElement, frame: number) => Promise<void>; readonly onProposed: (many: readonly Proposal[]) => void }) {
  return null;
}
