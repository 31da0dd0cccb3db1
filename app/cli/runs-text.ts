import type { ImportRecord, RunDetail, RunList, RunListItem } from "../server/api.ts";
import { medianFootfallLines, momentWords } from "./analysis-text.ts";
import { counted, countWords, distanceWords, durationWords, movingWords, quantityWords } from "./quantity-text.ts";

/** The runs of the store for reading, one line each. */
export function runsText({ total, runs }: RunList): string {
  if (total === 0) return "No runs yet. Take some in: footfall import FILE-OR-FOLDER…\n";
  const heading = `${"id".padStart(6)}  ${"start".padEnd(30)}${"distance".padStart(10)}${"moving".padStart(14)}${"footfalls".padStart(11)}  ${"L5-S1 peak, body weights".padEnd(28)}title`;
  const rest = total > runs.length ? `${countWords(total - runs.length)} older runs: --offset ${runs.length}\n` : "";
  return `${[heading, ...runs.map(runLine)].join("\n")}\n${rest}`;
}

function runLine({ id, startedAt, distance, movingTime, duration, footfallCount, l5s1Peak, title, isSample }: RunListItem): string {
  const peak = l5s1Peak ? quantityWords(l5s1Peak) : null;
  const load = peak ? `${peak.value} (${peak.band}) ${l5s1Peak?.basis ?? ""}` : "cannot tell";
  return `${String(id).padStart(6)}  ${momentWords(startedAt).padEnd(30)}${distanceWords(distance).padStart(10)}${durationWords(movingTime ?? duration).padStart(14)}${countWords(footfallCount).padStart(11)}  ${load.padEnd(28)}${title}${isSample ? " (simulated sample)" : ""}`;
}

/** One run of the store for reading. */
export function runText({ id, title, summary, body, relativeLoad, file, device, shoe, isSample, notices }: RunDetail): string {
  const lines = [
    `${id} · ${title}${isSample ? " (simulated sample)" : ""} · ${momentWords(summary.startedAt)}`,
    `  ${distanceWords(summary.distance)} in ${durationWords(summary.duration)}${movingWords(summary.movingTime)}, ${countWords(summary.footfallCount)} footfalls`,
    `  ${file.name}${device === null ? "" : `, ${device}`}${shoe === null ? "" : `, in ${shoe.name}`}`,
    `  Computed for ${body.mass.toFixed(1)} kg and ${body.height.toFixed(2)} m${body.assumed.length > 0 ? ` (assumed: ${body.assumed.join(", ")})` : ""}`,
    ...(relativeLoad === null ? [] : [relativeWords(relativeLoad)]),
    ...medianFootfallLines(summary),
    ...[...summary.warnings, ...notices.filter(({ code }) => !summary.warnings.some((warning) => warning.code === code))].map(({ message }) => `  Note: ${message}`),
  ];
  return `${lines.join("\n")}\n`;
}

function relativeWords({ wholeRun, usualRuns }: NonNullable<RunDetail["relativeLoad"]>): string {
  const times = (value: number): string => value.toFixed(2);
  return `  Load on L5-S1 over the whole run: ${times(wholeRun.ratio)} times your usual run's (${times(wholeRun.low)} – ${times(wholeRun.high)}; ${usualRuns} runs); the middle of four ways of counting high loads, the band holds all four`;
}

/** What an import or its undoing did, for reading. */
export function importText({ id, state, isResumable, imported, cameTwice, alreadyHere, notRuns, refused }: ImportRecord): string {
  const twice = cameTwice === 0 ? "" : `, ${cameTwice === 1 ? "one of them the same run as another recording" : `${countWords(cameTwice)} of them the same runs as other recordings`}, shown once (footfall duplicates)`;
  const parts = [`${counted(imported, "run")} taken in${twice}`, `${counted(alreadyHere, "file")} already here`, ...(notRuns > 0 ? [`${counted(notRuns, "file is no run", "files are no runs")}`] : []), `${counted(refused.length, "refusal")}`];
  switch (state) {
    case "undone": return `Import ${id} is taken back.\n`;
    case "cancelled": return `Import ${id} was stopped: ${parts.join(", ")}. What came in is kept; ${isResumable ? `footfall import --resume ${id} goes on, ` : ""}footfall undo ${id} takes it back.\n`;
    default: return `Import ${id}: ${parts.join(", ")}.${imported > 0 ? ` footfall undo ${id} takes it back.` : ""}\n`;
  }
}
