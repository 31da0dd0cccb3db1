/** A length in the unit told [m]; NaN for one that is unknown. */
export function inMetres(value: number, unit: string): number {
  return value * (metres[unit] ?? NaN);
}

/** What makes a speed in the unit told one in m/s; NaN for a unit that is unknown. */
export function inMetresPerSecond(unit: string): (value: number) => number {
  const [length = "", time = ""] = unit.split("/");
  const [lengthInMetres, timeInSeconds] = [metres[length] ?? NaN, seconds[time] ?? NaN];
  return (value) => (value * lengthInMetres) / timeInSeconds;
}

/** A time in the unit told [s]; NaN for one that is unknown. */
export function inSeconds(value: number, unit: string): number {
  return value * (seconds[unit] ?? NaN);
}

const metres: Readonly<Record<string, number>> = { m: 1, km: 1000, cm: 0.01, mm: 0.001, mi: 1609.344, ft: 0.3048, yd: 0.9144, in: 0.0254 };
const seconds: Readonly<Record<string, number>> = { s: 1, ms: 0.001, min: 60, hr: 3600 };
