import type { Basis, DiscLevel, Quantity } from "../../domain/index.ts";
import { bandWords, numberWords } from "./number-words.ts";

/** What the body picture shows. */
export interface BodyPictureInput {
  /** `small` for lists, without numbers; `large` with the spine beside the runner; `tall` with it below, for narrow screens. */
  readonly size: "small" | "large" | "tall";
  /** Trunk to vertical, forward positive [degrees]; null where not told. */
  readonly trunkLeanDegrees: number | null;
  /** Active peak of vertical force in a median footfall [body weights]. */
  readonly peakVerticalForce: Quantity | null;
  /** Largest compression of each disc in a median footfall [body weights]. */
  readonly discs: readonly { readonly level: DiscLevel; readonly peakCompression: Quantity | null }[];
  /** Ends of the colour scale [body weights]; 0 to 4 where not given. */
  readonly loadScale?: { readonly low: number; readonly high: number };
}

/** The picture's name and the same content in words. */
export function bodyPictureWords(input: BodyPictureInput): { readonly title: string; readonly text: string } {
  const discs = input.discs.flatMap(({ level, peakCompression }) => (peakCompression ? [{ level, load: peakCompression }] : []));
  const title = "A runner from the side with the five lumbar discs";
  const lean = input.trunkLeanDegrees === null ? "drawn with a usual lean; yours was not told" : `leaning forward by ${numberWords(input.trunkLeanDegrees)}°`;
  const push = input.peakVerticalForce ? ` The ground pushes with ${withBand(input.peakVerticalForce)} times body weight at the peak of a typical footfall.` : "";
  const loads = discs.length === 0 ? " The load on the discs is not known." : ` Largest load on each disc in a typical footfall, in body weights: ${discs.map(({ level, load }) => `${level.replace("-", "–")} ${withBand(load)}`).join("; ")}; ${howComeBy(discs.map(({ load }) => load.basis))}.`;
  return { title, text: `A runner from the side, ${lean}.${push}${loads} The tinted band is the way of the shock from foot to head; its width is drawn, not computed.` };
}

function withBand({ value, low, high }: Quantity): string {
  return `${numberWords(value, 1)} (${bandWords(low, high, 1)})`;
}

function howComeBy(all: readonly Basis[]): string {
  return [...new Set(all)].join(" and ");
}
