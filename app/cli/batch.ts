import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import { csvLine, csvNumber, discLevels, simulateFootfall, type Quantity, type Simulation } from "../../src/index.ts";
import { conditionColumns, tellCell, type ConditionDraft } from "./condition.ts";
import { CsvTrouble, readCsv, type CsvRow } from "../storage/csv.ts";
import { exitCodes, refused, systemReason } from "./failure.ts";
import { print, remark } from "./output.ts";
import { waveformsJson } from "./simulation-json.ts";

type Prediction = readonly [column: string, of: (simulation: Simulation) => Quantity | null];

const predictions: readonly Prediction[] = [
  ["predictedGroundContactTime", ({ groundContactTime }) => groundContactTime],
  ["predictedFlightTime", ({ flightTime }) => flightTime],
  ["predictedStepRate", ({ stepRate }) => stepRate],
  ["predictedPeakVerticalForceBodyWeights", ({ peakVerticalForce }) => peakVerticalForce],
  ["predictedImpactPeakBodyWeights", ({ impactPeak }) => impactPeak],
  ["predictedLegStiffness", ({ legStiffness }) => legStiffness],
  ["predictedPeakTibialAccelerationG", ({ peakTibialAcceleration }) => peakTibialAcceleration],
  ["predictedPeakSacralAccelerationG", ({ peakSacralAcceleration }) => peakSacralAcceleration],
  ...discLevels.toReversed().map((level): Prediction => [`predictedCompression${level.replace("-", "")}BodyWeights`, ({ compression }) => compression[level]]),
];

const conditionNames: ReadonlySet<string> = new Set(conditionColumns);
const writtenColumns = [...predictions.flatMap(([name]) => [name, `${name}Low`, `${name}High`]), "error"];

/** Simulates every row of a comma-separated file onto standard output; resolves with the exit code. */
export async function simulateBatch(path: string, withWaveforms: boolean): Promise<number> {
  const beside = withWaveforms ? path.replace(/\.csv$/i, "") + ".waveforms.jsonl" : null;
  try {
    const lines = beside === null ? null : createWriteStream(beside);
    if (lines) await once(lines, "open");
    const failed = await simulateRows(readCsv(createReadStream(path, { encoding: "utf8" })), lines);
    if (lines) {
      lines.end();
      await once(lines, "finish");
      remark(`waveforms: ${beside}`);
    }
    return failed > 0 ? exitCodes.refused : exitCodes.done;
  } catch (error) {
    if (error instanceof CsvTrouble) throw refused(`${path}: ${error.message}`);
    if (error instanceof Error && "syscall" in error) throw refused(`${path}: ${systemReason(error)}`);
    throw error;
  }
}

async function simulateRows(rows: AsyncIterable<CsvRow>, lines: WriteStream | null): Promise<number> {
  let header: readonly string[] | null = null;
  let row = 0;
  let failed = 0;
  for await (const { cells } of rows) {
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      checkHeader(header);
      await print(csvLine([...cells, ...writtenColumns]));
      continue;
    }
    row += 1;
    const { simulation, error } = simulateRow(header, cells);
    if (error !== null) failed += 1;
    const written = header.map((_, column) => cells[column] ?? "");
    const predicted = predictions.flatMap(([, of]) => {
      const quantity = simulation ? of(simulation) : null;
      return [csvNumber(quantity?.value), csvNumber(quantity?.low), csvNumber(quantity?.high)];
    });
    await print(csvLine([...written, ...predicted, error ?? ""]));
    const line = simulation ? { row, waveforms: waveformsJson(simulation) } : { row, error };
    if (lines && !lines.write(`${JSON.stringify(line)}\n`)) await once(lines, "drain");
  }
  if (header === null) throw new CsvTrouble("the file is empty; its first line must name the columns, for example speed,stepRate,mass");
  if (failed > 0) remark(`${failed} of ${row} rows could not be simulated; the reason is in their column "error"`);
  return failed;
}

function checkHeader(header: readonly string[]): void {
  if (header.length === 1 && /[;\t]/.test(header[0] ?? "")) {
    throw new CsvTrouble(`line 1: the columns are separated by ${header[0]?.includes(";") ? "semicolons" : "tabs"}; save the file with commas, and decimals with points`);
  }
  const twice = header.find((name, column) => name !== "" && header.indexOf(name) !== column);
  if (twice !== undefined) throw new CsvTrouble(`line 1: the column "${twice}" is there twice; rename one`);
  const taken = header.find((name) => writtenColumns.includes(name));
  if (taken !== undefined) throw new CsvTrouble(`line 1: the column "${taken}" is one that simulate writes; rename or remove it`);
  const passed = header.filter((name) => !conditionNames.has(name));
  if (passed.length === header.length) throw new CsvTrouble(`line 1: none of its columns is a condition; name them ${conditionColumns.join(", ")}`);
  if (passed.length > 0) remark(`passed through unread: ${passed.join(", ")}`);
}

function simulateRow(header: readonly string[], cells: readonly string[]): { readonly simulation: Simulation | null; readonly error: string | null } {
  if (cells.length > header.length) return { simulation: null, error: `${cells.length} cells where the header has ${header.length} columns` };
  try {
    const condition: ConditionDraft = {};
    for (const [column, name] of header.entries()) tellCell(condition, name, cells[column] ?? "");
    return { simulation: simulateFootfall(condition), error: null };
  } catch (error) {
    return { simulation: null, error: error instanceof Error ? error.message : String(error) };
  }
}
