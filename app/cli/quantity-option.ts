import { gravity, isPlausible, kilogramsPerPound, metresPer, metresPerInch, plausibleRanges, type PlausibleRange } from "../../src/index.ts";
import { wrongUse } from "./failure.ts";

interface QuantityKind {
  readonly label: string;
  /** Suffix → how many of the first unit one of these is; the first is what a bare number means. */
  readonly units: Readonly<Record<string, number>>;
  /** The first unit in words. */
  readonly inWords: string;
}

const metresPerMile = metresPer.mi;
const degreesPerRadian = 180 / Math.PI;

/** Quantities an option or a cell takes: a bare number in the first unit, or with a suffix; named as the conditions of a footfall are. */
const kinds = {
  speed: { label: "speed", inWords: "metres per second", units: { "m/s": 1, "km/h": 1 / 3.6, kmh: 1 / 3.6, mph: metresPerMile / 3600 } },
  stepRate: { label: "step rate", inWords: "steps per second", units: { Hz: 1, "steps/s": 1, spm: 1 / 60, "steps/min": 1 / 60 } },
  groundContactTime: { label: "ground contact time", inWords: "seconds", units: { s: 1, ms: 0.001 } },
  flightTime: { label: "flight time", inWords: "seconds", units: { s: 1, ms: 0.001 } },
  mass: { label: "mass", inWords: "kilograms", units: { kg: 1, lb: kilogramsPerPound, lbs: kilogramsPerPound, st: 14 * kilogramsPerPound } },
  height: { label: "height", inWords: "metres", units: { m: 1, cm: 0.01, in: metresPerInch, ft: 0.3048 } },
  slope: { label: "slope", inWords: "rise over run", units: { "": 1, "%": 0.01 } },
  acceleration: { label: "acceleration", inWords: "metres per second squared", units: { "m/s2": 1, "m/s²": 1, g: gravity } },
  trunkLeanDegrees: { label: "trunk lean", inWords: "degrees", units: { deg: 1, "°": 1, rad: degreesPerRadian } },
  lordosisDegrees: { label: "lordosis", inWords: "degrees", units: { deg: 1, "°": 1, rad: degreesPerRadian } },
  shoeStiffnessNewtonsPerMillimetre: { label: "shoe stiffness", inWords: "newtons per millimetre", units: { "N/mm": 1, "kN/m": 1, "N/m": 0.001 } },
  stackHeightMillimetres: { label: "stack", inWords: "millimetres", units: { mm: 1, cm: 10, in: 25.4, m: 1000 } },
  heelToToeDropMillimetres: { label: "drop", inWords: "millimetres", units: { mm: 1, cm: 10, in: 25.4, m: 1000 } },
  shoeDistanceKilometres: { label: "shoe distance", inWords: "kilometres", units: { km: 1, mi: metresPerMile / 1000, m: 0.001 } },
} as const satisfies Readonly<Partial<Record<keyof typeof plausibleRanges, QuantityKind>>>;

export type QuantityName = keyof typeof kinds;

/** Units a quantity may be given in, for `--help`: the first is what a bare number means. */
export function unitsOf(name: QuantityName): string {
  const { inWords, units }: QuantityKind = kinds[name];
  const suffixes = [...Object.keys(units).filter((unit) => unit !== ""), ...(name === "speed" ? ["5:30/km", "8:50/mi"] : name === "height" ? ["5ft11in"] : [])];
  return `${inWords}, or ${suffixes.join(", ")}`;
}

/** The value in the quantity's first unit; refuses what cannot be meant, naming the unit that likely was. */
export function parseQuantity(name: QuantityName, text: string): number {
  const kind: QuantityKind = kinds[name];
  const range = plausibleRanges[name];
  const trimmed = text.trim();
  const composed = name === "speed" ? pace(trimmed) : name === "height" ? feetAndInches(trimmed) : null;
  if (composed !== null) {
    if (isPlausible(composed, range)) return composed;
    throw wrongUse(`${kind.label} ${trimmed}: implausible; it must lie between ${range.low} and ${range.high} ${kind.inWords}`);
  }
  const [, digits, suffix] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i.exec(trimmed) ?? [];
  if (digits === undefined || suffix === undefined) throw wrongUse(`${kind.label} "${trimmed}": not a number; give ${unitsOf(name)}`);
  if (/^,\d/.test(suffix)) throw wrongUse(`${kind.label} ${trimmed}: write decimals with a point, ${trimmed.replace(",", ".")}`);
  const number = Number(digits);
  const unit = suffix === "" ? 1 : factorOf(kind.units, suffix);
  if (unit === null) throw wrongUse(`${kind.label} ${trimmed}: unknown unit "${suffix}"; give ${unitsOf(name)}`);
  const value = number * unit;
  if (isPlausible(value, range)) return value;
  throw wrongUse(`${kind.label} ${trimmed}: ${suffix === "" ? `${kind.inWords}? ` : ""}${hint(kind, range, number, suffix)}`);
}

/** Bare numbers above these are possible and seldom meant: each is usual in another unit. */
const seldom: Readonly<Partial<Record<QuantityName, { readonly above: number; readonly likely: string; readonly why: string }>>> = {
  speed: { above: 9, likely: "km/h", why: "faster than all but sprinters run" },
  mass: { above: 120, likely: "lb", why: "heavier than most runners" },
};

/** What to ask about a number without a unit that only another unit makes usual; null where nothing. */
export function doubtOf(name: QuantityName, text: string): string | null {
  const doubt = seldom[name];
  const trimmed = text.trim();
  if (!doubt || !/^\+?(?:\d+\.?\d*|\.\d+)$/.test(trimmed) || Number(trimmed) <= doubt.above) return null;
  const { label, units }: QuantityKind = kinds[name];
  const [first = ""] = Object.keys(units);
  return `${label} ${trimmed} was taken as ${trimmed} ${first}, ${doubt.why}; if ${doubt.likely} was meant, write ${trimmed}${doubt.likely}`;
}

// Minutes and seconds per kilometre or mile, as runners give their speed.
function pace(text: string): number | null {
  const [, minutes, seconds, per] = /^(\d{1,2}):([0-5]\d)\s*(?:min)?(?:\/(km|mi|mile))?$/.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  return (per === undefined || per === "km" ? 1000 : metresPerMile) / (Number(minutes) * 60 + Number(seconds));
}

// 5ft11in or 5'11".
function feetAndInches(text: string): number | null {
  const [, feet, inches] = /^(\d)\s*(?:ft|')\s*(\d{1,2}(?:\.\d+)?)\s*(?:in|"|'')?$/.exec(text) ?? [];
  return feet === undefined || inches === undefined ? null : Number(feet) * 0.3048 + Number(inches) * metresPerInch;
}

function factorOf(units: Readonly<Record<string, number>>, suffix: string): number | null {
  const match = Object.entries(units).find(([unit]) => unit.toLowerCase() === suffix.toLowerCase());
  return match ? match[1] : null;
}

function hint(kind: QuantityKind, { low, high }: PlausibleRange, number: number, suffix: string): string {
  const [firstUnit] = Object.keys(kind.units);
  const allowed = `it must lie between ${low} and ${high}${firstUnit === "" ? "" : ` ${firstUnit}`}`;
  if (suffix !== "") return allowed;
  const meant = Object.entries(kind.units).find(([, factor]) => factor !== 1 && isPlausible(number * factor, { low, high }));
  return meant ? `did you mean ${number}${meant[0]}?` : allowed;
}
