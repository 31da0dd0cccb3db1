import type { Quantity, Runner, ShoeKind } from "./domain/index.ts";
import { typicalCell, usualCell, type FootfallCell } from "./footfall-cells.ts";
import { shoeKindFigures } from "./literature/index.ts";
import { stiffnessSpread } from "./shoe-stiffness.ts";
import type { WhatIfBaseline } from "./what-if.ts";
import { whatIfRanges, type WhatIfChange } from "./what-if-change.ts";

/** What a "what if" is asked of: one typical footfall, one run, or the last four weeks as they were. */
export const whatIfScopes = ["footfall", "run", "weeks"] as const;

export type WhatIfScope = (typeof whatIfScopes)[number];

/** What was run, and by whom. */
export interface WhatWasRun {
  readonly runner: Runner;
  readonly trunkLeanDegrees: number | null;
  readonly lordosisDegrees: number | null;
  readonly cells: readonly FootfallCell[];
}

/** What is asked of; where nothing was run, a usual footfall, and that is said. */
export function whatIfBaseline({ runner, trunkLeanDegrees, lordosisDegrees, cells }: WhatWasRun, scope: WhatIfScope): { readonly baseline: WhatIfBaseline; readonly isAssumed: boolean } {
  const typical = typicalCell(cells);
  const of = (taken: readonly FootfallCell[]): WhatIfBaseline => ({ runner, trunkLeanDegrees, lordosisDegrees, cells: taken });
  if (typical === null) return { baseline: of([usualCell(runner)]), isAssumed: true };
  return { baseline: of(scope === "footfall" ? [typical] : cells), isAssumed: false };
}

/** A shoe of a kind, as stiff and as worn as such a shoe usually is. */
export function shoeOfKind(kind: ShoeKind): WhatIfChange {
  const { stiffness, distanceBefore } = shoeKindFigures[kind];
  return {
    shoeName: `a ${kind === "minimal" || kind === "racing" || kind === "maximal" ? `${kind} shoe` : kind.replace("-", " ")}`,
    shoeStiffnessNewtonsPerMillimetre: stiffness.value / 1000, shoeStiffnessSpread: stiffnessSpread(stiffness), shoeDistanceKilometres: distanceBefore / 1000,
  };
}

/** A pair of the cabinet, as worn as it is. */
export function shoeOfPair({ name, stiffness, distance }: { readonly name: string; readonly stiffness: Pick<Quantity, "value" | "low" | "high">; readonly distance: number }): WhatIfChange {
  return {
    shoeName: name, shoeStiffnessNewtonsPerMillimetre: stiffness.value / 1000, shoeStiffnessSpread: stiffnessSpread(stiffness),
    shoeDistanceKilometres: Math.min(whatIfRanges.shoeDistanceKilometres.high, Math.round(distance / 1000)),
  };
}
