import type { Stretch } from "./stretch.ts";
import type { Surface } from "./surface.ts";

/** What lay between the foot and the earth along a stretch, as the model is told it; null is not known. */
export interface UnderfootStretch extends Stretch {
  readonly surface: Surface;
  readonly shoeStiffnessNewtonsPerMillimetre: number | null;
  /** Distance the shoe's foam had been worn by at the start of the run [m]. */
  readonly shoeDistance: number;
}
