import { figuresFromData, type DataFigure, type MeasuredData } from "./figures-from-data.ts";
import { modelVersion } from "./model-version.ts";
import { adaptationTargets } from "./truth/adaptation.ts";
import { benchmarkTargets } from "./truth/benchmarks.ts";
import { contestedTargets } from "./truth/contested.ts";
import { diaryTargets } from "./truth/diary.ts";
import { forcePlateTargets } from "./truth/force-plates.ts";
import { guardTargets, type ShippedText } from "./truth/guards.ts";
import { untestableTargets } from "./truth/not-yet.ts";
import { solverTargets } from "./truth/solver-checks.ts";
import { judge, type TruthRow, type TruthTable } from "./truth/target.ts";
import { transmissionTargets } from "./truth/transmission.ts";
import { verificationTargets } from "./truth/verification.ts";

/** Model against published result, row by row. */
export interface TruthReport {
  readonly modelVersion: string;
  readonly gate: { readonly passed: boolean; readonly needed: number; readonly got: number; readonly mandatoryMissing: readonly string[] };
  readonly rows: readonly TruthRow[];
  readonly data: readonly DataFigure[];
}

const neededBenchmarks = 17;
const mandatoryBenchmarks = ["B10", "B17", "B22", "B26"] as const;

/** What lies outside the library: real recordings, and the texts Footfall shows; each may be absent. */
export interface TruthEvidence {
  readonly measured?: MeasuredData;
  readonly texts?: readonly ShippedText[];
}

/** Holds the model against every published target, against real recordings and the words shown against what may be said. */
export function runTruth({ measured = {}, texts }: TruthEvidence = {}): TruthReport {
  const rows = [...forcePlateTargets(measured), ...adaptationTargets(), ...guardTargets(texts ?? null), ...verificationTargets(), ...solverTargets(), ...benchmarkTargets(), ...transmissionTargets(), ...contestedTargets(), ...diaryTargets(), ...untestableTargets()].map(judge).sort(byTableAndNumber);
  const passes = (id: string): boolean => {
    const figures = rows.filter((row) => row.id === id && !row.calibration);
    return figures.length > 0 && figures.every((row) => row.status === "pass");
  };
  const idsOf = (table: TruthTable): string[] => [...new Set(rows.filter((row) => row.table === table && row.gated).map((row) => row.id))];
  const exact = [...idsOf("V"), ...rows.filter((row) => row.table === "V").map((row) => row.id), ...idsOf("C"), ...idsOf("N")];
  const shoe = passes("B12") || passes("B13") ? [] : ["B12 or B13"];
  const mandatoryMissing = [...new Set([...exact, ...mandatoryBenchmarks].filter((id) => !passes(id))), ...shoe];
  const got = idsOf("B").filter((id) => passes(id)).length;
  return { modelVersion, gate: { passed: got >= neededBenchmarks && mandatoryMissing.length === 0, needed: neededBenchmarks, got, mandatoryMissing }, rows, data: figuresFromData(measured) };
}

const tables: readonly TruthTable[] = ["V", "B", "C", "W", "N"];

function byTableAndNumber(one: TruthRow, other: TruthRow): number {
  return tables.indexOf(one.table) - tables.indexOf(other.table) || Number(one.id.slice(1)) - Number(other.id.slice(1));
}
