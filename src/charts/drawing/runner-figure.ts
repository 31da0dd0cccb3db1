import { between, reach, refine, smoothPath } from "./geometry.ts";
import { drawLumbarSpine, type LumbarSpine } from "./lumbar-spine.ts";
import { straightPath, type Point } from "./svg.ts";

/** One leg below the hip, facing right. */
export interface LegPose {
  readonly knee: Point;
  readonly ankle: Point;
  /** Foot and toes to the horizontal, toes down positive [degrees]. */
  readonly footDegrees: number;
  readonly toeDegrees: number;
}

/** Upper arm and forearm from straight up, clockwise [degrees]. */
export interface ArmPose {
  readonly upperDegrees: number;
  readonly lowerDegrees: number;
}

/** Where everything is at one instant. */
export interface RunnerPose {
  /** Where the sole meets the ground, or would. */
  readonly ground: Point;
  readonly hip: Point;
  /** Trunk to vertical, forward positive [degrees]. */
  readonly leanDegrees: number;
  /** How much the lumbar spine is bowed, over the usual [1]. */
  readonly bow: number;
  readonly near: { readonly leg: LegPose; readonly arm: ArmPose };
  readonly far: { readonly leg: LegPose; readonly arm: ArmPose };
}

/** The near leg, the trunk from below in slices, and the head, each a path of its own: for what differs along the body. */
export interface RunnerParts {
  readonly thigh: string;
  readonly shank: string;
  readonly foot: string;
  readonly pelvis: string;
  /** Slices of the trunk about L5 to L1. */
  readonly lumbar: readonly string[];
  readonly thorax: string;
  readonly head: string;
}

/** A runner facing right, as outlines to draw from back to front. */
export interface RunnerFigure {
  readonly parts: RunnerParts;
  /** Paths of the far arm and leg. */
  readonly far: readonly string[];
  /** Paths of trunk, head and the leg on the ground, together one silhouette. */
  readonly body: readonly string[];
  /** Paths of the near arm, before the trunk. */
  readonly arm: readonly string[];
  /** The way of the shock: ground, ankle, knee, hip, spine, head. */
  readonly shockPath: readonly Point[];
  readonly lumbar: LumbarSpine;
  /** Where the sole meets the ground. */
  readonly ground: Point;
}

// All lengths are shares of body height, drawn to the proportions of an adult runner; no result rests on them.
export const lengths = { ankleHeight: 0.056, shank: 0.246, thigh: 0.245, trunk: 0.3, upperArm: 0.168, forearm: 0.138 } as const;

/** Poses the runner in mid-stance with the sole at `ground`, `bodyHeight` px tall, the trunk leaning forward by `trunkLeanDegrees`. */
export function poseRunner(ground: Point, bodyHeight: number, trunkLeanDegrees: number): RunnerFigure {
  const ankle = { x: ground.x, y: ground.y - lengths.ankleHeight * bodyHeight };
  const knee = reach(ankle, lengths.shank * bodyHeight, 15);
  const hip = reach(knee, lengths.thigh * bodyHeight, -17);
  const farKnee = reach(hip, lengths.thigh * bodyHeight, 171);
  const arm = (upper: number, lower: number): ArmPose => ({ upperDegrees: upper + trunkLeanDegrees, lowerDegrees: lower + trunkLeanDegrees });
  return drawRunner({
    ground, hip, leanDegrees: trunkLeanDegrees, bow: 1,
    near: { leg: { knee, ankle, footDegrees: 0, toeDegrees: 0 }, arm: arm(222, 78) },
    far: { leg: { knee: farKnee, ankle: reach(farKnee, lengths.shank * bodyHeight, 258), footDegrees: 86, toeDegrees: 86 }, arm: arm(142, 52) },
  }, bodyHeight);
}

