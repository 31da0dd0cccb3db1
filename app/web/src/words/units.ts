import { bandWords, kilogramsPerPound, metresPer, numberWords, thinSpace } from "../../../../src/index.ts";
import type { RunnerProfile } from "../../../server/api.ts";

export type Units = RunnerProfile["units"];

export { metresPer, metresPerInch } from "../../../../src/index.ts";
export const kilogramsPer = { kg: 1, lb: kilogramsPerPound } as const;

/** "10.2 km" */
export function distanceWords(metres: number, { distance }: Units, digits = 1): string {
  return `${numberWords(metres / metresPer[distance], digits)}${thinSpace}${distance}`;
}

/** Seconds for one kilometre or mile at a speed [m/s]. */
export const paceOf = (speed: number, { distance }: Units): number => metresPer[distance] / speed;

/** "5:24" */
export function clockWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** "5:24 /km" */
export function paceWords(speed: number, units: Units): string {
  return `${clockWords(paceOf(speed, units))}${thinSpace}/${units.distance}`;
}

/** "45 min", "1 h 05 min" */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${thinSpace}min`;
  return `${Math.floor(minutes / 60)}${thinSpace}h ${String(minutes % 60).padStart(2, "0")}${thinSpace}min`;
}

/** "2.4 (2.2–2.6)": a number never stands without its band. */
export function withBand({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }, digits: number, times = 1): string {
  return `${numberWords(value * times, digits)} (${bandWords(low * times, high * times, digits)})`;
}

/** "1.2 × (1.0–1.4)", with a second decimal where one would hide the band. */
export function ratioWords({ ratio, low, high }: { readonly ratio: number; readonly low: number; readonly high: number }): string {
  const digits = ratio < 0.2 || high - low < 0.15 ? 2 : 1;
  return `${numberWords(ratio, digits)}${thinSpace}× (${bandWords(low, high, digits)})`;
}

/** "3 runs", "1 run" */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** "412 kB" */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${numberWords(Math.max(1, bytes / 1000))}${thinSpace}kB` : `${numberWords(bytes / 1e6, 1)}${thinSpace}MB`;
}
