/** How fast a long job goes: its share done against time, smoothed so that one slow part does not shake it. */
export interface SteadyPace {
  /** Since it began [s], and how much is done [1]. */
  readonly seconds: number;
  readonly share: number;
  /** [1/s]; null before anything was done. */
  readonly rate: number | null;
}

/** A job that has just begun. */
export const noPace: SteadyPace = { seconds: 0, share: 0, rate: null };

/** What happened this long ago counts a third of what happens now [s]. */
const memory = 15;
/** Nothing is foretold before so long [s] and so much [1]. */
const settledAfter = { seconds: 3, share: 0.02 } as const;

/** The pace one look later, `seconds` after the beginning and with `share` done. */
export function paceAt(before: SteadyPace, seconds: number, share: number): SteadyPace {
  const passed = seconds - before.seconds;
  if (share <= before.share || passed <= 0) return before;
  const now = (share - before.share) / passed;
  const overall = share / seconds;
  // Until its memory is full the average of all is the better guess.
  const rate = before.rate === null || seconds < memory ? overall : before.rate + (1 - Math.exp(-passed / memory)) * (now - before.rate);
  return { seconds, share, rate };
}

/** Time that is left [s], `seconds` after the beginning; null until the pace is steady. */
export function secondsLeft({ seconds: lookedAt, share, rate }: SteadyPace, seconds = lookedAt): number | null {
  if (rate === null || rate <= 0 || seconds < settledAfter.seconds || share < settledAfter.share) return null;
  return Math.max(0, (1 - share) / rate - (seconds - lookedAt));
}
