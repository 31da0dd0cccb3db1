import { unknownReasons, type MapStretch, type SurfaceMatch } from "../../src/index.ts";
import type { AddedSurfaceMap, SurfaceMap, SurfaceMatchJson } from "../server/api.ts";
import { countWords, distanceWords } from "./quantity-text.ts";

/** What became of a map's file, for reading. */
export function addedText({ outcome, map }: AddedSurfaceMap): string {
  const what = { "added": "is taken in", "already-here": "was here already", "restored": "is back, as it was before it was removed" }[outcome];
  return `Map ${map.id} (${map.name}) ${what}: ${countWords(map.ways)} streets, paths and grounds, ${extentWords(map)}.\n${map.notices.map(({ message }) => `  Note: ${message}.\n`).join("")}`
    + `footfall surfaces match --all lays it under your runs; footfall surfaces maps --remove ${map.id} takes it out again.\n`;
}

/** The maps of the store, for reading. */
export function mapsText(maps: readonly SurfaceMap[]): string {
  if (maps.length === 0) return "No maps yet. Download an OpenStreetMap extract (.osm.pbf) of where you run, then: footfall surfaces add FILE\n";
  return maps.map((map) => `${String(map.id).padStart(4)}  ${map.name}, ${countWords(map.ways)} streets, paths and grounds, ${extentWords(map)}${map.state === "removed" ? " (removed; --restore brings it back)" : ""}\n`).join("");
}

/** A map that was removed or brought back, for reading. */
export function mapText(map: SurfaceMap): string {
  return map.state === "removed"
    ? `Map ${map.id} (${map.name}) is out of use. footfall surfaces maps --restore ${map.id} brings it back within thirty days.\n`
    : `Map ${map.id} (${map.name}) is in use again.\n`;
}

function extentWords({ bounds: { south, north, west, east } }: SurfaceMap): string {
  const degrees = (value: number, plus: string, minus: string): string => `${Math.abs(value).toFixed(2)}° ${value < 0 ? minus : plus}`;
  return `${degrees(south, "N", "S")} to ${degrees(north, "N", "S")}, ${degrees(west, "E", "W")} to ${degrees(east, "E", "W")}`;
}

type Share = SurfaceMatchJson["shares"][number];

/** Parts of the run by surface and, where it is unknown, by reason; largest first. */
function sharesOf(stretches: readonly MapStretch[]): Share[] {
  const whole = stretches.at(-1)?.to ?? 0;
  const sums = new Map<string, Share>();
  for (const { from, to, surface, reason } of stretches) {
    const key = reason ?? surface;
    const distance = to - from + (sums.get(key)?.distance ?? 0);
    sums.set(key, { surface, reason, distance, share: distance / whole });
  }
  return [...sums.values()].toSorted((one, other) => other.distance - one.distance);
}

/** What the maps tell of a run, as `--json` has it. */
export function matchJson(run: number, { stretches, positionSpread }: SurfaceMatch): SurfaceMatchJson {
  return { run, length: stretches.at(-1)?.to ?? 0, positionSpread, shares: sharesOf(stretches), stretches };
}

/** What the maps tell of a run, for reading: its parts, then its stretches. */
export function matchText(run: number, { stretches }: SurfaceMatch): string {
  if (stretches.length === 0) return `Run ${run}: it has no distance, so no surfaces.\n`;
  const parts = sharesOf(stretches).map(({ surface, reason, distance, share }) => `  ${percent(share)} ${surface}, ${distanceWords(distance)}${reason === null ? "" : `: ${unknownReasons[reason]}`}`);
  const lines = stretches.map(({ from, to, surface, reason, confidence }) =>
    `  ${distanceWords(from).padStart(9)} – ${distanceWords(to).padEnd(9)} ${surface.padEnd(9)} ${reason === null ? `likely, ${percent(confidence ?? 0).trim()}` : unknownReasons[reason]}`);
  return `Run ${run}, from maps:\n${[...parts, "", ...lines].join("\n")}\n`;
}

/** The same as one line of many. */
export function matchLine(run: number, { stretches }: SurfaceMatch): string {
  const shares = sharesOf(stretches);
  const known = shares.filter(({ reason }) => reason === null).map(({ surface, share }) => `${surface} ${percent(share).trim()}`);
  const unknown = shares.filter(({ reason }) => reason !== null).reduce((sum, { share }) => sum + share, 0);
  return `${String(run).padStart(6)}  ${[...known, `unknown ${percent(unknown).trim()}`].join(", ")}\n`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`.padStart(5);
}
