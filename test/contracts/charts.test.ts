import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { charts, discLevels, footfallMotion, painRegions, painSides, simulateFootfall, type BodyPictureInput, type DiaryDay, type FootfallCondition, type FootfallMotion, type Picture, type Quantity, type RelationLine } from "../../src/index.ts";

const folder = fileURLToPath(new URL("../../src/charts", import.meta.url));
const notCharts = ["index.ts", "picture.ts"];

const load = (value: number, basis: Quantity["basis"]): Quantity => ({ value, low: value - 0.7, high: value + 1.1, unit: "bodyWeight", basis });
const body = (size: BodyPictureInput["size"], basis: Quantity["basis"]): BodyPictureInput => ({
  size, trunkLeanDegrees: 6, peakVerticalForce: load(2.5, "reconstructed"), discs: discLevels.map((level, index) => ({ level, peakCompression: load(1.8 + index / 4, basis) })),
});
const circle = (count: number, turn: (angle: number) => number): number[] => Array.from({ length: count }, (_, index) => turn((index / count) * 2 * Math.PI));
const route = { latitudeDegrees: circle(200, (angle) => 47 + 0.01 * Math.sin(angle)), longitudeDegrees: circle(200, (angle) => 8 + 0.02 * Math.cos(angle)), load: circle(200, (angle) => 2 + 0.3 * Math.sin(3 * angle)), loadName: "L5–S1", distanceUnit: "km" } as const;

const footfall = (condition: FootfallCondition): FootfallMotion => footfallMotion(condition, simulateFootfall({ gait: "run", ...condition }));
const [usual, quick] = [footfall({}), footfall({ speed: 6.8, slope: 0.1, footStrike: "forefoot", trunkLeanDegrees: 28, lordosisDegrees: 20, height: 1.95 })];

const relationLine = (name: string, from: number): RelationLine => ({
  name, points: Array.from({ length: 5 }, (_, index) => ({ at: from + index / 20, footfall: { value: 2 + index / 10, low: 1.6, high: 2.9 }, perKilometre: { value: index - 2, low: index - 4, high: index + 1 }, exponents: [index - 2.5, index - 2.4, index - 2.6] })),
});

const everyPlace = painRegions.flatMap((region, row) => painSides.map((side, column) => ({ region, side, painRating: 1 + ((3 * row + column) % 10) })));
const someDay = Math.floor(Date.UTC(2026, 4, 2) / 86_400_000);
/** Every third day unnoted, every other of the rest without pain. */
const noted = (span: number): DiaryDay[] => Array.from({ length: span + 1 }, (_, index) => ({ day: someDay - index, worst: index % 2 === 0 ? 0 : 1 + (index % 10) })).filter(({ day }) => day % 3 !== 0);

