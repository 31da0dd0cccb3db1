import type { Command } from "commander";
import { runTruth, type TruthReport, type TruthRow } from "../../src/index.ts";
import { shippedTexts } from "../server/shipped-texts.ts";
import { exitCodes } from "./failure.ts";
import { print, printJson, remark } from "./output.ts";
import { textOf, type OptionValues } from "./runner-options.ts";
import { measuredUnder } from "./truth-data.ts";

/** Adds options and action of `footfall truth`. */
export function define(command: Command): void {
  command
    .option("--data <folder>", "public data sets to hold the model against as well (GRF_IMU_data.csv of alcantara-2021, RBDS001runT…_grf.mot of fukuchi-2017, GRF_one_sub.csv of alcantara-2022)")
    .option("--json", "one JSON object (schemas/truth.json)")
    .addHelpText("after", "\nEnds with 3 where the gate is not passed.\n\nExample:\n  footfall truth\n  footfall truth --data ~/running-data --json")
    .action(async (options: OptionValues) => {
      process.exitCode = await truth(textOf(options, "data"), options["json"] === true);
    });
}

async function truth(folder: string | null, asJson: boolean): Promise<number> {
  const { measured, missing } = folder === null ? { measured: {}, missing: [] } : await measuredUnder(folder);
  for (const name of missing) remark(`not found under ${folder}: ${name}`);
  const report = runTruth({ measured, texts: await shippedTexts() });
  if (asJson) await printJson(report);
  else await print(reportText(report));
  return report.gate.passed ? exitCodes.done : exitCodes.gateFailed;
}

function reportText({ modelVersion, gate, rows, data }: TruthReport): string {
  const lines = [`Model ${modelVersion} against published results`, ""];
  lines.push(`${"row".padEnd(5)}${"status".padEnd(12)}${"got".padStart(10)}${"expected".padStart(12)}  ${"allowed".padEnd(18)}${"unit".padEnd(11)}condition`);
  for (const row of rows) lines.push(rowText(row));
  if (data.length > 0) lines.push("", "On measured data");
  for (const { set, measure, value, unit, baseline, status } of data) {
    lines.push(`  ${status.padEnd(10)}${figure(value).padStart(8)} ${unit.padEnd(11)}${baseline === null ? "" : `(half-sine ${figure(baseline)}) `}${measure}; ${set}`);
  }
  const count = (status: TruthRow["status"]): number => rows.filter((row) => row.status === status && !row.calibration).length;
  const fitted = rows.filter(({ calibration }) => calibration).length;
  lines.push(
    "",
    `${rows.length} figures: ${count("pass")} reproduced, ${count("fail")} not, ${count("untestable")} cannot be tested here; ${fitted} were used for fitting and are never counted`,
    `Gate: ${gate.got} benchmark rows of 20 gated, ${gate.needed} needed${gate.mandatoryMissing.length > 0 ? `; mandatory rows missing: ${gate.mandatoryMissing.join(", ")}` : ""} — ${gate.passed ? "passed" : "not passed"}`,
  );
  return `${lines.join("\n")}\n`;
}

function rowText({ id, part, condition, expected, low, high, unit, got, status, calibration, reason, source }: TruthRow): string {
  const allowed = low === null && high === null ? "" : `${low === null ? "…" : figure(low)} – ${high === null ? "…" : figure(high)}`;
  const mark = calibration ? "calibrated" : status;
  const what = [part, condition].filter((text) => text !== null && text !== "").join(": ");
  return `${id.padEnd(5)}${mark.padEnd(12)}${(got === null ? "–" : figure(got)).padStart(10)}${(expected === null ? "" : figure(expected)).padStart(12)}  ${allowed.padEnd(18)}${unit.padEnd(11)}${what}${reason === null ? "" : ` (${reason})`}${source.id === null ? "" : ` [${source.id}]`}`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "−");
}
