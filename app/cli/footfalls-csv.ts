import { discLevels, feet, footfallMethods, gaits, type BandedColumn, type RunAnalysis } from "../../src/index.ts";
import { csvLine, csvNumber } from "./csv.ts";

const rowsAtOnce = 500;

type Column = readonly [name: string, of: (analysis: RunAnalysis) => BandedColumn];

const ofFootfalls = ["speed", "slope", "stepRate", "stepLength", "groundContactTime", "flightTime", "verticalOscillation", "dutyFactor"] as const;
const ofLoads = ["peakVerticalForceBodyWeights", "impulse", "verticalStiffness", "legStiffness", "legCompression"] as const;

/** Columns of numbers; each is followed by its band. */
const columns: readonly Column[] = [
  ...ofFootfalls.map((name): Column => [name, ({ footfalls }) => footfalls[name]]),
  ...ofLoads.map((name): Column => [name, ({ loads }) => loads[name]]),
  ...discLevels.map((level): Column => [`peakCompression${level.replace("-", "")}BodyWeights`, ({ loads }) => loads.peakCompressionBodyWeights[level]]),
  ...discLevels.map((level): Column => [`compressionImpulse${level.replace("-", "")}`, ({ loads }) => loads.compressionImpulse[level]]),
];

/** The header line of `analyse --csv`. */
export function footfallsHeader(): string {
  return csvLine(["file", "recording", "footfall", "time", "foot", "gait", "method", ...columns.flatMap(([name]) => [name, `${name}Low`, `${name}High`])]);
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
        ...banded.flatMap(({ value, low, high }) => [csvNumber(value[row]), csvNumber(low[row]), csvNumber(high[row])]),
      ]);
    }
    yield text;
  }
}
