import { numberWords } from "../../../../src/index.ts";
import type { MapEnd, MapJob } from "../../../server/map-api.ts";
import { countWords, durationWords, sizeWords } from "../words/units.ts";

/** What is going on with a map, how far, how fast and how long still. */
export function mapProgressWords({ stage, done, total, rate, secondsLeft }: MapJob): string {
  const left = secondsLeft === null || secondsLeft === 0 ? "" : `, about ${secondsLeft < 60 ? countWords(secondsLeft, "second") : durationWords(secondsLeft)} left`;
  const bytes = `${done === 0 ? "" : `${sizeWords(done)} of `}${sizeWords(total)}${rate === null ? "" : `, ${sizeWords(rate)} a second`}${left}`;
  switch (stage) {
    case "receiving": return `Handing it to Footfall on this machine: ${bytes}`;
    case "waiting": return "Waiting for the map before it";
    case "checking": return "Looking whether it is here already";
    case "reading": return `Reading streets, paths and grounds: ${bytes}`;
    case "matching": return `Laying it under your runs: ${numberWords(done)} of ${countWords(total, "run")}${rate === null ? "" : `, ${numberWords(rate, rate < 10 ? 1 : 0)} a second`}${left}`;
    case "over": return "";
  }
}

/** What came of it. */
export function mapEndWords({ outcome, message, where, matched, map }: MapEnd): string {
  if (outcome === "already-here") return "It is here already; nothing was changed.";
  if (map) return `${outcome === "restored" ? "It is in use again" : `Taken in: ${countWords(map.ways, "street, path or ground", "streets, paths and grounds")}`}. ${matched === 0 ? "No run waited for it." : `${countWords(matched, "run was", "runs were")} laid on it.`}`;
  return `${where === null ? "" : `At ${where}: `}${message ?? ""}`;
}
