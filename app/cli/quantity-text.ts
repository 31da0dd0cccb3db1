import type { Quantity } from "../../src/index.ts";

interface Shown {
  readonly unit: string;
  readonly show: (value: number, decimals: number) => string;
  /** Factor from the quantity's own unit. */
  readonly factor: number;
}

/** How units of the library are shown to people. */
const shownUnits: Readonly<Record<string, Shown>> = {
  s: { unit: "ms", factor: 1000, show: fixed },
  Hz: { unit: "steps/min", factor: 60, show: fixed },
  "m/s": { unit: "km/h", factor: 3.6, show: fixed },
  m: { unit: "cm", factor: 100, show: fixed },
  "N/m": { unit: "kN/m", factor: 0.001, show: fixed },
  bodyWeight: { unit: "body weights", factor: 1, show: fixed },
  "bodyWeight/s": { unit: "BW/s", factor: 1, show: fixed },
  Pa: { unit: "MPa", factor: 1e-6, show: fixed },
};

/** Heads the lines below it. */
export function quantityHeading(label: string): string {
  return `  ${label.padEnd(39)} ${"".padEnd(13)}${"90 % band".padEnd(18)}how it is known`;
}

/** One line: label, value, band, basis, in columns that align. */
export function quantityLine(label: string, quantity: Quantity | null): string {
  if (quantity === null) return `  ${label.padEnd(26)}${"cannot tell".padStart(12)}`;
  const { value, band, unit } = quantityWords(quantity);
  return `  ${label.padEnd(26)}${value.padStart(12)} ${unit.padEnd(13)}${band.padEnd(18)}${quantity.basis}`;
}

/** A quantity's value, band and unit as text, rounded to what its band says is known. */
export function quantityWords(quantity: Quantity): { readonly value: string; readonly band: string; readonly unit: string } {
  const { unit, factor, show } = shownUnits[quantity.unit] ?? { unit: quantity.unit === "1" ? "" : quantity.unit, factor: 1, show: fixed };
  const [value, low, high] = [quantity.value * factor, quantity.low * factor, quantity.high * factor];
  const decimals = decimalsFor(value, (high - low) / 2);
  return { value: show(value, decimals), band: `${show(low, decimals)} – ${show(high, decimals)}`, unit };
}

// A third of the band's half width is worth showing, less is not.
function decimalsFor(value: number, halfWidth: number): number {
  const resolution = halfWidth > 0 ? halfWidth / 3 : Math.abs(value) / 300;
  return resolution > 0 && Number.isFinite(resolution) ? Math.min(6, Math.max(0, Math.ceil(-Math.log10(resolution)))) : 0;
}

/** A number with a real minus sign and thousands set apart. */
function fixed(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e9) return value.toExponential(2).replace("-", "−");
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, " ") : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A stretch of time as people say it: 44 min 24 s. */
export function durationWords(seconds: number): string {
  const total = Math.round(seconds);
  const inMinutes = Math.round(seconds / 60);
  if (total >= 3600) return `${Math.floor(inMinutes / 60)} h ${inMinutes % 60} min`;
  return total >= 60 ? `${Math.floor(total / 60)} min ${total % 60} s` : `${total} s`;
}

/** How long of it the runner moved; nothing where that is not known. */
export function movingWords(seconds: number | null): string {
  return seconds === null ? "" : ` (moving ${durationWords(seconds)})`;
}

/** A distance as people say it: 9.01 km. */
export function distanceWords(metres: number | null): string {
  return metres === null ? "distance unknown" : metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`;
}

/** A count with thousands set apart. */
export function countWords(count: number): string {
  return fixed(count, 0);
}

/** "1 run", "3 000 runs": a count with what is counted. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${countWords(count)} ${count === 1 ? one : many}`;
