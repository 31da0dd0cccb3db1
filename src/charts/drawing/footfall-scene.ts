import { discLevels } from "../../domain/index.ts";
import { hatch } from "./basis-look.ts";
import { signalAt, type FootfallMotion } from "./footfall-motion.ts";
import { loadStep, loadSteps, usualLoadScale } from "./load-scale.ts";
import { drawLens, lensScale, lensSpine, type LensLayout } from "./lumbar-lens.ts";
import { bandWords, numberWords } from "./number-words.ts";
import { drawRunner, type RunnerFigure } from "./runner-figure.ts";
import { drawnLean, onPaper, runningPoses } from "./running-pose.ts";
import { element, label, straightPath, type Attributes, type Point } from "./svg.ts";

/** One drawn element; the same place in the list is the same element at every time. */
export interface Shape {
  readonly name: string;
  readonly attributes: Attributes;
}

/** `large` with the spine beside the runner; `tall` with it below, for narrow screens; `pair` and `narrowPair` for two side by side, the same with fewer words. */
export type SceneSize = "large" | "tall" | "pair" | "narrowPair";

/** A footfall to be drawn at any time: what stands still as text, what moves as shapes. */
export interface FootfallScene {
  readonly width: number;
  readonly height: number;
  readonly still: string;
  readonly moving: (time: number) => readonly Shape[];
}

interface SceneLayout {
  readonly width: number;
  readonly height: number;
  /** The ground below the hip. */
  readonly ground: Point;
  readonly bodyHeight: number;
  readonly groundWidth: number;
  /** Length of the arrow for one body weight [px]. */
  readonly push: number;
  readonly lens: LensLayout;
  /** Whether the largest push stands below the arrow. */
  readonly saysPush: boolean;
  /** Where the hairlines from the figure's spine end; none where the spine lies below. */
  readonly link: { readonly top: Point; readonly bottom: Point } | null;
  /** The colours' scale: where it begins, and the width of one step. */
  readonly legend: Point & { readonly each: number };
}

const layouts: Readonly<Record<SceneSize, SceneLayout>> = {
  large: {
    width: 600, height: 580, ground: { x: 158, y: 428 }, bodyHeight: 404, groundWidth: 310, push: 34,
    lens: { lens: { x: 384, y: 196 }, lensHeight: 2000, axis: { left: 448, right: 540 } },
    link: { top: { x: 302, y: 98 }, bottom: { x: 276, y: 322 } }, legend: { x: 340, y: 520, each: 24 }, saysPush: true,
  },
  tall: {
    width: 344, height: 800, ground: { x: 164, y: 290 }, bodyHeight: 272, groundWidth: 300, push: 22,
    lens: { lens: { x: 112, y: 520 }, lensHeight: 1850, axis: { left: 164, right: 268 } }, link: null, legend: { x: 12, y: 724, each: 24 }, saysPush: true,
  },
  pair: {
    width: 320, height: 740, ground: { x: 158, y: 308 }, bodyHeight: 292, groundWidth: 290, push: 25,
    lens: { lens: { x: 92, y: 504 }, lensHeight: 1500, axis: { left: 146, right: 244 } }, link: null, legend: { x: 12, y: 704, each: 24 }, saysPush: false,
  },
  narrowPair: {
    width: 160, height: 590, ground: { x: 80, y: 178 }, bodyHeight: 166, groundWidth: 156, push: 14,
    lens: { lens: { x: 40, y: 340 }, lensHeight: 1720, axis: { left: 72, right: 100, unit: 44 } }, link: null, legend: { x: 2, y: 556, each: 17 }, saysPush: false,
  },
};

const ink = { "stroke-linejoin": "round", "stroke-linecap": "round", fill: "none" } as const;

/** Draws a footfall, ready to be asked for any time from its contact to the next. */
export function footfallScene(motion: FootfallMotion, size: SceneSize): FootfallScene {
  const layout = layouts[size];
  const pose = runningPoses(motion);
  const discs = discLevels.map((level) => ({ level, peakCompression: motion.peaks.compression[level] }));
  const lean = Math.max(-10, Math.min(30, motion.trunkLeanDegrees ?? drawnLean));
  const lens = movingLens(motion, layout.lens, lean);
  return {
    width: layout.width, height: layout.height,
    still: groundLine(layout) + (layout.saysPush ? pushWords(motion, layout) : "") + drawLens(layout.lens, lean, discs) + legend(layout.legend),
    moving(time) {
      const { pose: drawn, pressure } = onPaper(pose(time), layout.ground, layout.bodyHeight);
      const runner = drawRunner(drawn, layout.bodyHeight);
      return [groundTicks(motion, layout, time), ...figure(runner, motion, time, size === "large" ? 1.5 : 1.2), arrow(motion, layout, time, pressure), link(runner, layout), ...lens(time)];
    },
  };
}

