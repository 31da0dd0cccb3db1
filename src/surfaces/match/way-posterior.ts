import { trackMatching } from "../../literature/index.ts";
import type { LineKind } from "../way-kind.ts";
import { reach, type NearbyWays } from "./nearby-ways.ts";
import type { TrackPoints } from "./track-points.ts";
import type { WayEvidence } from "./way-evidence.ts";

/** How probable each place to be is, given the whole track [1]; those of a point sum to 1. */
export interface WayPosterior {
  /** Of being on the way of a row of `NearbyWays`. */
  readonly onWay: Float64Array;
  /** Of being on no mapped way, one per point. */
  readonly offMap: Float64Array;
}

/**
 * The forward and backward passes of a hidden Markov model: the states at a point are the ways about it and "on no mapped way". A runner stays on a way, changes where
 * ways meet, leaves the map or comes back to it, and hardly ever changes between ways that do not meet. Every state's probability takes in the track before and after.
 */
export function wayPosterior(points: TrackPoints, ways: NearbyWays, evidence: WayEvidence): WayPosterior {
  const states = (point: number): number => ways.from[point + 1]! - ways.from[point]! + 1;
  // A point's states are its rows and, last, "on no mapped way"; they start at from[point] + point.
  const start = (point: number): number => ways.from[point]! + point;
  const forward = new Float64Array(ways.way.length + points.length);
  const backward = new Float64Array(forward.length).fill(1);
  const likelihood = likelihoods(points, ways, evidence);
  let step: Float64Array = new Float64Array(0);
  const steps: Float64Array[] = [];
  for (let point = 0; point < points.length; point++) {
    const here = start(point);
    const count = states(point);
    if (point === 0) for (let state = 0; state < count; state++) forward[here + state] = share(ways, 0, state) * likelihood[here + state]!;
    else {
      step = transitions(points, ways, point);
      steps.push(step);
      const before = start(point - 1);
      for (let from = 0; from < states(point - 1); from++) {
        const weight = forward[before + from]!;
        if (weight > 0) for (let state = 0; state < count; state++) forward[here + state]! += weight * step[from * count + state]!;
      }
      for (let state = 0; state < count; state++) forward[here + state]! *= likelihood[here + state]!;
    }
    normalise(forward, here, count);
  }
  for (let point = points.length - 2; point >= 0; point--) {
    const [here, after, count, next] = [start(point), start(point + 1), states(point), states(point + 1)];
    const matrix = steps[point]!;
    for (let state = 0; state < count; state++) {
      let sum = 0;
      for (let to = 0; to < next; to++) sum += matrix[state * next + to]! * likelihood[after + to]! * backward[after + to]!;
      backward[here + state] = sum;
    }
    normalise(backward, here, count);
  }
  const onWay = new Float64Array(ways.way.length);
  const offMap = new Float64Array(points.length);
  for (let point = 0; point < points.length; point++) {
    const [here, count] = [start(point), states(point)];
    for (let state = 0; state < count; state++) forward[here + state]! *= backward[here + state]!;
    normalise(forward, here, count);
    onWay.set(forward.subarray(here, here + count - 1), ways.from[point]);
    offMap[point] = forward[here + count - 1]!;
  }
  return { onWay, offMap };
}

/** Likelihoods of the states of each point, the largest of a point 1. */
function likelihoods(points: TrackPoints, ways: NearbyWays, { onWay, offMap }: WayEvidence): Float64Array {
  const likelihood = new Float64Array(ways.way.length + points.length);
  for (let point = 0; point < points.length; point++) {
    const [first, end] = [ways.from[point]!, ways.from[point + 1]!];
    let best = offMap[point]!;
    for (let row = first; row < end; row++) best = Math.max(best, onWay[row]!);
    for (let row = first; row < end; row++) likelihood[row + point] = Math.exp(onWay[row]! - best);
    likelihood[end + point] = Math.exp(offMap[point]! - best);
  }
  return likelihood;
}

/** How likely a runner takes a way like this rather than a small one. */
function liking({ form }: LineKind): number {
  return form === "road" ? trackMatching.mainRoadShare.value : 1;
}

/** Before anything is known: the ways about a point by how likely runners take them, and now and then no way. */
function share(ways: NearbyWays, point: number, state: number): number {
  const first = ways.from[point]!;
  const offShare = trackMatching.wayBackToTheMap.value / (trackMatching.wayBackToTheMap.value + trackMatching.stretchOffTheMap.value);
  if (state === ways.from[point + 1]! - first) return offShare;
  let sum = 0;
  for (let row = first; row < ways.from[point + 1]!; row++) sum += liking(ways.kinds[ways.way[row]!]!);
  return ((1 - offShare) * liking(ways.kinds[ways.way[first + state]!]!)) / sum;
}

/** Probabilities of going from each state of the point before to each of this one; row-major. */
function transitions(points: TrackPoints, ways: NearbyWays, point: number): Float64Array {
  const before = ways.from[point - 1]!;
  const first = ways.from[point]!;
  const rows = ways.from[point + 1]! - first;
  const rowsBefore = first - before;
  const count = rows + 1;
  const matrix = new Float64Array((rowsBefore + 1) * count);
  const metres = Math.max(1, points.along[point]! - points.along[point - 1]!);
  const leaving = Math.min(0.5, metres / trackMatching.stretchOffTheMap.value);
  const coming = Math.min(0.5, metres / trackMatching.wayBackToTheMap.value);
  const turning = Math.min(0.5, (trackMatching.junctionTurn.value * metres) / (2 * reach));
  const jumping = Math.min(0.5, metres / trackMatching.straightOver.value);
  let likings = 0;
  for (let row = 0; row < rows; row++) likings += liking(ways.kinds[ways.way[first + row]!]!);
  for (let from = 0; from < rowsBefore; from++) {
    const way = ways.way[before + from]!;
    let stay = -1;
    let meeting = 0;
    for (let row = 0; row < rows; row++) {
      const to = ways.way[first + row]!;
      if (to === way) stay = row;
      else if (ways.meet(point, way, to)) {
        matrix[from * count + row] = liking(ways.kinds[to]!);
        meeting += liking(ways.kinds[to]!);
      }
    }
    for (let row = 0; row < rows; row++) {
      const at = from * count + row;
      if (row === stay) matrix[at] = Math.max(0, 1 - leaving - (meeting > 0 ? turning : 0) - jumping);
      else if (matrix[at]! > 0) matrix[at] = (turning * matrix[at]!) / meeting;
      else matrix[at] = (jumping * liking(ways.kinds[ways.way[first + row]!]!)) / likings;
    }
    matrix[from * count + rows] = leaving;
  }
  const off = rowsBefore * count;
  for (let row = 0; row < rows; row++) matrix[off + row] = (coming * liking(ways.kinds[ways.way[first + row]!]!)) / likings;
  matrix[off + rows] = rows > 0 ? 1 - coming : 1;
  return matrix;
}

function normalise(values: Float64Array, start: number, count: number): void {
  let sum = 0;
  for (let index = start; index < start + count; index++) sum += values[index]!;
  for (let index = start; index < start + count; index++) values[index] = sum > 0 ? values[index]! / sum : 1 / count;
}
