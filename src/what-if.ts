import { completeBody } from "./complete-body.ts";
import { evidenceOf, type ChangeEvidence, type EvidenceKind } from "./compare-evidence.ts";
import type { DifferenceVerdict } from "./compare.ts";
import { discLevels, type DiscLevel, type Quantity, type Runner } from "./domain/index.ts";
import type { FootfallCell } from "./footfall-cells.ts";
import { ConditionError } from "./footfall-condition.ts";
import { gravity } from "./literature/index.ts";
import { quantile } from "./numerics/index.ts";
import { trunkLeanOf } from "./shock/index.ts";
import { changedBody, changedCell, checkChange, type WhatIfChange } from "./what-if-change.ts";
import { doseLaws, pairedLoads, toldSpread, type DoseLaw, type Loads, type LoadedState, type PairedLoads, type Step } from "./what-if-loads.ts";

/** A runner and what was run: the ground every "what if" stands on. */
export interface WhatIfBaseline {
  readonly runner: Runner;
  /** Told by the runner [degrees]; null where not told. */
  readonly trunkLeanDegrees: number | null;
  /** Angle L1–S1 [degrees]; null where not known. */
  readonly lordosisDegrees: number | null;
  readonly cells: readonly FootfallCell[];
}

/** A load before and after. */
export interface LoadChange {
  readonly before: Quantity;
  readonly after: Quantity;
  /** After over before, less one [%], its band paired. */
  readonly change: Quantity;
  readonly verdict: DifferenceVerdict;
}

/** One disc's loads. */
export interface DiscWhatIf {
  readonly level: DiscLevel;
  /** Largest compression in a typical footfall, in multiples of the body weight of now. */
  readonly footfall: LoadChange;
  /** Load of a kilometre [N]: the plain sum of its peaks, and under each contested exponent the single load that would count the same. */
  readonly perKilometre: Readonly<Record<DoseLaw, LoadChange>>;
}

/** What a change would do to the discs. */
export interface WhatIf {
  readonly change: WhatIfChange;
  readonly footfallsPerKilometre: { readonly before: number; readonly after: number };
  readonly discs: readonly DiscWhatIf[];
  /** What is known about each thing changed; empty where nothing was. */
  readonly evidence: readonly ChangeEvidence[];
  /** The weakest of it. */
  readonly evidenceKind: EvidenceKind;
}

/** What the discs would carry had it been otherwise; throws ConditionError in words where that cannot be meant. */
export function whatIf(baseline: WhatIfBaseline, change: WhatIfChange): WhatIf {
  if (baseline.cells.length === 0) throw new ConditionError("there is no footfall to change: nothing was run here, or nothing could be reconstructed");
  const first = stateOf(baseline);
  checkChange(change, { leanDegrees: first.lean.degrees, mass: first.body.mass });
  const steps = stepsOf(first, baseline, change);
  const last = steps.at(-1)?.state ?? first;
  const evidence = evidenceFor(change);
  return {
    change,
    footfallsPerKilometre: { before: perKilometre(first.cells), after: perKilometre(last.cells) },
    discs: tellLoads(pairedLoads(first, steps), first.body.mass * gravity),
    evidence, evidenceKind: weakest(evidence),
  };
}

/** The cells as they were. */
export function stateOf({ runner, trunkLeanDegrees, lordosisDegrees, cells }: WhatIfBaseline): LoadedState {
  return { cells, body: completeBody(runner), lean: trunkLeanOf(trunkLeanDegrees), lordosisDegrees, otherShoeSpread: null };
}

/** Each disc's loads with their bands from the draws; `weight` of the body of now [N]. */
export function tellLoads({ central: [before, after], drawn }: PairedLoads, weight: number): readonly DiscWhatIf[] {
  const told = (pick: (loads: Loads) => number, unit: string, per: number): LoadChange => {
    const band = (value: number, values: readonly number[], bandUnit: string): Quantity => ({ value, low: Math.min(value, quantile(values, 0.05)), high: Math.max(value, quantile(values, 0.95)), unit: bandUnit, basis: "simulated" });
    const percent = (from: number, to: number): number => 100 * (to / from - 1);
    const change = band(percent(pick(before), pick(after)), drawn.map(([one, other]) => percent(pick(one), pick(other))), "%");
    return {
      before: band(pick(before) / per, drawn.map(([one]) => pick(one) / per), unit), after: band(pick(after) / per, drawn.map(([, other]) => pick(other) / per), unit),
      change, verdict: verdictOf(change),
    };
  };
  return discLevels.map((level) => {
    const law = (name: DoseLaw): LoadChange => told((loads) => loads.perKilometre[level][name], "N", 1);
    return {
      level, footfall: told((loads) => loads.typical[level], "bodyWeight", weight),
      perKilometre: { sum: law("sum"), exponent2: law("exponent2"), exponent6: law("exponent6"), exponent9: law("exponent9") },
    };
  });
}

