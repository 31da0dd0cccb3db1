import { remembered } from "../../numerics/index.ts";
import type { FootfallSetting } from "../direct-footfall.ts";
import type { LoadPath } from "../load-path.ts";
import { impactTable, type ImpactTable } from "./impact-table.ts";
import { runningTable } from "./running-table.ts";
import { walkingTable } from "./walking-table.ts";

/** The fast path, with the number of footfalls it has followed directly to fill its tables. */
export interface FastPath extends LoadPath {
  readonly worked: number;
}

/** Tables of a runner in some shoes on some surfaces. */
const mostKept = 24;
/**
 * Step of the stiffness underfoot within which settings share their tables, on its logarithm [1]: a first peak moves by a sixth of that, the rest by less, and a shoe
 * a little more worn need not fill tables of its own.
 */
const sameUnderfoot = 0.02;

const keyOf = (setting: FootfallSetting): string => JSON.stringify(setting);
const loadTables = remembered(mostKept, keyOf, (setting) => ({ running: runningTable(setting), walking: walkingTable(setting) }));
const impactTables = remembered(mostKept, keyOf, impactTable);

/** The path of a setting; its tables stay filled from run to run, and those longest unused are forgotten. */
export function fastPath(setting: FootfallSetting): FastPath {
  const shared = { ...setting, stiffnessRatio: Math.exp(sameUnderfoot * Math.round(Math.log(setting.stiffnessRatio) / sameUnderfoot)) };
  const { running, walking } = loadTables(shared);
  let impacts: ImpactTable | undefined;
  return {
    setting,
    follow(isWalking, speed, slope, groundContactTime, stepTime, into) {
      if (isWalking) walking.follow(speed, groundContactTime, stepTime, into);
      else running.follow(speed, slope, groundContactTime, stepTime, into);
    },
    impactPeak: (...timing) => (impacts ??= impactTables(shared)).peakOf(...timing),
    get worked() {
      return running.grid.worked + walking.grid.worked;
    },
  };
}
