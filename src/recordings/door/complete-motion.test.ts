import { expect, test } from "vitest";
import { completeMotion } from "./complete-motion.ts";

const time = Float64Array.from({ length: 600 }, (_, second) => second);
/** Degrees of latitude in a metre on the sphere of mean radius 6371008.8 m. */
const degreesPerMetre = 180 / (Math.PI * 6_371_008.8);
const none = { distance: undefined, speed: undefined, latitudeDegrees: undefined, longitudeDegrees: undefined };

/** A small repeatable jitter in place of GPS noise [m]; standard deviation about 1.5 m, without relation between samples. */
function jitter(index: number, salt: number): number {
  const turned = Math.sin(index * 12.9898 + salt * 78.233) * 43_758.5453;
  return (turned - Math.floor(turned) - 0.5) * 5;
}

test("distance at a steady 3 m/s northwards, from positions alone", () => {
  const motion = completeMotion(time, { ...none, latitudeDegrees: time.map((second) => 48 + 3 * second * degreesPerMetre), longitudeDegrees: time.map(() => 9) }, []);
  expect(motion.distance?.[599]).toBeCloseTo(1797, 3);
  expect(motion.speed?.[300]).toBeCloseTo(3, 6);
  expect(motion.notices.map(({ code }) => code)).toEqual(["distance-from-positions", "speed-from-distance"]);
});

test("noise lengthens the way by less than two percent and never becomes a sprint", () => {
  const latitudeDegrees = time.map((second) => 48 + (3 * second + jitter(second, 1)) * degreesPerMetre);
  const longitudeDegrees = time.map((second) => 9 + (jitter(second, 2) * degreesPerMetre) / Math.cos((48 * Math.PI) / 180));
  latitudeDegrees[200]! += 500 * degreesPerMetre;
  const motion = completeMotion(time, { ...none, latitudeDegrees, longitudeDegrees }, []);
  expect(motion.distance![599]! / 1797).toBeGreaterThan(0.98);
  expect(motion.distance![599]! / 1797).toBeLessThan(1.02);
  expect(Math.max(...motion.speed!.filter((speed) => !Number.isNaN(speed)))).toBeLessThan(5);
});

test("crossing the date line is a small step", () => {
  const east = time.map((second) => 179.999 + 3 * second * degreesPerMetre);
  const motion = completeMotion(time, { ...none, latitudeDegrees: time.map(() => 0), longitudeDegrees: east.map((degrees) => (degrees > 180 ? degrees - 360 : degrees)) }, []);
  expect(motion.distance?.[599]).toBeCloseTo(1797, 3);
});

test("distance does not grow over a pause in which the runner was carried away", () => {
  const latitudeDegrees = time.map((second) => 48 + (second < 300 ? 3 * second : 3 * second + 5000) * degreesPerMetre);
  const gone = time.map((second) => (second < 300 ? second : second + 1000));
  const motion = completeMotion(gone, { ...none, latitudeDegrees, longitudeDegrees: time.map(() => 9) }, [{ start: 299, end: 1300 }]);
  expect(motion.distance?.[599]).toBeCloseTo(3 * 598, 3);
  expect(motion.speed?.[300]).toBeCloseTo(3, 6);
});

test("speed from distance, gaps in it bridged and pauses not", () => {
  const distance = time.map((second) => (second % 7 === 3 ? NaN : 2.5 * second));
  const motion = completeMotion(time, { ...none, distance }, []);
  expect(motion.speed?.[100]).toBeCloseTo(2.5, 12);
  expect(motion.speed?.[3]).toBeNaN();
});

test("distance from speed", () => {
  const motion = completeMotion(time, { ...none, speed: time.map(() => 2.5) }, []);
  expect(motion.distance?.[599]).toBeCloseTo(2.5 * 599, 9);
  expect(motion.notices.map(({ code }) => code)).toEqual(["distance-from-speed"]);
});

test("what the device stored is not touched", () => {
  const distance = time.map((second) => 3 * second);
  const speed = time.map(() => 3.1);
  expect(completeMotion(time, { ...none, distance, speed }, [])).toEqual({ distance, speed, notices: [] });
});
