export { bellWave, type BellWave } from "./bell-wave.ts";
export { twoMassWave, type TwoMassInput, type TwoMassWave } from "./clark-2017.ts";
export { dose, type Dose } from "./dose.ts";
export { byLevel, footfallLoads, trunkLeanOf, type TrunkLean } from "./footfall-loads.ts";
export { forceModelFor, forceModels, type ForceInput, type ForceModel, type ForceWave } from "./force-models.ts";
export { discBands, discLine, type DiscLine } from "./lumbar-lever.ts";
export { sineWave, type SineWave } from "./morin-2005.ts";
export { activePeakRatio, activePeakSpread } from "./peak-force.ts";
export { walkingPeak, walkingPeakSpread, walkingWave } from "./walking-wave.ts";