/** A path in the colour of a load. */
function loaded(d: string, load: number, more: Attributes = {}): Shape {
  const step = loadStep(load, usualLoadScale.low, usualLoadScale.high);
  return { name: "path", attributes: { d, class: `${step.className} ff-solid`, fill: step.colour, stroke: step.colour, "stroke-width": 0.7, ...more } };
}

function figure({ far, body, arm, parts, lumbar }: RunnerFigure, motion: FootfallMotion, time: number, line: number): readonly Shape[] {
  const outline = (paths: readonly string[], isFar: boolean): Shape =>
    ({ name: "path", attributes: { ...ink, d: paths.join(""), class: isFar ? "ff-line-far" : "ff-line", stroke: isFar ? "#a59d95" : "#4a443f", "stroke-width": line * 2 } });
  const paper = (d: string): Shape => ({ name: "path", attributes: { d, class: "ff-paper", fill: "#fffdfa", stroke: "none" } });
  const at = (signal: Float64Array): number => signalAt(signal, motion.sampleRate, time);
  const [ground, pelvis, head] = [at(motion.verticalForce), at(motion.sacralAccelerationG), at(motion.headAccelerationG)];
  const vertebrae = discLevels.map((level) => at(motion.vertebralAccelerationG[level]));
  // The shank is carried with the ground's force, and shaken by its own stop; in the air the model tells nothing of it.
  const shank = motion.tibialAccelerationG && time < motion.groundContactTime ? Math.max(ground, at(motion.tibialAccelerationG)) : ground;
  return [
    outline(far, true), ...far.map(paper), outline(body, false),
    loaded(parts.shank, shank), loaded(parts.foot, ground), loaded(parts.thigh, (shank + pelvis) / 2),
    loaded(parts.pelvis, pelvis), ...parts.lumbar.map((slice, index) => loaded(slice, vertebrae.at(-1 - index) ?? pelvis)),
    loaded(parts.thorax, ((vertebrae[0] ?? pelvis) + head) / 2), loaded(parts.head, head),
    outline(arm, false), ...arm.map(paper),
    { name: "path", attributes: { ...ink, d: lumbar.vertebrae.map((bone) => bone.body).join(""), class: "ff-bone", fill: "#fffdfa", stroke: "#4a443f", "stroke-width": line * 0.5 } },
    ...lumbar.discs.map((disc) => loaded(straightPath(disc.corners, true), at(motion.compression[disc.level]))),
  ];
}

/** What each disc carries now: its colour, and a line along the axis of its whisker. */
function movingLens(motion: FootfallMotion, layout: LensLayout, lean: number): (time: number) => readonly Shape[] {
  const discs = discLevels.map((level) => ({ level, peakCompression: motion.peaks.compression[level] }));
  const { at: scale } = lensScale(layout, discs);
  const drawn = lensSpine(layout, lean).discs.map((disc) => ({ ...disc, outline: straightPath(disc.corners, true), hatching: hatch(disc.corners, 4) }));
  return (time) => drawn.flatMap(({ level, outline, hatching, front }) => {
    const load = signalAt(motion.compression[level], motion.sampleRate, time);
    const { className, colour } = loadStep(load, usualLoadScale.low, usualLoadScale.high);
    const line = { class: `${className} ff-outlined`, fill: "none", stroke: colour };
    return [
      { name: "path", attributes: { d: outline, class: "ff-paper", fill: "#fffdfa", stroke: "none" } },
      { name: "path", attributes: { d: outline, class: `${className} ff-solid`, fill: colour, "fill-opacity": 0.5 } },
      { name: "path", attributes: { ...line, d: hatching, "stroke-width": 1.4 } },
      { name: "path", attributes: { ...line, d: outline, "stroke-width": 1.8, "stroke-linejoin": "round" } },
      { name: "path", attributes: { d: straightPath([{ x: layout.axis.left, y: front.y }, { x: scale(load), y: front.y }]), class: "ff-line", stroke: "#4a443f", "stroke-width": 3, fill: "none" } },
    ];
  });
}

