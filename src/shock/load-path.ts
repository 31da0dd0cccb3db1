import { discLevels } from "../domain/index.ts";
import { followFootfall, footfallWave, type DirectFootfall, type FootfallSetting } from "./direct-footfall.ts";

/** A way from footfalls to what they load: the direct one for a single footfall, the fast one for a whole run. */
export interface LoadPath {
  readonly setting: FootfallSetting;
  /** Writes one footfall's figures [body weights] to `into`, in the order of `pathFigures`. */
  follow(isWalking: boolean, speed: number, slope: number, groundContactTime: number, stepTime: number, into: Float64Array): void;
  /** First maximum of a running footfall's force [body weights]; NaN where it merges into the rise. */
  impactPeak(speed: number, slope: number, groundContactTime: number, stepTime: number): number;
}

/** Where each figure lies: largest force carried at each disc from the uppermost, active peak. */
export const pathFigures = { carried: 0, activePeak: discLevels.length, count: discLevels.length + 1 } as const;

/** The path of one footfall that was followed directly. */
export function pathOf(setting: FootfallSetting, { carried, activePeak, impactPeak }: DirectFootfall): LoadPath {
  return {
    setting,
    follow(_isWalking, _speed, _slope, _groundContactTime, _stepTime, into) {
      into.set(carried.peaks, pathFigures.carried);
      into[pathFigures.activePeak] = activePeak;
    },
    impactPeak: () => impactPeak ?? NaN,
  };
}

/** Every footfall followed from the ground to the discs: the reference. */
export function directPath(setting: FootfallSetting): LoadPath {
  return {
    setting,
    follow(isWalking, speed, slope, groundContactTime, stepTime, into) {
      const { carried, activePeak } = followFootfall(setting, { gait: isWalking ? "walk" : "run", speed, slope, groundContactTime, stepTime });
      into.set(carried.peaks, pathFigures.carried);
      into[pathFigures.activePeak] = activePeak;
    },
    impactPeak: (speed, slope, groundContactTime, stepTime) => footfallWave(setting, { gait: "run", speed, slope, groundContactTime, stepTime }).impactPeak?.force ?? NaN,
  };
}
