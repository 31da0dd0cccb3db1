import type { RunUnderfoot, SurfaceRule, SurfaceShares } from "../server/underfoot-api.ts";
import { distanceWords } from "./quantity-text.ts";
import { conditionWords } from "./run-condition-options.ts";
import { percent } from "./shoes-text.ts";

type Shares = SurfaceShares["total"]["surfaces"];

/** On what was run, for reading. */
export function sharesText({ total, weeks, shoes, load }: SurfaceShares): string {
  if (total.distance === 0) return "No runs yet, so no ground. Take some in: footfall import FILE-OR-FOLDER…\n";
  return `${[
    `${distanceWords(total.distance)}: ${wordsOf(total.surfaces)}`,
    ...weeks.filter(({ distance }) => distance > 0).map(({ weekOf, distance, surfaces }) => `  week of ${weekOf}  ${distanceWords(distance).padStart(10)}  ${wordsOf(surfaces)}`),
    ...shoes.map(({ name, distance, surfaces }) => `  ${name}: ${distanceWords(distance)}, ${wordsOf(surfaces)}`),
    ...(load.length === 0 ? [] : ["Mean peak on L5-S1, body weights; faster ground shows more load, and studies disagree on the ground's own part by the band:"]),
    ...load.map(({ surface, meanPeak, meanSpeed, runs }) => `  ${surface.padEnd(10)} ${meanPeak.value.toFixed(2)} (${meanPeak.low.toFixed(2)} – ${meanPeak.high.toFixed(2)}) at ${(3.6 * meanSpeed).toFixed(1)} km/h, ${runs} runs`),
  ].join("\n")}\n`;
}

const wordsOf = (shares: Shares): string => shares.map(({ surface, share }) => `${surface} ${percent(share)}`).join(", ");

/** A run's shoes and ground, for reading. */
export function groundText({ id, kind, distance, shoes, surfaces, cabinet }: RunUnderfoot): string {
  const place = ({ from, to }: { readonly from: number; readonly to: number }): string => `${distanceWords(from)} to ${distance !== null && to >= distance ? "the end" : distanceWords(to)}`;
  const nameOf = (shoeId: number | null): string => (shoeId === null ? "none of the pairs" : cabinet.find((shoe) => shoe.id === shoeId)?.name ?? "a removed pair");
  return `${[
    `${id} · ${kind} run, ${distanceWords(distance)}`,
    ...(surfaces.length === 0 ? ["  ground: not known"] : surfaces.map((stretch) => `  ${place(stretch)}: ${stretch.surface} (${stretch.reason ?? stretch.by})`)),
    ...(shoes.length === 0 ? ["  shoes: not said"] : shoes.map((stretch) => `  ${place(stretch)}: ${nameOf(stretch.shoeId)} (${stretch.by})`)),
  ].join("\n")}\n`;
}

/** Rules in order, for reading. */
export function groundRulesText(rules: readonly SurfaceRule[]): string {
  const told = rules.map((rule, index) => `${String(index + 1).padStart(4)}  ${conditionWords(rule)}: ${rule.surface}\n`).join("");
  return `${told}Treadmill recordings and track sessions are known without a rule.\n`;
}
