import type { Command } from "commander";
import { analyseRecording, creepSummary, footfallRows, footfallsHeader, formOfRun, readRecordings, type AnalysisSettings, type Recording, type Refusal, type RunAnalysis } from "../../src/index.ts";
import { analysisText } from "./analysis-text.ts";
import { exitCodes, wrongUse } from "./failure.ts";
import { inputFiles } from "./input-files.ts";
import { openFile } from "./open-file.ts";
import { jsonArray, print, remark } from "./output.ts";
import { addRunnerOptions, postureOf, runnerOf, surfaceOf, type OptionValues } from "./runner-options.ts";

/** Adds options and action of `footfall analyse`. */
export function define(command: Command): void {
  addRunnerOptions(command.argument("<FILE...>", "FIT, TCX or GPX files, also as .gz, or folders of them"))
    .option("--json", "one JSON array with one object per recording (schemas/analyse.json)")
    .option("--csv", "one row per footfall")
    .addHelpText("after", "\nExample:\n  footfall analyse tempo.fit --mass 68kg --height 178cm\n  footfall analyse runs/ --json > runs.json")
    .action(async (files: string[], options: OptionValues) => {
      process.exitCode = await analyse(files, options);
    });
}

interface Writer {
  readonly recording: (file: string, index: number, recording: Recording, analysis: RunAnalysis) => Promise<void>;
  readonly refusal: (file: string, refusal: Refusal) => Promise<void>;
  readonly end: () => Promise<void>;
}

async function analyse(paths: readonly string[], options: OptionValues): Promise<number> {
  if (options["json"] && options["csv"]) throw wrongUse("analyse: --json and --csv exclude each other; choose one");
  const surface = surfaceOf(options);
  const settings: AnalysisSettings = { runner: runnerOf(options), posture: postureOf(options), underfoot: surface ? [{ from: 0, to: Infinity, surface, shoeStiffnessNewtonsPerMillimetre: null, shoeDistance: 0 }] : [] };
  const writer = options["json"] ? jsonWriter() : options["csv"] ? csvWriter() : textWriter();
  let count = 0;
  let refusedCount = 0;
  const refuse = async (file: string, refusal: Refusal): Promise<void> => {
    refusedCount += 1;
    await writer.refusal(file, refusal);
  };
  for await (const { path, trouble } of inputFiles(paths)) {
    count += 1;
    if (trouble !== null) await refuse(path, { code: "unreadable", message: trouble, where: null });
    else await analyseFile(path, settings, writer, refuse);
  }
  if (count === 0) remark(`footfall analyse: no FIT, TCX or GPX file in ${paths.join(", ")}`);
  await writer.end();
  return refusedCount > 0 || count === 0 ? exitCodes.refused : exitCodes.done;
}

// One file never stops the rest, whatever is in it.
async function analyseFile(path: string, settings: AnalysisSettings, writer: Writer, refuse: (file: string, refusal: Refusal) => Promise<void>): Promise<void> {
  const opened = await openFile(path);
  if (!(opened instanceof Uint8Array)) return refuse(path, opened);
  const { recordings, refusals } = readRecordings(opened);
  if (recordings.length === 0) {
    const [first] = refusals;
    return refuse(path, first && refusals.length === 1 ? first : { code: first?.code ?? "empty", message: refusals.map(inOneLine).join("; "), where: null });
  }
  for (const [index, recording] of recordings.entries()) {
    // Parts that were not taken stand as warnings on the first recording that was.
    const partly = index === 0 ? refusals.map((refusal) => ({ code: refusal.code, message: inOneLine(refusal) })) : [];
    try {
      const analysis = analyseRecording(recording, settings);
      const summary = { ...analysis.summary, warnings: [...analysis.summary.warnings, ...partly] };
      await writer.recording(path, index, recording, { ...analysis, summary });
    } catch (error) {
      await refuse(path, { code: "unsupported", message: `could not be analysed (${error instanceof Error ? error.message : String(error)}); please report this file`, where: `recording ${index}` });
    }
  }
}

function jsonWriter(): Writer {
  const array = jsonArray();
  return {
    recording: (file, index, recording, analysis) => array.add({ file, recording: index, ...analysis.summary, creep: creepSummary(analysis), form: formOfRun(recording, analysis) }),
    refusal: (file, refusal) => {
      remark(refusalLine(file, refusal));
      const { code, message, where } = refusal;
      return array.add({ file, error: { code, message, where } });
    },
    end: array.end,
  };
}

function csvWriter(): Writer {
  let isFirst = true;
  return {
    async recording(file, index, _recording, analysis) {
      if (isFirst) await print(footfallsHeader());
      isFirst = false;
      for (const rows of footfallRows(file, index, analysis)) await print(rows);
      for (const { message } of analysis.summary.warnings) remark(`${file}: ${message}`);
    },
    refusal: async (file, refusal) => remark(refusalLine(file, refusal)),
    end: async () => (isFirst ? print(footfallsHeader()) : undefined),
  };
}

function textWriter(): Writer {
  let isFirst = true;
  return {
    async recording(file, index, recording, analysis) {
      await print(`${isFirst ? "" : "\n"}${analysisText(file, index, recording, analysis)}`);
      isFirst = false;
    },
    refusal: async (file, refusal) => remark(refusalLine(file, refusal)),
    end: async () => undefined,
  };
}

function refusalLine(file: string, refusal: Refusal): string {
  return `${file}: ${inOneLine(refusal)}`;
}

function inOneLine({ message, where }: Refusal): string {
  return where === null ? message : `${where}: ${message}`;
}
