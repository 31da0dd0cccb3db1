import type { FootfallMethod } from "./moment.ts";
import { runningDynamics } from "./running-dynamics.ts";
import { speedMethod } from "./speed.ts";
import { stepRateAndSpeed } from "./step-rate-and-speed.ts";
import { walking } from "./walking.ts";

/** Every method, asked in this order: best data first. */
export const footfallMethodRegistry: readonly FootfallMethod[] = [runningDynamics, stepRateAndSpeed, speedMethod, walking];
