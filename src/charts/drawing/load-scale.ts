/** Even steps of one scale, light to dark, told apart in every kind of colour vision; load is not harm, so nothing is red. */
const colours = ["#e6d8a3", "#bcc986", "#87bb7b", "#44ab80", "#0b9488", "#047a87", "#016181", "#1d4673", "#292f56"] as const;

/** Where a value lies on the load scale. */
export interface LoadStep {
  /** `ff-load-0` (least) … `ff-load-8` (most), for a theme. */
  readonly className: string;
  /** The colour on paper. */
  readonly colour: string;
}

/** Ends of the scale where a picture is given none [body weights]. */
export const usualLoadScale = { low: 0, high: 4 } as const;

/** Number of steps of the scale. */
export const loadSteps = colours.length;

/** The step of a value on a scale from `low` to `high`; values beyond take the end steps. */
export function loadStep(value: number, low: number, high: number): LoadStep {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  const index = Math.max(0, Math.min(loadSteps - 1, Math.floor(share * loadSteps)));
  return { className: `ff-load-${index}`, colour: colours[index] ?? colours[0] };
}
