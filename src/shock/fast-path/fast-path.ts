import type { FootfallSetting } from "../direct-footfall.ts";
import type { LoadPath } from "../load-path.ts";
import { impactTable } from "./impact-table.ts";
import { runningTable } from "./running-table.ts";
import { walkingTable } from "./walking-table.ts";

/** The fast path, with the number of footfalls it has followed directly to fill its tables. */
export interface FastPath extends LoadPath {
  readonly worked: number;
}

/** Settings whose tables are kept: a runner with some shoes on some surfaces. */
const kept = 12;
const paths = new Map<string, FastPath>();

/** The path of a setting; its tables stay filled from run to run, and the setting longest unused is forgotten. */
export function fastPath(setting: FootfallSetting): FastPath {
  const key = JSON.stringify(setting);
  const path = paths.get(key) ?? newFastPath(setting);
  paths.delete(key);
  paths.set(key, path);
  for (const oldest of paths.keys()) {
    if (paths.size <= kept) break;
    paths.delete(oldest);
  }
  return path;
}

function newFastPath(setting: FootfallSetting): FastPath {
  const running = runningTable(setting);
  const walking = walkingTable(setting);
  const impacts = impactTable(setting);
  return {
    setting,
    follow(isWalking, speed, slope, groundContactTime, stepTime, into) {
      if (isWalking) walking.follow(speed, groundContactTime, stepTime, into);
      else running.follow(speed, slope, groundContactTime, stepTime, into);
    },
    impactPeak: (...timing) => impacts.peakOf(...timing),
    get worked() {
      return running.grid.worked + walking.grid.worked;
    },
  };
}
