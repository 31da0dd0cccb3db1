/** Median seconds of two jobs run in turns, so that a busy moment of the machine touches both alike. */
export async function interleave(rounds: number, ours: () => void | Promise<void>, peer: () => void | Promise<void>): Promise<{ readonly ours: number; readonly peer: number }> {
  const times: { readonly ours: number[]; readonly peer: number[] } = { ours: [], peer: [] };
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
    for (const side of order) {
      const seconds = await secondsOf(side === "ours" ? ours : peer);
      if (round > 0) times[side].push(seconds);
    }
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

/** How long a job takes [s]. */
export async function secondsOf(job: () => void | Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await job();
  return (performance.now() - startedAt) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
