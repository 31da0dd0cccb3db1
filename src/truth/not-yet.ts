import type { Target, TruthTable } from "./target.ts";

/** Rows the model has no part for: listed, with the reason, never quietly passed. */
export const untestableTargets = (): readonly Target[] => [
  ...rows("B", "its line excludes other rows: another definition of peak", ["B4"], false),
  ...rows("B", "the cells of the source were not seen", ["B5", "B25"], false),
  ...rows("B", "knee load, fatigue and trunk weakness have no part in the model", ["B29", "B30", "B34"], false),
  ...rows("W", "no accelerometer is read yet", ["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W9", "W10", "W11", "W12"], false),
];

function rows(table: TruthTable, reason: string, ids: readonly string[], gated = true): Target[] {
  return ids.map((id) => ({
    id, part: null, table, condition: "-", expected: null, low: null, high: null, unit: "-", source: null, gated, calibration: false, got: () => ({ untestable: reason }),
  }));
}
