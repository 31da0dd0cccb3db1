import type { GridAxis } from "../../numerics/index.ts";
import type { FootfallTiming } from "../direct-footfall.ts";

/** Directions of the tables of running footfalls: contacts per second of contact, step over contact time, half the contact length over the leg, rise over run. */
export const runningAxes: readonly GridAxis[] = [axis(1.6, 12.5, 0.6), axis(1, 3.5, 0.17), axis(0, 2, 0.06), axis(-0.4, 0.4, 0.08)];

function axis(start: number, end: number, step: number): GridAxis {
  return { start, step, count: Math.ceil((end - start) / step) + 1 };
}

/** Where a footfall stands in them. */
export function writePlace(speed: number, slope: number, groundContactTime: number, stepTime: number, legLength: number, place: Float64Array): void {
  place[0] = 1 / groundContactTime;
  place[1] = stepTime / groundContactTime;
  place[2] = (speed * groundContactTime) / (2 * legLength);
  place[3] = slope;
}

/** The footfall of a place. */
export function timingAt([contactRate = 0, stepOverContact = 0, contactLength = 0, slope = 0]: Float64Array, legLength: number): FootfallTiming {
  const groundContactTime = 1 / contactRate;
  return { gait: "run", speed: 2 * contactLength * legLength * contactRate, slope, groundContactTime, stepTime: stepOverContact * groundContactTime };
}
