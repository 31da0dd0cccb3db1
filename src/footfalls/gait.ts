import { gaits, type Body, type Gait } from "../domain/index.ts";
import { gravity, transitionFroudeNumber } from "../literature/index.ts";

/** Above this a running gait is a sprint [m/s]; our convention. */
export const slowestSprint = 7;

/** Below this a running gait is a jog [m/s]; our convention. */
const fastestJog = 2.5;

/** The running gait at a speed [m/s]. */
export function runningGait(speed: number): Exclude<Gait, "walk"> {
  return speed < fastestJog ? "jog" : speed > slowestSprint ? "sprint" : "run";
}

const codes = { jog: gaits.indexOf("jog"), run: gaits.indexOf("run"), sprint: gaits.indexOf("sprint") } as const;

/** Its place among the gaits. */
export function runningGaitCode(speed: number): number {
  return speed < fastestJog ? codes.jog : speed > slowestSprint ? codes.sprint : codes.run;
}

/** Speed at which people of this size change from walk to run [m/s]. */
export function transitionSpeed(body: Body): number {
  return Math.sqrt(transitionFroudeNumber.value * gravity * body.legLength);
}
