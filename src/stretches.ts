import { speakers, type Speaker, type Stretch } from "./domain/index.ts";

/**
 * What holds along a run, from all that was said of it: in each place the most trusted speaker's word, of one speaker's the last; neighbours that say the same
 * are one stretch. Places nobody spoke of are left out.
 */
export function settleStretches<Said extends Stretch & { readonly by: Speaker }>(said: readonly Said[], length: number, isSame: (one: Said, other: Said) => boolean): readonly Said[] {
  const within = said.map((stretch) => ({ ...stretch, from: Math.max(0, stretch.from), to: Math.min(length, stretch.to) })).filter(({ from, to }) => to > from);
  const cuts = [...new Set(within.flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other);
  const settled: Said[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const best = within.reduce<Said | null>((trusted, stretch) => (stretch.from <= from && stretch.to >= to && (trusted === null || rank(stretch) <= rank(trusted)) ? stretch : trusted), null);
    if (!best) continue;
    const last = settled.at(-1);
    if (last && last.to === from && isSame(last, best)) settled[settled.length - 1] = { ...last, to };
    else settled.push({ ...best, from, to });
  }
  return settled;
}

const rank = ({ by }: { readonly by: Speaker }): number => speakers.indexOf(by);

/** Stretches with a piece taken out of them. */
export function cutOut<Said extends Stretch>(stretches: readonly Said[], { from, to }: Stretch): readonly Said[] {
  return stretches.flatMap((stretch) => [
    ...(stretch.from < from ? [{ ...stretch, to: Math.min(stretch.to, from) }] : []),
    ...(stretch.to > to ? [{ ...stretch, from: Math.max(stretch.from, to) }] : []),
  ].filter((piece) => piece.to > piece.from));
}
