/** Bounds outside which a value is a slip of the hand or of the unit, not a runner; wide on purpose. */
export interface PlausibleRange {
  readonly low: number;
  readonly high: number;
}

/** What a person, a shoe and a footfall can be, in the unit of each name; not a statement about who runs well. */
export const plausibleRanges = {
  /** [m/s]; the fastest sprint on record peaked at 12.4. */
  speed: { low: 0.2, high: 13 },
  /** [Hz] */
  stepRate: { low: 0.7, high: 6 },
  /** [s] */
  groundContactTime: { low: 0.05, high: 1.5 },
  /** [s]; negative in walking, where both feet are down. */
  flightTime: { low: -0.6, high: 0.6 },
  /** [kg] */
  mass: { low: 15, high: 300 },
  /** [m] */
  height: { low: 0.7, high: 2.5 },
  /** Rise over run [1]. */
  slope: { low: -1, high: 1 },
  /** Gain of speed from step to step [m/s²]; sprinters leave the blocks with 10. */
  acceleration: { low: -10, high: 10 },
  /** Forward positive [degrees]. */
  trunkLeanDegrees: { low: -30, high: 60 },
  /** L1 to S1 [degrees]. */
  lordosisDegrees: { low: -10, high: 110 },
  /** Heel stiffness [N/mm]. */
  shoeStiffnessNewtonsPerMillimetre: { low: 10, high: 1000 },
  /** [km] */
  shoeDistanceKilometres: { low: 0, high: 10_000 },
  /** Calendar year. */
  birthYear: { low: 1900, high: 2100 },
} as const satisfies Readonly<Record<string, PlausibleRange>>;

/** Whether a value can be true of a person; NaN and infinity never. */
export function isPlausible(value: number, range: PlausibleRange): boolean {
  return value >= range.low && value <= range.high;
}
