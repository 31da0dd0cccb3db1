import { gravity, pivotHeightShare } from "../literature/index.ts";
import { leverGain } from "./lumbar-lever.ts";

/** Which way the ground force leans in a contact, seen from the side. */
export interface ForceLine {
  /** Fore–aft over vertical force at a time after initial contact [1]: forward positive, so negative while the foot brakes. */
  tangentAt(time: number): number;
}

/** What a footfall's line of force depends on. */
export interface ForceLineInput {
  /** Stature [m]. */
  readonly height: number;
  /** Speed over ground [m/s]. */
  readonly speed: number;
  /** Centroid of the foot's vertical force after initial contact [s]. */
  readonly centroidTime: number;
  /** Gain of speed from step to step [m/s²]; 0 in a steady gait. */
  readonly acceleration: number;
}

/**
 * Line of the ground force in a footfall: tan φ = v·(t − t̄)/H + a/g.
 *
 * The force points from the foot, which the body passes at speed v, to a point at height H above it; t̄ the centroid of the vertical force, so that what the foot
 * brakes it gives back and a steady gait stays steady, and a the gain of speed, for which the whole force leans forward. One height serves all of a contact:
 * fore–aft force of one runner at 2.5 and 4.5 m/s is met with R² 0.95 and 0.96 (H = 0.68 and 0.61 of stature; the foot's rolling is in it).
 * Leaves out: the first 20 ms of the impact, wind, and that walkers' forces meet above the centre of mass, runners' below it
 * (Wagner 2024, doi 10.3389/fbioe.2024.1286644). On a slope v and φ stand against the vertical.
 */
export function lineOfForce({ height, speed, centroidTime, acceleration }: ForceLineInput): ForceLine {
  const pivot = pivotHeightShare.value * height;
  return { tangentAt: (time) => (speed * (time - centroidTime)) / pivot + acceleration / gravity };
}

/** Trunk lean against a force that leans by `tangent` [degrees]. */
export function leanAgainst(leanDegrees: number, tangent: number): number {
  return leanDegrees - (Math.atan(tangent) * 180) / Math.PI;
}

/** Vertical force [body weights] that presses the discs as much as one of this vertical and fore–aft part does. */
export type Pressing = (vertical: number, foreAft: number) => number;

/** How force presses the discs of a trunk held so: worked out for L3-L4 and taken for all; at 15° the levels differ by 3 %. */
export function pressingOn(leanDegrees: number, height: number): Pressing {
  const gain = leverGain("L3-L4", height);
  const upright = gain(leanDegrees);
  return (vertical, foreAft) => (vertical <= 0 ? 0 : (Math.sqrt(vertical * vertical + foreAft * foreAft) * gain(leanAgainst(leanDegrees, foreAft / vertical))) / upright);
}

/** Fore–aft and vertical force of both feet in walking, at a time after the later one's contact [body weights]. */
export function bothFeet(forceAt: (time: number) => number, line: ForceLine, stepTime: number, time: number): { readonly vertical: number; readonly foreAft: number } {
  const [later, earlier] = [forceAt(time), forceAt(time + stepTime)];
  return { vertical: later + earlier, foreAft: later * line.tangentAt(time) + earlier * line.tangentAt(time + stepTime) };
}
