import type { Figure } from "./figure.ts";

const assumed = (value: number, low: number, high: number, unit: string, where: string): Figure =>
  ({ value, low, high, unit, source: null, where, population: "-", evidence: "A" });

/** How often the surface that a map's tag stands for is the one on the ground [1]. */
export const tagTrust = {
  surface: assumed(0.95, 0.85, 0.99, "1", "the surface itself is mapped; maps age"),
  tracktype: assumed(0.8, 0.6, 0.9, "1", "how firm a farm or forest track is, from which its surface is guessed"),
  highway: assumed(0.8, 0.6, 0.95, "1", "streets of this class are paved unless the map says otherwise, mostly with asphalt"),
  leisure: assumed(0.8, 0.6, 0.95, "1", "a stadium's running track whose surface is not mapped"),
  area: assumed(0.6, 0.3, 0.85, "1", "open ground crossed away from any mapped way: trodden lines and unmapped paths are common on it"),
} as const satisfies Readonly<Record<string, Figure>>;

/** Half the width within which a runner on a way may be, an unmapped pavement beside it included [m]. */
export const wayHalfWidth = {
  path: assumed(1.5, 0.5, 3, "m", "footways, paths, farm tracks"),
  street: assumed(4.5, 3, 7, "m", "a street of two lanes with its pavement"),
  road: assumed(6.5, 4, 12, "m", "a main road with its pavement"),
  stadium: assumed(5, 4, 7, "m", "eight lanes of 1.22 m"),
} as const satisfies Readonly<Record<string, Figure>>;

/** How watches place a runner, and how runners use ways, where a map is laid under a track. */
export const trackMatching = {
  positionSpread: assumed(5, 3, 12, "m", "standard deviation of a watch's fix across the way before the track itself has told; buildings and trees double it"),
  positionMemory: assumed(25, 10, 90, "s", "a watch's error fades over tens of seconds, a hand-held receiver's at rest over a minute: fixes closer than that tell little anew"),
  headingSpread: assumed(0.35, 0.15, 0.8, "rad", "standard deviation of the track's heading over 20 m about the way's before the track itself has told"),
  mainRoadShare: assumed(0.4, 0.2, 0.8, "1", "how much likelier than on a main road a runner is on a small way beside it"),
  stretchOffTheMap: assumed(1000, 200, 5000, "m", "a runner leaves the mapped ways about once in so many metres"),
  wayBackToTheMap: assumed(100, 30, 300, "m", "and is back after about so many"),
  junctionTurn: assumed(0.5, 0.2, 0.8, "1", "share of junctions at which a runner takes another way"),
  straightOver: assumed(20_000, 5000, 100_000, "m", "a runner changes over between ways that do not meet about once in so many metres"),
} as const satisfies Readonly<Record<string, Figure>>;
