import type { Footfalls, Recording, Surface, UnderfootStretch } from "./domain/index.ts";
import { stiffnessRatio, usualUnderfoot } from "./shock/index.ts";

/** What was under each footfall. */
export interface UnderfootColumns {
  /** What was told, in order along the run. */
  readonly stretches: readonly UnderfootStretch[];
  /** Distance along the run [m]. */
  readonly distance: Float64Array;
  /** Index into the stretches told; −1 where nothing is known. */
  readonly stretch: Int16Array;
  /** Stiffness of heel pad, shoe and ground in series over the usual shoe's on hard ground [1]: the force models' input of that name. */
  readonly stiffnessRatio: Float64Array;
}

/** Lays what is known of shoes and ground under each footfall. */
export function underfootColumns(recording: Recording, footfalls: Footfalls, stretches: readonly UnderfootStretch[]): UnderfootColumns {
  const distance = distanceAlong(recording, footfalls);
  const usual = stiffnessRatio(usualUnderfoot);
  const ratios = stretches.map((stretch) => stiffnessRatio(stretch));
  const stretch = new Int16Array(footfalls.length).fill(-1);
  const ratio = new Float64Array(footfalls.length).fill(usual);
  let current = 0;
  for (let row = 0; row < footfalls.length; row++) {
    const at = distance[row]!;
    while (current < stretches.length && stretches[current]!.to <= at) current++;
    const here = stretches[current];
    const last = stretches.length - 1;
    const index = here ? (here.from <= at ? current : -1) : at - (stretches[last]?.to ?? -Infinity) < uncounted ? last : -1;
    if (index < 0) continue;
    stretch[row] = index;
    ratio[row] = ratios[index]!;
  }
  return { stretches, distance, stretch, stiffnessRatio: ratio };
}

/** Devices leave out the last metres of a run from its total; they belong to the last stretch [m]. */
const uncounted = 50;

/** Where along the run each footfall fell [m]: by the recording's own distance, else by the lengths of the steps; never backwards. */
function distanceAlong({ samples }: Recording, footfalls: Footfalls): Float64Array {
  const along = new Float64Array(footfalls.length);
  const counted = samples.distance;
  let sample = 0;
  let walked = 0;
  let farthest = 0;
  for (let row = 0; row < footfalls.length; row++) {
    if (counted) {
      const time = footfalls.time[row]!;
      while (sample + 1 < samples.length && samples.time[sample + 1]! <= time) sample++;
      const [here, next] = [counted[sample]!, counted[sample + 1] ?? NaN];
      const share = (time - samples.time[sample]!) / (samples.time[sample + 1]! - samples.time[sample]!);
      const at = Number.isFinite(share * (next - here)) ? here + share * (next - here) : here;
      if (at > farthest) farthest = at;
    } else {
      farthest = walked;
      walked += footfalls.stepLength.value[row]! || 0;
    }
    along[row] = farthest;
  }
  return along;
}

/** Where the two kinds of stretch are known apart, what the model is told: each cut where either changes. */
export function layTogether(
  length: number, surfaces: readonly { readonly from: number; readonly to: number; readonly surface: Surface }[],
  shoes: readonly ({ readonly from: number; readonly to: number } & Pick<UnderfootStretch, "shoeStiffnessNewtonsPerMillimetre" | "shoeDistance">)[],
): readonly UnderfootStretch[] {
  const cuts = [...new Set([0, length, ...[...surfaces, ...shoes].flatMap(({ from, to }) => [from, to])])].filter((cut) => cut >= 0 && cut <= length).toSorted((one, other) => one - other);
  return cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1] ?? length;
    const covers = (stretch: { readonly from: number; readonly to: number }): boolean => stretch.from <= from && stretch.to >= to;
    const surface = surfaces.find(covers)?.surface ?? "unknown";
    const shoe = shoes.find(covers);
    if (surface === "unknown" && !shoe) return [];
    return [{ from, to, surface, shoeStiffnessNewtonsPerMillimetre: shoe?.shoeStiffnessNewtonsPerMillimetre ?? null, shoeDistance: shoe?.shoeDistance ?? 0 }];
  });
}

/** What a run did on one surface. */
export interface LoadOnSurface {
  readonly surface: Surface;
  readonly distance: number;
  readonly footfalls: number;
  /** Mean of the footfalls' peak compression of L5-S1 [body weights]. */
  readonly meanPeak: number;
  /** Mean of their speeds [m/s]: faster ground is loaded more, whatever it is. */
  readonly meanSpeed: number;
}

/** A run's load by surface; footfalls of which nothing is known stand under `unknown`. */
export function loadBySurface({ stretches, distance, stretch }: UnderfootColumns, peakCompression: (row: number) => number, speed: Float64Array): readonly LoadOnSurface[] {
  const sums = new Map<Surface, { distance: number; footfalls: number; peaks: number; speeds: number }>();
  for (let row = 0; row < stretch.length; row++) {
    const surface = stretches[stretch[row]!]?.surface ?? "unknown";
    const sum = sums.get(surface) ?? { distance: 0, footfalls: 0, peaks: 0, speeds: 0 };
    sums.set(surface, sum);
    const [peak, pace] = [peakCompression(row), speed[row]!];
    sum.distance += Math.max(0, (distance[row + 1] ?? distance[row]!) - distance[row]!);
    if (!Number.isFinite(peak) || !Number.isFinite(pace)) continue;
    sum.footfalls += 1;
    sum.peaks += peak;
    sum.speeds += pace;
  }
  return [...sums].filter(([, { footfalls }]) => footfalls > 0).map(([surface, sum]) => ({
    surface, distance: sum.distance, footfalls: sum.footfalls, meanPeak: sum.peaks / sum.footfalls, meanSpeed: sum.speeds / sum.footfalls,
  }));
}