/** Draws a runner `scale` px tall. */
export function drawRunner({ ground, hip, leanDegrees, bow, near, far }: RunnerPose, scale: number): RunnerFigure {
  const neckBase = reach(hip, lengths.trunk * scale, leanDegrees);
  const onTrunk = (up: number, forward: number): Point => between(hip, neckBase, up, forward * scale);
  const headTilt = leanDegrees * 0.35;
  const head = reach(reach(neckBase, 0.093 * scale, headTilt), 0.034 * scale, 90 + headTilt);
  const column = bowed(bow).map(([up, forward]) => onTrunk(up, forward));
  const shoulder = onTrunk(0.88, 0.016);
  const [thigh, shank, foot] = legOf(hip, near.leg, scale);
  const headPath = smoothPath([onTrunk(0.92, -0.038), onTrunk(1.04, -0.026), ...neckAndHead.map((point) => turned(point, head, scale, headTilt)), onTrunk(1.02, 0.038), onTrunk(0.9, 0.06)], true);
  const { knee, ankle } = near.leg;
  return {
    parts: { thigh, shank, foot, ...trunkParts(onTrunk), head: headPath },
    far: [...armOf(shoulder, far.arm, scale), ...legOf(hip, far.leg, scale)],
    body: [thigh, shank, foot, smoothPath(trunk.map(([up, forward]) => onTrunk(up, forward)), true), headPath],
    arm: armOf(shoulder, near.arm, scale),
    shockPath: refine([
      { x: ground.x + 0.004 * scale, y: ground.y }, { x: ankle.x - 0.002 * scale, y: ankle.y }, between(ankle, knee, 0.5, -0.004 * scale), knee, between(knee, hip, 0.5, -0.003 * scale), hip,
      ...column.slice(1, -1).toReversed(), ...upperSpine.map(([up, forward]) => onTrunk(up, forward)),
      between(neckBase, head, 0.55, -0.008 * scale), { x: head.x - 0.004 * scale, y: head.y + 0.012 * scale }, { x: head.x + 0.002 * scale, y: head.y - 0.034 * scale },
    ], 4),
    lumbar: drawLumbarSpine(column, scale),
    ground,
  };
}

// Stations of a limb from its upper joint down: share of its length, half depth in front, half depth behind.
const thigh = [[-0.04, 0.046, 0.056], [0.1, 0.05, 0.056], [0.3, 0.048, 0.047], [0.55, 0.042, 0.037], [0.8, 0.033, 0.027], [0.94, 0.031, 0.023], [1.04, 0.027, 0.022]] as const;
const shank = [[-0.05, 0.027, 0.02], [0.06, 0.028, 0.025], [0.16, 0.023, 0.034], [0.32, 0.02, 0.038], [0.5, 0.018, 0.03], [0.7, 0.015, 0.02], [0.88, 0.014, 0.0165], [1.02, 0.016, 0.019]] as const;
const upperArm = [[-0.1, 0.025, 0.025], [0.05, 0.031, 0.029], [0.3, 0.027, 0.026], [0.6, 0.022, 0.022], [0.9, 0.019, 0.019], [1.04, 0.017, 0.016]] as const;
const forearm = [[-0.06, 0.015, 0.017], [0.1, 0.02, 0.019], [0.3, 0.02, 0.0185], [0.6, 0.0155, 0.0145], [0.88, 0.011, 0.0105], [1, 0.0115, 0.011], [1.1, 0.017, 0.016], [1.24, 0.0185, 0.0165], [1.34, 0.012, 0.012]] as const;

// Outlines round a joint: forward, down.
const shoe = [
  [-0.022, -0.026], [-0.0255, -0.008], [-0.038, 0.006], [-0.0445, 0.024], [-0.044, 0.046], [-0.034, 0.0545], [0.01, 0.0545], [0.06, 0.0555], [0.092, 0.053],
  [0.109, 0.043], [0.108, 0.033], [0.092, 0.024], [0.066, 0.012], [0.042, -0.001], [0.024, -0.013], [0.0165, -0.026],
] as const;
const neckAndHead = [
  [-0.037, 0.036], [-0.05, 0.014], [-0.0565, -0.012], [-0.052, -0.038], [-0.034, -0.06], [-0.004, -0.0685], [0.026, -0.062], [0.0445, -0.042], [0.05, -0.02], [0.0485, -0.008],
  [0.055, 0.004], [0.0615, 0.0135], [0.056, 0.0185], [0.0525, 0.0215], [0.0545, 0.028], [0.0515, 0.033], [0.053, 0.0385], [0.049, 0.044], [0.0505, 0.052], [0.045, 0.0605], [0.03, 0.059], [0.014, 0.053], [0.006, 0.06],
] as const;

