import { gravity, kneeFlexion, usualLordosisDegrees } from "../../literature/index.ts";
import type { FootStrike } from "../../domain/index.ts";
import { signalAt, type FootfallMotion } from "./footfall-motion.ts";
import { ball, lengths, type LegPose, type RunnerPose } from "./runner-figure.ts";
import type { Point } from "./svg.ts";

/** Lean drawn where none was told [degrees]. */
export const drawnLean = 7;

/** The runner at any time of one step, in shares of body height: hip above x = 0, the ground at y = 0, y upward; how far the ground has gone by. */
export interface RunningPose {
  readonly pose: RunnerPose;
  /** Where the sole presses: forward of the hip. */
  readonly pressure: number;
}

/**
 * Poses of one footfall: the trunk rises and falls as the simulation's own force drives it, the foot stays on the ground it runs over, and the knee follows
 * from both. Drawn, not simulated: the other leg's swing, the arms, the roll of the foot, and that six tenths of the body's fall are taken by the leg (the
 * rest by arms, pelvis and trunk), so that the knee bends as far as runners' knees do. No result rests on it.
 */
export function runningPoses(motion: FootfallMotion): (time: number) => RunningPose {
  const { groundContactTime, stepTime, speed, height } = motion;
  const bounce = bounceOf(motion);
  const sweep = Math.min(speed * groundContactTime, 0.56 * height) / height;
  const landing = landingOf(motion.footStrike);
  const sole = (time: number): FootOnGround => footOnGround(landing, time / groundContactTime, 0.38 * sweep - (sweep * time) / groundContactTime);
  const hipAtContact = standingHip(sole(0).ankle);
  const hipAt = (time: number): number => hipAtContact + legShareOfFall * (signalAt(bounce, motion.sampleRate, time) - (bounce[0] ?? 0)) / height;
  const stance = (time: number): Leg => standingLeg(sole(time), hipAt(time));
  const swing = swingBetween(stance(groundContactTime), stance(0), Math.min(1.2, Math.max(0.9, 0.6 + speed / 9)));
  const legAt = (time: number): Leg => {
    const inStride = time % (2 * stepTime);
    return inStride <= groundContactTime ? stance(inStride) : swing((inStride - groundContactTime) / (2 * stepTime - groundContactTime));
  };
  const lean = Math.max(-10, Math.min(30, motion.trunkLeanDegrees ?? drawnLean));
  const bow = Math.max(0, Math.min(2, (motion.lordosisDegrees ?? usualLordosisDegrees.value) / usualLordosisDegrees.value));
  return (time) => {
    const hip = { x: 0, y: hipAt(time) };
    const turn = Math.cos(Math.PI * (time / stepTime) - 0.35);
    const arm = (side: number): { readonly upperDegrees: number; readonly lowerDegrees: number } => {
      const upper = 186 + 34 * side + lean * 0.6;
      return { upperDegrees: upper, lowerDegrees: upper - 96 - 14 * side };
    };
    const under = sole(Math.min(time, groundContactTime));
    return {
      pressure: under.pressure,
      pose: {
        ground: { x: under.pressure, y: 0 }, hip, leanDegrees: lean, bow,
        near: { leg: drawnLeg(hip, legAt(time)), arm: arm(turn) }, far: { leg: drawnLeg(hip, legAt(time + stepTime)), arm: arm(-turn) },
      },
    };
  };
}

const legShareOfFall = 0.6;

/** Height of the body's centre over the step [m], from the force alone: acceleration g(F − 1), twice integrated, the same at both ends. */
function bounceOf({ verticalForce, sampleRate }: FootfallMotion): Float64Array {
  const integrate = (signal: Float64Array): Float64Array => {
    const mean = signal.reduce((sum, value) => sum + value, 0) / signal.length;
    let sum = 0;
    return signal.map((value) => (sum += (value - mean) / sampleRate));
  };
  return integrate(integrate(verticalForce.map((force) => gravity * force)));
}

/** A leg by its angles: thigh to vertical, forward positive; knee flexion; foot to the horizontal and toes, toes down positive [degrees]. */
interface Leg {
  readonly thigh: number;
  readonly knee: number;
  readonly foot: number;
  readonly toes: number;
}

interface FootOnGround {
  readonly ankle: Point;
  readonly foot: number;
  readonly toes: number;
  readonly pressure: number;
}

/** How the foot meets the ground: foot to the horizontal, toes down positive [degrees], and until which share of the contact it lies flat. */
interface Landing {
  readonly foot: number;
  readonly flatFrom: number;
}

function landingOf(footStrike: FootStrike): Landing {
  if (footStrike === "forefoot") return { foot: 11, flatFrom: 0.26 };
  return footStrike === "rearfoot" ? { foot: -15, flatFrom: 0.2 } : { foot: -3, flatFrom: 0.12 };
}

const heel = [-0.036, 0.0545] as const;
const heelRise = { from: 0.5, to: 50 } as const;
const radians = Math.PI / 180;
const ease = (share: number): number => share * share * (3 - 2 * share);
const within = (share: number): number => Math.max(0, Math.min(1, share));