export { doseLaws, type DoseLaw };

/** Less than this counts as nothing [%]; a side is claimed only where all of the band is beyond it. */
const nothing = 1;

function verdictOf({ low, high }: Quantity): DifferenceVerdict {
  if (low > -nothing && high < nothing) return "same";
  return low > nothing ? "higher" : high < -nothing ? "lower" : "cannot tell";
}

/** One thing after the other, the runner's own ways first; lean and what is underfoot come last, they change no timing. */
function stepsOf(first: LoadedState, { runner }: WhatIfBaseline, change: WhatIfChange): readonly Step[] {
  const steps: Step[] = [];
  const add = (by: Step["by"], make: (state: LoadedState) => LoadedState, slopeAdded = 0): void => {
    steps.push({ by, state: make(steps.at(-1)?.state ?? first), slopeAdded });
  };
  const { speed = 1, stepRate = 1, slope = 0, mass = 0, leanDegrees = 0 } = change;
  const moved = (part: WhatIfChange) => (state: LoadedState): LoadedState => ({ ...state, cells: state.cells.map((cell) => changedCell(cell, part, state.body)) });
  if (speed !== 1) add("speed", moved({ speed }));
  if (stepRate !== 1) add("stepRate", moved({ stepRate }));
  if (slope !== 0) add("slope", moved({ slope }), slope);
  if (mass !== 0) add("mass", (state) => ({ ...state, body: changedBody(runner, mass) }));
  const { shoeStiffnessNewtonsPerMillimetre: stiffness, shoeStiffnessSpread: spread, shoeDistanceKilometres: worn, surface } = change;
  if (leanDegrees !== 0 || stiffness !== undefined || worn !== undefined || surface !== undefined) {
    add("rest", (state) => ({
      ...state, otherShoeSpread: stiffness === undefined ? null : spread ?? toldSpread, lean: { ...state.lean, degrees: state.lean.degrees + leanDegrees },
      cells: state.cells.map((cell) => ({ ...cell, shoeStiffnessNewtonsPerMillimetre: stiffness ?? cell.shoeStiffnessNewtonsPerMillimetre, shoeDistance: worn === undefined ? cell.shoeDistance : 1000 * worn, surface: surface ?? cell.surface })),
    }));
  }
  return steps;
}

const kinds: readonly EvidenceKind[] = ["supported", "thin", "hypothesis", "mixed"];
const weakest = (evidence: readonly ChangeEvidence[]): EvidenceKind => kinds[Math.max(0, ...evidence.map(({ kind }) => kinds.indexOf(kind)))] ?? "supported";

function evidenceFor({ speed = 1, stepRate = 1, slope = 0, mass = 0, leanDegrees = 0, shoeStiffnessNewtonsPerMillimetre, shoeDistanceKilometres, surface }: WhatIfChange): readonly ChangeEvidence[] {
  return evidenceOf({}, {
    ...(speed === 1 ? {} : { speed }), ...(stepRate === 1 ? {} : { stepRate }), ...(slope === 0 ? {} : { slope }), ...(mass === 0 ? {} : { mass }), ...(leanDegrees === 0 ? {} : { trunkLeanDegrees: leanDegrees }),
    shoeStiffnessNewtonsPerMillimetre, shoeDistanceKilometres, surface,
  });
}

/** Footfalls of a kilometre. */
function perKilometre(cells: readonly FootfallCell[]): number {
  const distance = cells.reduce((sum, { footfalls, speed, stepRate }) => sum + (footfalls * speed) / stepRate, 0);
  return (1000 * cells.reduce((sum, { footfalls }) => sum + footfalls, 0)) / distance;
}
