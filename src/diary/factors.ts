import type { DayCovariateId } from "../domain/index.ts";
import { covariates } from "./covariates.ts";
import type { DayRow } from "./day-rows.ts";
import { line, shapeOfAnswers, type FactorShape } from "./factor-shape.ts";
import { columnOf } from "./link-model.ts";

/** A factor over all days, as told and as it enters the model. */
export interface Factor {
  readonly id: string;
  readonly isOfRun: boolean;
  /**
   * Whether pain may have had a say in it, as in a run's length or a night's sleep. Of the weather and the day of the cycle it has none: there earlier pain is not held constant,
   * since it would take away what of the effect already shows in it (overadjustment: Schisterman, Cole & Platt 2009).
   */
  readonly mayFollowPain: boolean;
  readonly values: Float64Array;
  readonly shape: FactorShape;
}

/** Everything that was told of runs and days at least once. */
export function factorsOf(rows: readonly DayRow[]): readonly Factor[] {
  return [...runFactors(rows), ...dayFactors(rows)].filter(({ values }) => values.some((value) => !Number.isNaN(value)));
}

/** What each run was like; on days without a run a factor is neither high nor low, it has the runs' mean. */
function runFactors(rows: readonly DayRow[]): readonly Factor[] {
  const told = new Map<string, { readonly sums: Float64Array; readonly counts: Float64Array }>();
  for (const [index, { runs }] of rows.entries()) {
    for (const { factors } of runs) {
      for (const [id, value = NaN] of Object.entries(factors)) {
        const of = told.get(id) ?? { sums: new Float64Array(rows.length), counts: new Float64Array(rows.length) };
        told.set(id, of);
        of.sums[index]! += value;
        of.counts[index]! += 1;
      }
    }
  }
  return [...told].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([id, { sums, counts }]) => {
    const values = sums.map((sum, index) => sum / counts[index]!);
    const mean = meanOf(values.filter((value) => !Number.isNaN(value)));
    return { id, isOfRun: true, mayFollowPain: true, values, shape: line(values, [values.map((value, index) => (rows[index]!.runs.length === 0 ? mean : value))]) };
  });
}

const beyondPain: readonly DayCovariateId[] = ["temperature", "weather", "cycleDay"];

/** What each day was like, a response to pain left out: it comes after. A symptom is earlier pain and held constant, not asked. */
function dayFactors(rows: readonly DayRow[]): readonly Factor[] {
  return covariates.filter(({ role }) => role === "state" || role === "exposure").map(({ id }) => {
    const values = columnOf(rows, ({ answers }) => answers[id] ?? NaN);
    return { id, isOfRun: false, mayFollowPain: !beyondPain.includes(id), values, shape: shapeOfAnswers(id, values, rows) };
  });
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return values.length > 0 ? sum / values.length : NaN;
}
