import { discLevels } from "../domain/index.ts";
import { directFootfall, type DirectFootfall, type FootfallSetting } from "./direct-footfall.ts";

/** A way from footfalls to what they load: the direct one for a single footfall, the fast one for a whole run. */
export interface LoadPath {
  readonly setting: FootfallSetting;
  /** Writes one footfall's figures [body weights] to `into`, in the order of `pathFigures`. */
  follow(isWalking: boolean, speed: number, slope: number, groundContactTime: number, stepTime: number, into: Float64Array): void;
}

/** Where each figure lies: largest force carried at each disc from the uppermost, active peak, impact peak (NaN where it merges into the rise). */
export const pathFigures = { carried: 0, activePeak: discLevels.length, impactPeak: discLevels.length + 1, count: discLevels.length + 2 } as const;

/** Writes a footfall followed directly to `into`, in the order of `pathFigures`. */
export function writeFigures({ carried, activePeak, impactPeak }: DirectFootfall, into: Float64Array): void {
  into.set(carried.peaks, pathFigures.carried);
  into[pathFigures.activePeak] = activePeak;
  into[pathFigures.impactPeak] = impactPeak ?? NaN;
}

/** Every footfall followed from the ground to the discs: the reference. */
export function directPath(setting: FootfallSetting): LoadPath {
  return {
    setting,
    follow(isWalking, speed, slope, groundContactTime, stepTime, into) {
      writeFigures(directFootfall(setting, { gait: isWalking ? "walk" : "run", speed, slope, groundContactTime, stepTime }), into);
    },
  };
}
