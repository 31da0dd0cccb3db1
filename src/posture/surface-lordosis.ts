import type { PostureTaken, Quantity } from "../domain/index.ts";
import { selfReadingError, skinToBoneSpread, surfaceLordosisOfAdults, usualLordosisDegrees } from "../literature/index.ts";
import { bandedAngle } from "./side-view-angles.ts";

/** A curve of the lower back read with a phone, on the skin and as the model takes it. */
export interface Lordosis {
  readonly surface: Quantity;
  /** L1 to S1. */
  readonly spinal: Quantity;
}

/**
 * Standing lordosis from two tilts of a phone, on the sacrum and on the thoracolumbar junction: the skin's curve is their sum.
 * The bones curve more than the skin: their angle is taken as much above the usual 50° as the reading lies above the usual reading. Papers disagree on how well
 * the two go together, hence the wide band; the reading is good for following oneself, less for comparing with others.
 */
export function surfaceLordosis({ sacrumDegrees, thoracolumbarDegrees }: NonNullable<PostureTaken["inclinometer"]>): Lordosis {
  const reading = sacrumDegrees + thoracolumbarDegrees;
  return {
    surface: bandedAngle({ value: reading, spread: selfReadingError.value }),
    spinal: { ...bandedAngle({ value: usualLordosisDegrees.value + reading - surfaceLordosisOfAdults.value, spread: Math.hypot(selfReadingError.value, skinToBoneSpread.value) }), basis: "reconstructed" },
  };
}
