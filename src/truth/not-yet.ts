import type { Target, TruthTable } from "./target.ts";

/** Rows the model has no part for: listed, with the reason, never quietly passed. */
export const untestableTargets: readonly Target[] = [
  ...rows("B", "its line excludes other rows: another definition of peak", ["B4"], false),
  ...rows("B", "the cells of the source were not seen", ["B5", "B25"], false),
  ...rows("B", "needs the force plate recordings: give them with --data", ["B6"]),
  ...rows("B", "step rate does not yet act on leg stiffness in the simulated runner", ["B9"]),
  ...rows("B", "surface and shoe act on the impact alone, not yet on the leg or on a tester", ["B10", "B28"]),
  ...rows("B", "the leg does not yet adapt to the surface", ["B11"], false),
  ...rows("B", "acceleration on the way from foot to head is not modelled yet", ["B14", "B15", "B16", "B17", "B18", "B19", "B20"]),
  ...rows("B", "acceleration on the way from foot to head is not modelled yet", ["B21"], false),
  ...rows("B", "creep of the discs is not modelled yet", ["B26"]),
  ...rows("B", "creep of the discs is not modelled yet", ["B27"], false),
  ...rows("B", "knee load, fatigue and trunk weakness have no part in the model", ["B29", "B30", "B34"], false),
  ...rows("C", "the model makes no such comparison yet", ["C2", "C5", "C6"]),
  ...rows("W", "no accelerometer is read yet", ["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W9", "W10", "W11", "W12"], false),
  ...rows("N", "the app makes no such statement yet", ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9"]),
];

function rows(table: TruthTable, reason: string, ids: readonly string[], gated = true): Target[] {
  return ids.map((id) => ({
    id, part: null, table, condition: "-", expected: null, low: null, high: null, unit: "-", source: null, gated, calibration: false, got: () => ({ untestable: reason }),
  }));
}