/** Every chart with full input, with input that has gaps, and with none. A new chart needs a row. */
const examples: { readonly [Name in keyof typeof charts]: readonly (() => Picture)[] } = {
  "back-picture": (["large", "small"] as const).flatMap((size) => [
    () => charts["back-picture"]({ size, pains: everyPlace }),
    () => charts["back-picture"]({ size, pains: [{ region: "lower-lumbar", side: "left", painRating: 4 }] }),
    () => charts["back-picture"]({ size, pains: [] }),
  ]),
  "body-picture": [
    ...(["measured", "reconstructed", "simulated", "assumed"] as const).flatMap((basis) => (["small", "large", "tall"] as const).map((size) => () => charts["body-picture"](body(size, basis)))),
    () => charts["body-picture"]({ size: "large", trunkLeanDegrees: null, peakVerticalForce: null, discs: [] }),
    () => charts["body-picture"]({ size: "tall", trunkLeanDegrees: -4, peakVerticalForce: null, discs: discLevels.map((level) => ({ level, peakCompression: null })) }),
  ],
  "factor-effects": [
    () => charts["factor-effects"]({ width: 640, negligible: 1, rows: [{ name: "distance", points: { value: 0.8, low: 0.2, high: 1.4 }, isLinked: true }, { name: "share on <soft> ground", points: { value: -0.1, low: -9, high: 7.5 }, isLinked: false }] }),
    () => charts["factor-effects"]({ width: 320, negligible: 1, rows: [] }),
  ],
  "footfall-difference": [
    () => charts["footfall-difference"]({ width: 560, rows: [{ name: "Shin", percent: { value: 12, low: -3, high: 22 } }, { name: "First peak", percent: null }, { name: "Ground <hard>", percent: { value: 0, low: 0, high: 0 } }] }),
    () => charts["footfall-difference"]({ width: 344, nameWidth: 200, rows: [], words: { about: "Each change alone", less: "less", more: "more", unit: "%" } }),
  ],
  "footfall-moment": [
    ...(["large", "tall", "pair", "narrowPair"] as const).flatMap((size) => [usual, quick].flatMap((motion) => [0, 0.03, motion.groundContactTime / 2, motion.groundContactTime, motion.stepTime].map((time) => () => charts["footfall-moment"]({ size, motion, time })))),
    () => charts["footfall-moment"]({ size: "large", motion: footfall({ speed: 1.8, stepRate: 2.3, footStrike: "rearfoot" }), time: 0.1 }),
  ],
  "footfall-traces": [
    () => charts["footfall-traces"]({ motions: [usual], width: 320 }),
    () => charts["footfall-traces"]({ motions: [usual, quick], width: 560 }),
  ],
  "load-relation": [
    () => charts["load-relation"]({ axis: { name: "speed", unit: "km/h", times: 3.6, digits: 1 }, lines: [relationLine("Walking", 1), relationLine("Running", 2)], now: 2.7, runs: [{ at: 2.5, footfall: 2.3, perKilometre: -2 }, { at: 90, footfall: 9, perKilometre: 9 }], distance: "km", width: 560 }),
    () => charts["load-relation"]({ axis: { name: "slope <%>", unit: "%", times: 100, digits: 0 }, lines: [relationLine("Running", -0.1)], now: 0, runs: [], distance: "mi", width: 320 }),
    () => charts["load-relation"]({ axis: { name: "step rate", unit: "steps/min", times: 60, digits: 0 }, lines: [], now: 2.8, runs: [], distance: "km", width: 320 }),
  ],
  "load-strip": [
    () => charts["load-strip"]({ values: [2, 2.4, null, 3, 1.1], low: 1, high: 3 }),
    () => charts["load-strip"]({ values: [null, null], low: 1, high: 3 }),
    () => charts["load-strip"]({ values: [], low: 2, high: 2 }),
  ],
  "pain-and-runs": [
    ...[27, 365, 3650].map((span) => () => charts["pain-and-runs"]({ from: someDay - span, to: someDay, days: noted(span), runs: noted(span).map(({ day }) => ({ day: day - 1, distance: 8 })), distanceUnit: "km", width: 640 })),
    () => charts["pain-and-runs"]({ from: someDay, to: someDay, days: [], runs: [], distanceUnit: "mi", width: 344 }),
  ],
  "pain-calendar": [
    ...[0, 27, 3650].map((span) => () => charts["pain-calendar"]({ from: someDay - span, to: someDay, days: noted(span), runDays: noted(span).map(({ day }) => day - 1), width: 640 })),
    () => charts["pain-calendar"]({ from: someDay, to: someDay - 1, days: [], runDays: [], width: 344 }),
  ],
  "pain-places": [
    () => charts["pain-places"]({ places: everyPlace.map(({ region, side, painRating }) => ({ region, side, entries: painRating, usual: painRating / 2, worst: painRating })), painfulEntries: 40 }),
    () => charts["pain-places"]({ places: [{ region: "lower-lumbar", side: "left", entries: 1, usual: 3, worst: 3 }], painfulEntries: 1 }),
    () => charts["pain-places"]({ places: [], painfulEntries: 0 }),
  ],
  "published-and-model": [
    () => charts["published-and-model"]({ name: "Leg stiffness", published: { value: 10.4, low: 8.1, high: 12.7 }, model: { value: 12.69, low: 10.08, high: 15.98 }, unit: "kN/m" }),
    () => charts["published-and-model"]({ name: "Contact time <slow & fast>", published: { value: -9.9, low: -13.4, high: -6.4 }, model: { value: -8.726, low: null, high: null }, unit: "ms" }),
    () => charts["published-and-model"]({ name: "Flat with speed", published: { value: null, low: -0.8, high: 0.8 }, model: { value: 0, low: null, high: null }, unit: "" }),
    () => charts["published-and-model"]({ name: "Falls with height", published: { value: null, low: null, high: 0 }, model: { value: -58.8, low: -60, high: -50 }, unit: "steps/min per m" }),
    () => charts["published-and-model"]({ name: "Not modelled", published: { value: 3, low: 3, high: 3 }, model: null, unit: "1" }),
    () => charts["published-and-model"]({ name: "Nothing known", published: { value: null, low: null, high: null }, model: null, unit: "" }),
  ],
  track: [
    () => charts.track(route),
    () => charts.track({ ...route, distanceUnit: "mi", load: route.load.map(() => null), loadName: "<L5 & S1>" }),
    () => charts.track({ ...route, latitudeDegrees: route.latitudeDegrees.map((latitude, index) => (index % 40 < 10 ? null : latitude)) }),
    () => charts.track({ ...route, longitudeDegrees: route.longitudeDegrees.map((longitude) => ((longitude + 172 + 180) % 360) - 180) }),
    () => charts.track({ ...route, latitudeDegrees: [47, 47], longitudeDegrees: [8, 8], load: [2, 2] }),
    () => charts.track({ ...route, latitudeDegrees: [null], longitudeDegrees: [null], load: [null] }),
  ],
};

