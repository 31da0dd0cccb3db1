import { completeBody } from "./complete-body.ts";
import type { Gait, Quantity } from "./domain/index.ts";
import { typicalCell, type FootfallCell } from "./footfall-cells.ts";
import { predictWalkingStepRate, runningGait, walkingDutyFactorAt } from "./footfalls/index.ts";
import { gravity, stepRateSpread } from "./literature/index.ts";
import { changedCell, type WhatIfChange } from "./what-if-change.ts";
import { stateOf, tellLoads, type DiscWhatIf, type DoseLaw, type WhatIfBaseline } from "./what-if.ts";
import { pairedLoads, type Step } from "./what-if-loads.ts";

/** What load is told against. */
export const relationNames = ["speed", "stepRate", "slope"] as const;

export type RelationName = (typeof relationNames)[number];

/** The load of L5-S1 at one place along a relation. */
export interface RelationPoint {
  /** Speed [m/s], step rate [Hz] or slope [1]. */
  readonly at: number;
  readonly gait: Gait;
  /** Largest compression in a footfall [body weights]. */
  readonly footfall: Quantity;
  /** Load of a kilometre against that of the typical footfall of now [%], by each way of counting; bands paired. */
  readonly perKilometre: Readonly<Record<DoseLaw, Quantity>>;
}

/** How this runner's load goes with one thing, the rest following as it does in runners. */
export interface RunnerRelation {
  readonly name: RelationName;
  /** Where the typical footfall is. */
  readonly now: number;
  /** Walking first, where it is told. */
  readonly points: readonly RelationPoint[];
}

const steps = (from: number, to: number, count: number): readonly number[] => Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

/**
 * One of the runner's own relations: the model for this body and this runner's own timing, moved by the published relations. Null where nothing was run.
 * Walking and running stand on the same axes: at 2 m/s a person does either, and the lowest disc then carries about as much, since a walker's force leans against the trunk.
 */
export function runnerRelation(baseline: WhatIfBaseline, name: RelationName): RunnerRelation | null {
  const typical = typicalCell(baseline.cells.filter(({ isWalking }) => !isWalking));
  if (!typical) return null;
  const level = { ...baseline, cells: [name === "slope" ? { ...typical, slope: 0 } : typical] };
  const now = level.cells[0]!;
  const running = (at: number, change: WhatIfChange): RelationPoint => pointOf(level, changedCell(now, change, completeBody(baseline.runner)), at, name, name === "slope" ? at : 0);
  if (name === "stepRate") return { name, now: now.stepRate, points: steps(0.9, 1.1, 11).map((stepRate) => running(now.stepRate * stepRate, { stepRate })) };
  if (name === "slope") return { name, now: 0, points: steps(-0.1, 0.1, 11).map((slope) => running(slope, { slope })) };
  const fastest = Math.max(5, 1.3 * now.speed);
  return {
    name, now: now.speed,
    points: [...steps(1, 2.2, 7).map((speed) => pointOf(level, walkingCell(now, speed), speed, name, 0)), ...steps(1.8, fastest, 13).map((speed) => running(speed, { speed: speed / now.speed }))],
  };
}

/** The same person walking, by the usual relations of walkers. */
function walkingCell(cell: FootfallCell, speed: number): FootfallCell {
  const stepRate = predictWalkingStepRate(speed);
  return { ...cell, isWalking: true, speed, stepRate, groundContactTime: (2 * walkingDutyFactorAt(speed)) / stepRate, stepRateSpread: stepRateSpread.value, groundContactTimeSpread: stepRateSpread.value };
}

function pointOf(baseline: WhatIfBaseline, cell: FootfallCell, at: number, by: RelationName, slopeAdded: number): RelationPoint {
  const first = stateOf(baseline);
  const moved: readonly Step[] = [{ by, state: { ...first, cells: [cell] }, slopeAdded }];
  const disc: DiscWhatIf = tellLoads(pairedLoads(first, moved), first.body.mass * gravity).find(({ level }) => level === "L5-S1")!;
  const { sum, exponent2, exponent6, exponent9 } = disc.perKilometre;
  return {
    at, gait: cell.isWalking ? "walk" : runningGait(cell.speed), footfall: disc.footfall.after,
    perKilometre: { sum: sum.change, exponent2: exponent2.change, exponent6: exponent6.change, exponent9: exponent9.change },
  };
}

/** The place a run has among a relation's points: its typical footfall's, and its kilometre against the typical one. */
export interface RunOnRelation {
  readonly at: number;
  readonly footfall: number;
  readonly perKilometre: number;
}

/** Where some footfalls stand on a relation; null where none of them ran. */
export function placeOnRelation(baseline: WhatIfBaseline, cells: readonly FootfallCell[], name: RelationName): RunOnRelation | null {
  const [usual, typical] = [typicalCell(baseline.cells.filter(({ isWalking }) => !isWalking)), typicalCell(cells.filter(({ isWalking }) => !isWalking))];
  if (!usual || !typical) return null;
  const first = stateOf({ ...baseline, cells: [usual] });
  const [, after] = pairedLoads(first, [{ by: "rest", state: { ...first, cells: [typical] }, slopeAdded: 0 }]).central;
  const [before] = pairedLoads(first, []).central;
  return { at: typical[name], footfall: after.typical["L5-S1"] / (first.body.mass * gravity), perKilometre: 100 * (after.perKilometre["L5-S1"].sum / before.perKilometre["L5-S1"].sum - 1) };
}

