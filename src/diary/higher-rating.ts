import { ordinalLogistic, residual } from "../numerics/index.ts";
import type { OddsRatio } from "./case-crossover.ts";
import { dayRows, lags } from "./day-rows.ts";
import type { Diary } from "./diary.ts";
import { columnOf, heldColumns, lagModel, takeAt } from "./link-model.ts";

/**
 * Odds ratio of a higher rating in the 24 hours from a run, everything else held constant, by ranks alone: whether the verdict in points hangs on taking ratings for
 * distances. A proportional-odds model; its interval does not allow for days of a week being alike. Null where the diary does not bound it.
 */
export function oddsOfHigherRating(diary: Diary): Pick<OddsRatio, "value" | "low" | "high"> | null {
  const rows = dayRows(diary);
  const model = lagModel(rows, lags.findIndex(({ id }) => id === "day"), heldColumns(rows));
  const [, ...held] = model.controls.basis;
  if (model.places.length < 2 * held.length) return null;
  const ran = columnOf(rows, ({ runs }) => (runs.length > 0 ? 1 : 0));
  const fit = ordinalLogistic([...model.outcome].map(Math.round), [residual(model.controls, takeAt(ran, model.places)), ...held]);
  const [effect = NaN, error = NaN] = [fit?.effects[0], fit?.standardErrors[0]];
  if (!Number.isFinite(effect) || !Number.isFinite(error)) return null;
  return { value: Math.exp(effect), low: Math.exp(effect - 1.959963985 * error), high: Math.exp(effect + 1.959963985 * error) };
}
