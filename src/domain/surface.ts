import type { Speaker, Stretch } from "./stretch.ts";

/** What is under the foot. */
export const surfaces = ["concrete", "asphalt", "paving", "track", "treadmill", "grass", "dirt", "gravel", "woodchip", "sand", "snow", "unknown"] as const;

export type Surface = (typeof surfaces)[number];

/** Ground that gives way less than a shoe does; all other that is known gives way more. */
export const hardSurfaces: readonly Surface[] = ["concrete", "asphalt", "paving"];

/** A stretch on one surface, and who says so. */
export interface SurfaceStretch extends Stretch {
  readonly surface: Surface;
  readonly by: Speaker;
  /** Why it is taken for that, or why it stays unknown; null where there is nothing to add. */
  readonly reason: string | null;
}
