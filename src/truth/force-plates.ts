import { meanRSquared, type ForceRecord, type MeasuredData } from "../figures-from-data.ts";
import { modelContacts, type ContactModel, type ForceFit, type RunTold } from "../model-contacts.ts";
import { between, type Target } from "./target.ts";

/**
 * B6 on the force plate records at hand: R² of the waveform through each contact, at least 0.90 on average. Ours is a test where nothing but timing and
 * speed is told, because only the foot strikes' shapes were fitted on these two runners; the published two-mass model has its usual inputs, since no limb's
 * deceleration was recorded.
 */
export function forcePlateTargets({ levelForce = [], slopeForce = [] }: MeasuredData): readonly Target[] {
  if (levelForce.length + slopeForce.length === 0) {
    return [b6("-", false, () => ({ untestable: "needs the force plate recordings: give them with --data" }))];
  }
  return [
    ...targetsOf("one forefoot runner", levelForce, false),
    ...targetsOf("one rearfoot runner, slopes", slopeForce, true),
  ];
}

function targetsOf(who: string, records: readonly ForceRecord[], isCalibration: boolean): readonly Target[] {
  if (records.length === 0) return [];
  const modelsOf = (told: (record: ForceRecord) => RunTold): readonly ContactModel[] =>
    records.flatMap((record) => modelContacts(record.force, record.sampleRate, record.mass, told(record)).flatMap(({ model }) => (model ? [model] : [])));
  const reach = (told: (record: ForceRecord) => RunTold, pick: (model: ContactModel) => ForceFit): { readonly value: number } => ({ value: meanRSquared(modelsOf(told), pick) });
  const blind = ({ speed, height, slope }: ForceRecord): RunTold => ({ speed, height, slope });
  return [
    b6(`ours, foot strike not told, ${who}`, isCalibration, () => reach(blind, (model) => model)),
    b6(`ours, foot strike told, ${who}`, true, () => reach((record) => record, (model) => model)),
    b6(`two-mass model, ${who}`, false, () => ({
      ...reach(blind, (model) => model.twoMass),
      note: "its second pulse, a raised cosine, is more pointed than these runners' force whatever the impact's inputs; the paper reaches 0.95 ± 0.04 in 42 runners with the limb's deceleration measured",
    })),
  ];
}

function b6(part: string, calibration: boolean, got: Target["got"]): Target {
  return between(0.9, null, { id: "B6", part: part === "-" ? null : part, table: "B", condition: "R² of the force through each contact of real records, mean", unit: "1", source: "clark-2017", gated: true, calibration, got });
}