/** The foot rolling over the ground: on the heel while its toes are up, on the ball while its heel is. */
function footOnGround({ foot: landed, flatFrom }: Landing, share: number, flatAnkle: number): FootOnGround {
  const rise = heelRise.to * within((share - heelRise.from) / (1 - heelRise.from)) ** 1.6;
  const foot = share < flatFrom ? landed * (1 - ease(share / flatFrom)) : rise;
  const [forward, down] = foot < 0 ? heel : ball;
  const [cos, sin] = [Math.cos(foot * radians), Math.sin(foot * radians)];
  const ankle = { x: flatAnkle + forward - forward * cos + down * sin, y: forward * sin + down * cos };
  const from = landed < 0 ? heel[0] + 0.02 : landed > 5 ? ball[0] : 0.01;
  return { ankle, foot, toes: foot < 0 ? foot : 0, pressure: flatAnkle + from + (ball[0] + 0.012 - from) * within(share * 1.35) };
}

const { thigh: thighLength, shank: shankLength } = lengths;

/** Height of the hip at initial contact: the knee bent as runners' knees are. */
function standingHip(ankle: Point): number {
  const bend = kneeFlexion.atInitialContact.value * radians;
  const chord = Math.sqrt(thighLength ** 2 + shankLength ** 2 + 2 * thighLength * shankLength * Math.cos(bend));
  return ankle.y + Math.sqrt(chord ** 2 - ankle.x ** 2);
}

/** Angles of the leg between hip and ankle, knee forward; a leg too short for its foot is drawn straight. */
function standingLeg({ ankle, foot, toes }: FootOnGround, hip: number): Leg {
  const chord = Math.min(Math.hypot(ankle.x, hip - ankle.y), (thighLength + shankLength) * 0.9985);
  const knee = Math.PI - Math.acos((thighLength ** 2 + shankLength ** 2 - chord ** 2) / (2 * thighLength * shankLength));
  const atHip = Math.acos((thighLength ** 2 + chord ** 2 - shankLength ** 2) / (2 * thighLength * chord));
  return { thigh: (Math.atan2(ankle.x, hip - ankle.y) + atHip) / radians, knee: knee / radians, foot, toes };
}

/** The leg through the air, from toe-off to the next contact, by angles usual in runners; the foot is told to the shank. */
function swingBetween(from: Leg, to: Leg, vigour: number): (share: number) => Leg {
  const toShank = ({ foot, thigh, knee }: Leg): number => foot - (knee - thigh);
  const thigh = smooth([[0, from.thigh], [0.12, from.thigh - 3], [0.32, 2], [0.52, 29 * vigour], [0.7, 42 * vigour], [0.86, 37 * vigour], [1, to.thigh]]);
  const knee = smooth([[0, from.knee], [0.16, 48], [0.33, 92 * vigour], [0.45, 101 * vigour], [0.6, 84 * vigour], [0.77, 44], [0.9, 19], [1, to.knee]]);
  const ankle = smooth([[0, toShank(from)], [0.16, 22], [0.45, 8], [0.75, -2], [1, toShank(to)]]);
  return (share) => {
    const angles = { thigh: thigh(share), knee: knee(share) };
    const foot = ankle(share) + angles.knee - angles.thigh;
    return { ...angles, foot, toes: from.toes + (foot - from.toes) * ease(within(share / 0.1)) };
  };
}

/** A smooth curve through knots: cubic between neighbours, tangents from both sides. */
function smooth(knots: readonly (readonly [number, number])[]): (at: number) => number {
  const slope = (index: number): number => {
    const [before, after] = [knots[Math.max(0, index - 1)]!, knots[Math.min(knots.length - 1, index + 1)]!];
    return (after[1] - before[1]) / (after[0] - before[0]);
  };
  return (at) => {
    const piece = Math.max(0, Math.min(knots.length - 2, knots.findLastIndex(([place]) => place <= at)));
    const [[start, low], [end, high]] = [knots[piece]!, knots[piece + 1]!];
    const [width, share] = [end - start, within((at - start) / (end - start))];
    const [square, cube] = [share * share, share ** 3];
    return (2 * cube - 3 * square + 1) * low + (cube - 2 * square + share) * width * slope(piece) + (3 * square - 2 * cube) * high + (cube - square) * width * slope(piece + 1);
  };
}

function drawnLeg(hip: Point, { thigh, knee, foot, toes }: Leg): LegPose {
  const kneeAt = { x: hip.x + thighLength * Math.sin(thigh * radians), y: hip.y - thighLength * Math.cos(thigh * radians) };
  const shank = (thigh - knee) * radians;
  return { knee: kneeAt, ankle: { x: kneeAt.x + shankLength * Math.sin(shank), y: kneeAt.y - shankLength * Math.cos(shank) }, footDegrees: foot, toeDegrees: toes };
}

/** The pose on paper: `ground` the point below the hip, `scale` px the runner's height. */
export function onPaper({ pose, pressure }: RunningPose, ground: Point, scale: number): RunningPose {
  const place = ({ x, y }: Point): Point => ({ x: ground.x + x * scale, y: ground.y - y * scale });
  const side = ({ leg, arm }: RunnerPose["near"]): RunnerPose["near"] => ({ arm, leg: { ...leg, knee: place(leg.knee), ankle: place(leg.ankle) } });
  return { pressure: ground.x + pressure * scale, pose: { ...pose, ground: place(pose.ground), hip: place(pose.hip), near: side(pose.near), far: side(pose.far) } };
}