test("every file of the family is registered, and nothing else is", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !notCharts.includes(name));
  expect(Object.keys(charts).toSorted()).toEqual(files.map((name) => name.replace(".ts", "")).toSorted());
});

describe.each(Object.entries(examples))("%s", (_name, draws) => {
  const pictures = draws.map((draw) => draw());

  test("is one well-formed drawing with a name, and no number that is none", () => {
    for (const { svg } of pictures) {
      const elements = parse(svg);
      expect(elements[0]?.name).toBe("svg");
      expect(elements[0]?.attributes["role"]).toBe("img");
      expect(elements[0]?.attributes["aria-label"]).toMatch(/\S/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  });

  test("asks for nothing, runs nothing, styles nothing in line, and names nothing that could clash", () => {
    for (const { svg } of pictures) {
      for (const { name, attributes } of parse(svg)) {
        expect(["script", "style", "image", "foreignObject", "use", "a"]).not.toContain(name);
        for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^(on.*|style|id|href|xlink:href)$/);
      }
    }
  });

  test("themes: whatever is drawn in a colour carries a class", () => {
    for (const { svg } of pictures) {
      for (const { attributes } of parse(svg)) {
        if (/^#/.test(attributes["fill"] ?? "") || /^#/.test(attributes["stroke"] ?? "")) expect(attributes["class"]).toMatch(/^ff-/);
      }
    }
  });

  test("has a twin in words, with real minus signs and every load with its band", () => {
    for (const { text } of pictures) {
      expect(text).toMatch(/\w{3}/);
      expect(text).not.toMatch(/(^|\s)-\d/);
      // A figure with decimals is part of a band, or is followed by its band in brackets, or by the word that it has none.
      for (const [figure] of text.replaceAll(/\([^)]*\)/g, "()").matchAll(/(?<![\d.–]|to −?)\d+\.\d+(?![\d–]| to | \()/g)) expect.unreachable(`${figure} stands without its band: ${text}`);
    }
  });

  test("is the same every time", () => {
    expect(draws.map((draw) => draw())).toEqual(pictures);
  });
});

test("the four bases look different, and the same values have the same shape", () => {
  const shapes = (["measured", "reconstructed", "simulated", "assumed"] as const).map((basis) => charts["body-picture"](body("large", basis)).svg);
  expect(new Set(shapes).size).toBe(4);
  expect(shapes.map((svg) => (svg.match(/stroke-dasharray/g) ?? []).length)).toEqual([0, 0, 0, 5]);
});

test("the track keeps distances: a square on the ground is a square on paper", () => {
  const [latitude, side] = [60, 0.01];
  const east = side / Math.cos((latitude * Math.PI) / 180);
  const { svg } = charts.track({ ...route, latitudeDegrees: [60, 60.01, 60.01, 60, 60], longitudeDegrees: [8, 8, 8 + east, 8 + east, 8], load: [2, 2, 2, 2, 2] });
  const points = [...(/ d="(M[^"]+)" class="ff-casing"/.exec(svg)?.[1] ?? "").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  const lengths = points.slice(1).map((point, index) => Math.hypot(point.x - (points[index]?.x ?? NaN), point.y - (points[index]?.y ?? NaN)));
  expect(lengths).toHaveLength(4);
  for (const length of lengths) expect(length / (lengths[0] ?? NaN)).toBeCloseTo(1, 2);
});

interface Parsed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function parse(svg: string): readonly Parsed[] {
  const elements: Parsed[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(svg).close();
  return elements;
}
