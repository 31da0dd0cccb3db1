import { csvLine, csvNumber } from "./csv-text.ts";
import { bases, discLevels, feet, footfallMethods, gaits, type BandedColumn, type DiscLevel } from "./domain/index.ts";
import type { RunAnalysis } from "./run-analysis.ts";

const rowsAtOnce = 500;

type Column = readonly [name: string, of: (analysis: RunAnalysis) => BandedColumn];

const ofFootfalls = ["speed", "slope", "stepRate", "stepLength", "groundContactTime", "flightTime", "verticalOscillation", "dutyFactor"] as const;
const ofLoads = ["peakVerticalForceBodyWeights", "impulse", "verticalStiffness", "legStiffness", "legCompression"] as const;

/** Columns of numbers; each is followed by its band and how it was come by. */
const columns: readonly Column[] = [
  ...ofFootfalls.map((name): Column => [name, ({ footfalls }) => footfalls[name]]),
  ...ofLoads.map((name): Column => [name, ({ loads }) => loads[name]]),
  ...discLevels.map((level): Column => [`peakCompression${level.replace("-", "")}BodyWeights`, ({ loads }) => loads.peakCompressionBodyWeights[level]]),
  ...discLevels.map((level): Column => [`compressionImpulse${level.replace("-", "")}`, (analysis) => compressionImpulse(analysis, level)]),
];

/** Integral of a disc's compression over each step [N s]. */
function compressionImpulse({ footfalls, loads }: RunAnalysis, level: DiscLevel): BandedColumn {
  const { value, low, high } = loads.meanCompression[level];
  const times = (force: number): Float64Array => footfalls.stepRate.value.map((rate) => force / rate);
  return { value: times(value), low: times(low), high: times(high), basis: loads.peakCompressionBodyWeights[level].basis };
}

/** The header line of a table of footfalls. */
export function footfallsHeader(): string {
  return csvLine(["file", "recording", "footfall", "time", "foot", "gait", "method", ...columns.flatMap(([name]) => [name, `${name}Low`, `${name}High`, `${name}Basis`])]);
}

/** One line per footfall, some hundred at a time. */
export function* footfallRows(file: string, recording: number, analysis: RunAnalysis): Generator<string> {
  const { footfalls } = analysis;
  const banded = columns.map(([, of]) => of(analysis));
  for (let start = 0; start < footfalls.length; start += rowsAtOnce) {
    let text = "";
    for (let row = start; row < Math.min(start + rowsAtOnce, footfalls.length); row += 1) {
      text += csvLine([
        file, String(recording), String(row), csvNumber(footfalls.time[row]),
        feet[footfalls.foot[row] ?? 0] ?? "", gaits[footfalls.gait[row] ?? 0] ?? "", footfallMethods[footfalls.method[row] ?? 0] ?? "",
        ...banded.flatMap(({ value, low, high, basis }) => [csvNumber(value[row]), csvNumber(low[row]), csvNumber(high[row]), Number.isNaN(value[row]) ? "" : bases[basis[row] ?? -1] ?? ""]),
      ]);
    }
    yield text;
  }
}