// Along the trunk from hip joint (0) to the base of the neck (1), and forward of that line.
const trunk = [
  [-0.16, 0.03], [-0.02, 0.052], [0.12, 0.05], [0.26, 0.049], [0.4, 0.053], [0.54, 0.062], [0.68, 0.071], [0.8, 0.073], [0.9, 0.063], [0.98, 0.044],
  [1.03, 0.01], [1.02, -0.02], [0.94, -0.04], [0.82, -0.053], [0.68, -0.056], [0.54, -0.048], [0.42, -0.042], [0.32, -0.0435], [0.22, -0.054], [0.1, -0.067], [-0.02, -0.067], [-0.14, -0.052], [-0.2, -0.02],
] as const;
const lumbarColumn = [[0.505, -0.0145], [0.435, -0.0085], [0.365, -0.0045], [0.295, -0.0035], [0.225, -0.007], [0.156, -0.0145], [0.1, -0.026]] as const;
const upperSpine = [[0.58, -0.022], [0.7, -0.029], [0.84, -0.026], [0.95, -0.01]] as const;

/** The lumbar column bent more or less about its chord. */
function bowed(bow: number): readonly (readonly [number, number])[] {
  const [top, bottom] = [lumbarColumn[0], lumbarColumn.at(-1) ?? lumbarColumn[0]];
  return lumbarColumn.map(([up, forward]) => {
    const chord = bottom[1] + ((up - bottom[0]) / (top[0] - bottom[0])) * (top[1] - bottom[1]);
    return [up, chord + bow * (forward - chord)];
  });
}

// Heights on the trunk at which its slices meet: pelvis, L5 to L1, thorax.
const cuts = [0.13, 0.19, 0.26, 0.33, 0.4, 0.47] as const;
const trunkOutline = refine(trunk.map(([x, y]) => ({ x, y })).concat(trunk.slice(0, 1).map(([x, y]) => ({ x, y }))), 3);

function trunkParts(onTrunk: (up: number, forward: number) => Point): Pick<RunnerParts, "pelvis" | "lumbar" | "thorax"> {
  const slice = (from: number, to: number): string => {
    const inside = trunkOutline.flatMap(({ x, y }, index) => {
      const next = trunkOutline[(index + 1) % trunkOutline.length]!;
      const crossed = [from, to].filter((cut) => (x - cut) * (next.x - cut) < 0).toSorted((one, other) => (one - other) * (next.x - x))
        .map((cut) => ({ x: cut, y: y + ((cut - x) / (next.x - x)) * (next.y - y) }));
      return x >= from && x <= to ? [{ x, y }, ...crossed] : crossed;
    });
    return straightPath(inside.map(({ x, y }) => onTrunk(x, y)), true);
  };
  return { pelvis: slice(-1, cuts[0]), lumbar: cuts.slice(1).map((to, index) => slice(cuts[index] ?? to, to)), thorax: slice(cuts[5], 2) };
}

function legOf(hip: Point, { knee, ankle, footDegrees, toeDegrees }: LegPose, scale: number): readonly [string, string, string] {
  return [limb(hip, knee, thigh, scale), limb(knee, ankle, shank, scale), shoeAt(ankle, footDegrees, toeDegrees, scale)];
}

/** Ball of the foot, about which the toes bend: forward and down of the ankle. */
export const ball = [0.064, 0.0555] as const;

function shoeAt(ankle: Point, footDegrees: number, toeDegrees: number, scale: number): string {
  const joint = turned(ball, ankle, scale, footDegrees);
  return smoothPath(shoe.map(([forward, down]) => {
    // The sole bends over a finger's breadth, not at a hinge.
    const share = Math.min(1, Math.max(0, (forward - 0.04) / 0.05));
    const [heel, toe] = [turned([forward, down], ankle, scale, footDegrees), turned([forward - ball[0], down - ball[1]], joint, scale, toeDegrees)];
    return between(heel, toe, share);
  }), true);
}

function armOf(shoulder: Point, { upperDegrees, lowerDegrees }: ArmPose, scale: number): readonly string[] {
  const elbow = reach(shoulder, lengths.upperArm * scale, upperDegrees);
  const wrist = reach(elbow, lengths.forearm * scale, lowerDegrees);
  return [limb(shoulder, elbow, upperArm, scale), limb(elbow, wrist, forearm, scale)];
}

function limb(from: Point, to: Point, stations: readonly (readonly [number, number, number])[], scale: number): string {
  const front = stations.map(([along, half]) => between(from, to, along, -half * scale));
  const back = stations.map(([along, , half]) => between(from, to, along, half * scale));
  return smoothPath([...front, ...back.toReversed()], true);
}

function turned([forward, down]: readonly [number, number], joint: Point, scale: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: joint.x + (forward * Math.cos(radians) - down * Math.sin(radians)) * scale, y: joint.y + (forward * Math.sin(radians) + down * Math.cos(radians)) * scale };
}