function groundLine({ ground, groundWidth }: SceneLayout): string {
  const ends = [{ x: ground.x - groundWidth / 2, y: ground.y + 1 }, { x: ground.x + groundWidth / 2, y: ground.y + 1 }];
  return element("path", { d: straightPath(ends), class: "ff-line-far", stroke: "#a59d95", "stroke-width": 1.4, "stroke-linecap": "round", fill: "none" });
}

/** Marks on the ground, 25 cm apart, that go by under the runner. */
function groundTicks({ speed, height }: FootfallMotion, { ground, groundWidth, bodyHeight }: SceneLayout, time: number): Shape {
  const apart = (0.25 / height) * bodyHeight;
  const gone = ((speed * time) / height) * bodyHeight;
  const [left, right] = [ground.x - groundWidth / 2, ground.x + groundWidth / 2];
  const count = Math.ceil(groundWidth / apart) + 1;
  const marks = Array.from({ length: count }, (_, index) => left + ((((index * apart - gone) % (count * apart)) + count * apart) % (count * apart)));
  const d = marks.filter((x) => x < right).map((x) => straightPath([{ x, y: ground.y + 1 }, { x: Math.max(left, x - 5), y: ground.y + 7 }])).join("");
  return { name: "path", attributes: { d, class: "ff-line-far", stroke: "#a59d95", "stroke-width": 1, fill: "none" } };
}

/** The ground's push: an arrow from below up to the sole, as long as the force is large. */
function arrow(motion: FootfallMotion, { ground, push }: SceneLayout, time: number, x: number): Shape {
  const force = signalAt(motion.verticalForce, motion.sampleRate, time);
  const [length, top] = [force * push, ground.y + 3];
  const head = Math.min(12, length);
  const outline = [[0, 0], [head * 0.6, head], [head * 0.22, head * 0.86], [head * 0.22, length], [-head * 0.22, length], [-head * 0.22, head * 0.86], [-head * 0.6, head]] as const;
  const d = force < 0.02 ? "" : straightPath(outline.map(([aside, down]) => ({ x: x + aside, y: top + down })), true);
  return { name: "path", attributes: { d, class: "ff-shock", fill: "#1a6a77" } };
}

// Below the longest arrow, so that it never runs over the words.
function pushWords({ peaks: { verticalForce: { value, low, high } } }: FootfallMotion, { ground, push }: SceneLayout): string {
  const y = ground.y + 3 * push + 20;
  return label(`the ground pushes up to ${numberWords(value, 1)} (${bandWords(low, high, 1)})`, { x: ground.x, y }, { "font-size": 12, "text-anchor": "middle" })
    + label("times body weight", { x: ground.x, y: y + 16 }, { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12, "text-anchor": "middle" });
}

// Two hairlines say that the enlarged spine is the one in the figure.
function link({ lumbar }: RunnerFigure, { link: ends }: SceneLayout): Shape {
  const [first, last] = [lumbar.discs[0]!.front, lumbar.discs.at(-1)!.front];
  return { name: "path", attributes: { d: ends === null ? "" : straightPath([first, ends.top]) + straightPath([last, ends.bottom]), class: "ff-hair", stroke: "#d8d1c9", "stroke-width": 1, fill: "none" } };
}

/** The scale of colour, and what it counts. */
function legend({ x, y, each }: SceneLayout["legend"]): string {
  const quiet = { class: "ff-text-quiet", fill: "#6b645d", "font-size": 12 } as const;
  const { low, high } = usualLoadScale;
  const swatches = Array.from({ length: loadSteps }, (_, index) => {
    const { className, colour } = loadStep(low + ((index + 0.5) / loadSteps) * (high - low), low, high);
    return element("rect", { x: x + index * each, y, width: each, height: 8, class: `${className} ff-solid`, fill: colour });
  });
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => {
    const at = { x: x + (index / (high - low)) * loadSteps * each, y: y + 22 };
    return label(`${numberWords(low + index)}${low + index === high ? " +" : ""}`, at, { ...quiet, "text-anchor": index === 0 ? "start" : low + index === high ? "end" : "middle" });
  });
  // As wide as the steps themselves: narrow ones take a third line.
  const words = each < 24 ? ["times the load of", "quiet standing;", "discs: times body weight"] : ["times the load of quiet standing;", "discs: times body weight"];
  return words.map((line, index) => label(line, { x, y: y - 8 - 16 * (words.length - 1 - index) }, quiet)).join("") + swatches.join("") + numbers.join("");
}
