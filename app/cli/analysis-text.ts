import { creepSummary, driftSentences, formLines, formOfRun, type MethodShare, type Quantity, type Recording, type RunAnalysis, type RunForm, type RunSummary } from "../../src/index.ts";
import { countWords, distanceWords, durationWords, movingWords, quantityHeading, quantityLine } from "./quantity-text.ts";

/** One recording's answer for reading. */
export function analysisText(file: string, index: number, recording: Recording, analysis: RunAnalysis): string {
  const { summary } = analysis;
  const verb = summary.sport === "walking" ? "walk" : "run";
  const lines = [
    `${file}${index > 0 ? ` (recording ${index + 1})` : ""} · ${verb} of ${momentWords(summary.startedAt)}${recording.title ? ` · ${recording.title}` : ""}`,
    `  ${distanceWords(summary.distance)} in ${durationWords(summary.duration)}${movingWords(summary.movingTime)}, ${countWords(summary.records)} records`,
    `  ${footfallWords(summary)}`,
    ...medianFootfallLines(summary),
    ...(summary.footfallCount > 0 ? formTextLines(formOfRun(recording, analysis)) : []),
    ...creepLines(analysis),
    ...summary.warnings.map(({ message }) => `  Note: ${message}`),
    `  Rests on ${summary.sources.length} published sources (--json lists them), model ${summary.modelVersion}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The median footfall of a run and what it does to each disc. */
export function medianFootfallLines(summary: RunSummary): string[] {
  return [
    "",
    quantityHeading("Median footfall"),
    quantityLine("speed", summary.speed),
    quantityLine("step rate", summary.stepRate),
    quantityLine("ground contact time", summary.groundContactTime),
    quantityLine("flight time", summary.flightTime),
    quantityLine("vertical oscillation", summary.verticalOscillation),
    quantityLine("leg stiffness", summary.legStiffness),
    quantityLine("peak vertical force", summary.peakVerticalForce),
    quantityLine("impulse", summary.impulse),
    "",
    quantityHeading("Its peak disc compression"),
    ...summary.discs.map((disc) => quantityLine(disc.level, disc.peakCompression)),
  ];
}

/** What the run cost in height, with what is known of its meaning. */
function creepLines(analysis: RunAnalysis): string[] {
  const creep = creepSummary(analysis);
  if (!creep) return [];
  return ["", quantityHeading("After the run, rested before it"), quantityLine("loss of stature", inUnit(creep.statureLoss, 1000, "mm")), quantityLine("lumbar discs lower by", inUnit(creep.lumbarHeightLoss, 100, "%")), `  ${creep.words}`, ""];
}

function inUnit(quantity: Quantity, factor: number, unit: string): Quantity {
  return { ...quantity, value: factor * quantity.value, low: factor * quantity.low, high: factor * quantity.high, unit };
}

function formTextLines(form: RunForm): string[] {
  return ["", "  Going in a line", ...formLines(form).filter(({ isTold }) => isTold).map(({ name, value, meaning }) => `  ${name.padEnd(34)}${value}: ${meaning}`), ...driftSentences(form).map((sentence) => `  ${sentence}`)];
}

function footfallWords({ footfallCount, footfallsByGait, method }: RunSummary): string {
  if (footfallCount === 0) return "No footfalls: nothing in the recording moves like running or walking";
  const byGait = Object.entries(footfallsByGait).flatMap(([gait, count]) => (count > 0 ? [`${gait} ${countWords(count)}`] : []));
  return `${countWords(footfallCount)} footfalls (${byGait.join(", ")}), from ${method.map(methodWords).join(", ")}`;
}

const methodNames = {
  "running-dynamics": "measured running dynamics",
  "step-rate-and-speed": "step rate and speed",
  speed: "speed alone",
  walking: "the walking relation",
} as const;

function methodWords({ id, share }: MethodShare): string {
  return `${methodNames[id]} (${share > 0.995 ? "all" : `${Math.max(1, Math.round(100 * share))} %`})`;
}

/** An ISO time for reading: 2026-05-02 07:14 (+02:00). */
export function momentWords(iso: string): string {
  const [, date, time, zone] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(iso) ?? [];
  return date === undefined ? iso : `${date} ${time} (${zone === "Z" ? "UTC" : zone})`;
}
