import { modelContacts } from "./model-contacts.ts";
import { simulateFootfall } from "./simulate.ts";
import type { DataFigure } from "./truth.ts";

/** One runner at one speed on a force-measuring treadmill. */
export interface MeasuredTrial {
  /** [m/s] */
  readonly speed: number;
  /** [Hz] */
  readonly stepRate: number;
  /** [s] */
  readonly groundContactTime: number;
  /** Active peak [body weights] */
  readonly peakVerticalForce: number;
  /** [kg] */
  readonly mass: number;
  readonly sex: "female" | "male";
}

/** A record of vertical force [N] of a runner of known mass [kg]. */
export interface ForceRecord {
  readonly force: Float64Array;
  readonly sampleRate: number;
  readonly mass: number;
  readonly speed: number | undefined;
}

/** What the model reaches on measured trials: contact time, peak force without and with contact time told, and whether the bands hold. */
export function figuresOfTrials(set: string, trials: readonly MeasuredTrial[]): readonly DataFigure[] {
  const halfSine = (contact: number, stepRate: number): number => Math.PI / 2 / (stepRate * contact);
  const rows = trials.map(({ speed, stepRate, groundContactTime, peakVerticalForce, mass, sex }) => {
    const blind = simulateFootfall({ speed, stepRate, mass, sex });
    const timed = simulateFootfall({ speed, stepRate, mass, sex, groundContactTime });
    const within = ({ low, high }: { readonly low: number; readonly high: number }, value: number): number => (value >= low && value <= high ? 1 : 0);
    return {
      contact: blind.groundContactTime.value - groundContactTime,
      peak: blind.peakVerticalForce.value - peakVerticalForce,
      peakOfHalfSine: halfSine(blind.groundContactTime.value, stepRate) - peakVerticalForce,
      timedPeak: timed.peakVerticalForce.value - peakVerticalForce,
      timedPeakOfHalfSine: halfSine(groundContactTime, stepRate) - peakVerticalForce,
      contactHeld: within(blind.groundContactTime, groundContactTime),
      peakHeld: within(blind.peakVerticalForce, peakVerticalForce),
    };
  });
  const figure = (measure: string, value: number, unit: string, baseline: number | null, isReached: boolean | null): DataFigure =>
    ({ set, measure, value, unit, baseline, status: isReached === null ? "reported" : isReached ? "pass" : "fail" });
  const contact = rootMeanSquare(rows.map((row) => row.contact));
  const timedPeak = rootMeanSquare(rows.map((row) => row.timedPeak));
  return [
    figure("ground contact time from speed, step rate and mass, RMSE", contact, "s", null, contact <= 0.015),
    figure("peak vertical force from speed, step rate and mass, RMSE", rootMeanSquare(rows.map((row) => row.peak)), "bodyWeight", rootMeanSquare(rows.map((row) => row.peakOfHalfSine)), null),
    figure("peak vertical force with contact time told, RMSE", timedPeak, "bodyWeight", rootMeanSquare(rows.map((row) => row.timedPeakOfHalfSine)), timedPeak <= 0.14),
    figure("trials within the 90 % band of contact time", mean(rows.map((row) => row.contactHeld)), "1", null, null),
    figure("trials within the 90 % band of peak vertical force", mean(rows.map((row) => row.peakHeld)), "1", null, null),
  ];
}

/** What the model reaches on every complete contact of force records, told nothing but the contacts' timing. */
export function figuresOfForce(set: string, records: readonly ForceRecord[]): readonly DataFigure[] {
  const models = records.flatMap(({ force, sampleRate, mass, speed }) => modelContacts(force, sampleRate, mass, speed).flatMap(({ model }) => (model ? [model] : [])));
  if (models.length === 0) return [];
  const rSquared = mean(models.map((model) => model.rSquared));
  return [
    { set, measure: `R² of the force through ${models.length} contacts, mean`, value: rSquared, unit: "1", baseline: mean(models.map((model) => model.halfSine.rSquared)), status: rSquared >= 0.9 ? "pass" : "fail" },
    {
      set, measure: `peak vertical force of ${models.length} contacts, RMSE`, value: rootMeanSquare(models.map((model) => model.peakErrorBodyWeights)), unit: "bodyWeight",
      baseline: rootMeanSquare(models.map((model) => model.halfSine.peakErrorBodyWeights)), status: "reported",
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}
