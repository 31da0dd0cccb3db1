import { describe, expect, it } from "vitest";
import { steadyRecording, type SteadyOptions } from "../../test/fixtures/steady-recording.ts";
import { gaits, type Footfalls } from "../domain/index.ts";
import { predictContactTime, predictStepRate, reconstructFootfalls } from "./index.ts";

const body = { mass: 70, height: 1.75, sex: null, legLength: 0.9275, assumed: [] };
const footfallsOf = (options: SteadyOptions): Footfalls => reconstructFootfalls(steadyRecording(options), body, null);
const runningCount = (footfalls: Footfalls): number => footfalls.gait.filter((code) => gaits[code] !== "walk").length;

describe("reconstructFootfalls", () => {
  it("makes as many footfalls as steps were counted", () => {
    const footfalls = footfallsOf({ seconds: 600, channels: { speed: 3, stepRate: 2.8 } });
    expect(footfalls.length).toBe(1680);
    expect(footfalls.time[1]! - footfalls.time[0]!).toBeCloseTo(1 / 2.8, 9);
    for (let row = 1; row < footfalls.length; row++) expect(footfalls.time[row]!).toBeGreaterThan(footfalls.time[row - 1]!);
  });

  it("counts the same whether the watch wrote each second or each eighth", () => {
    const every = (interval: number): number => footfallsOf({ seconds: 640, interval, channels: { speed: 3, stepRate: 2.75 } }).length;
    expect(Math.abs(every(8) - every(1))).toBeLessThanOrEqual(1);
  });

  it("keeps measured contact time as measured and says so", () => {
    const footfalls = footfallsOf({ seconds: 60, channels: { speed: 3, stepRate: 2.8, groundContactTime: 0.255, verticalOscillation: 0.085 } });
    expect(footfalls.groundContactTime.value[10]).toBeCloseTo(0.255, 12);
    expect(footfalls.groundContactTime.basis[10]).toBe(0);
    expect(footfalls.verticalOscillation.value[10]).toBeCloseTo(0.085, 12);
    expect(footfalls.flightTime.value[10]).toBeCloseTo(1 / 2.8 - 0.255, 9);
    expect(footfalls.method[10]).toBe(0);
  });

  it("splits contact time by the recorded balance: the left share of both feet's sum", () => {
    const footfalls = footfallsOf({ seconds: 60, channels: { speed: 3, stepRate: 2.8, groundContactTime: 0.25, leftContactShare: 0.52 } });
    const left = footfalls.foot.indexOf(1);
    const right = footfalls.foot.indexOf(2);
    expect(footfalls.groundContactTime.value[left]).toBeCloseTo(0.26, 9);
    expect(footfalls.groundContactTime.value[right]).toBeCloseTo(0.24, 9);
  });

  it("makes no footfall while standing, paused, or where nothing was recorded for long", () => {
    expect(footfallsOf({ seconds: 600, channels: { speed: 0.2, stepRate: 0 } }).length).toBe(0);
    // A receiver drifting at 1 m/s while the step counter rests is not a runner.
    expect(footfallsOf({ seconds: 600, channels: { speed: 1, stepRate: 0 } }).length).toBe(0);
    const paused = footfallsOf({ seconds: 600, channels: { speed: 3, stepRate: 3 }, pauses: [{ start: 100, end: 400 }] });
    expect(paused.length).toBeGreaterThan(890);
    expect(paused.length).toBeLessThanOrEqual(903);
    expect(paused.time.some((moment) => moment > 101 && moment < 399)).toBe(false);
    expect(footfallsOf({ seconds: 600, interval: 60, channels: { speed: 3, stepRate: 3 } }).length).toBe(0);
  });

  it("tells a walking break from the run around it", () => {
    const walks = (time: number): boolean => time > 200 && time < 300;
    const footfalls = footfallsOf({ seconds: 500, channels: { speed: (time) => (walks(time) ? 1.4 : 3), stepRate: (time) => (walks(time) ? 1.85 : 2.8) } });
    for (let row = 0; row < footfalls.length; row++) {
      const time = footfalls.time[row]!;
      if (time > 205 && time < 295) expect(gaits[footfalls.gait[row]!]).toBe("walk");
      if (time < 195 || time > 305) expect(gaits[footfalls.gait[row]!]).toBe("run");
    }
    const middle = footfalls.time.findIndex((time) => time > 250);
    expect(footfalls.flightTime.value[middle]).toBeLessThan(0);
    expect(footfalls.dutyFactor.value[middle]).toBeGreaterThan(0.5);
  });

  it("recognises a walk and a shuffle without a step counter, and a slow jog with one", () => {
    expect(runningCount(footfallsOf({ seconds: 300, channels: { speed: 1.4 } }))).toBe(0);
    expect(runningCount(footfallsOf({ seconds: 300, channels: { speed: 1.8, stepRate: 2.6 } }))).toBeGreaterThan(700);
  });

  it("never makes a sprint from receiver noise", () => {
    // One record in forty jumps by 60 m, as receivers do under trees.
    const footfalls = footfallsOf({ seconds: 1200, channels: { speed: (time) => (time % 40 === 0 ? 12 : 3) } });
    expect(footfalls.gait.some((code) => gaits[code] === "sprint")).toBe(false);
    expect(Math.max(...footfalls.speed.value)).toBeLessThan(3.5);
    const long = footfallsOf({ seconds: 300, channels: { speed: (time) => (time > 100 && time < 130 ? 11 : 3), stepRate: 2.8 } });
    expect(long.gait.some((code) => gaits[code] === "sprint")).toBe(false);
  });

  it("believes a sprint that the step rate bears out", () => {
    const footfalls = footfallsOf({ seconds: 60, channels: { speed: 8, stepRate: 4 } });
    expect(footfalls.gait.every((code) => gaits[code] === "sprint")).toBe(true);
  });

  it("guesses speed from the totals of a treadmill run without speed, and widens the band", () => {
    const footfalls = footfallsOf({ seconds: 600, indoor: true, distance: 1800, channels: { stepRate: 2.8 } });
    expect(footfalls.speed.value[0]).toBeCloseTo(3, 6);
    expect(footfalls.speed.high[0]! - footfalls.speed.low[0]!).toBeGreaterThan(1);
  });

  it("bridges a lost step count, and gives up where neither speed nor steps are known", () => {
    const footfalls = footfallsOf({ seconds: 300, channels: { speed: 3, stepRate: (time) => (time > 100 && time < 120 ? 0 : 2.8) } });
    expect(Math.abs(footfalls.length - 840)).toBeLessThanOrEqual(2);
    expect(footfallsOf({ seconds: 300, channels: { heartRatePerMinute: 150 } }).length).toBe(0);
  });

  it("feels a hill through a metre of altitude noise", () => {
    const footfalls = footfallsOf({ seconds: 600, channels: { speed: 3, stepRate: 2.8, altitude: (time) => 0.05 * 3 * time + (time % 2) } });
    expect(footfalls.slope.value[800]).toBeCloseTo(0.05, 1);
  });

  it("holds every value within its band", () => {
    const footfalls = footfallsOf({ seconds: 120, channels: { speed: 2.6 } });
    for (const column of [footfalls.speed, footfalls.stepRate, footfalls.groundContactTime, footfalls.flightTime, footfalls.verticalOscillation, footfalls.dutyFactor, footfalls.stepLength]) {
      for (let row = 0; row < footfalls.length; row++) {
        expect(column.low[row]!).toBeLessThan(column.value[row]!);
        expect(column.high[row]!).toBeGreaterThan(column.value[row]!);
      }
    }
  });
});

describe("the fitted relations", () => {
  // Published group means that the step-rate fit has not seen (target B32), tolerance 8 steps/min.
  it.each([[3.04, 165], [3.5, 168], [3.8, 171.3], [4.6, 177.1], [2.4, 154], [2.6, 158], [2.9, 160]])("step rate at %f m/s is near %f steps/min", (speed, stepsPerMinute) => {
    expect(Math.abs(60 * predictStepRate(speed, 0, body) - stepsPerMinute)).toBeLessThanOrEqual(8);
  });

  // Medians of 28 regular runners on a treadmill (target B31), tolerance 15 ms.
  it.each([[2.5, 161, 0.272], [3.5, 173, 0.226], [4.5, 185, 0.195]])("contact time at %f m/s and %f steps/min is near %f s", (speed, stepsPerMinute, seconds) => {
    expect(Math.abs(predictContactTime(speed, stepsPerMinute / 60, 0, { ...body, legLength: 0.53 * 1.7596 }) - seconds)).toBeLessThanOrEqual(0.015);
  });

  it("fall and rise with speed as reported between 10 and 20 km/h (target B33: contact −9.9 ms, flight +3.7 ms, step rate +3.2 steps/min per km/h, ± 35 %)", () => {
    const at = (speed: number): { contact: number; flight: number; rate: number } => {
      const rate = predictStepRate(speed, 0, body);
      const contact = predictContactTime(speed, rate, 0, body);
      return { contact, flight: 1 / rate - contact, rate: rate * 60 };
    };
    const slow = at(10 / 3.6);
    const fast = at(20 / 3.6);
    const slope = (pick: "contact" | "flight" | "rate"): number => (fast[pick] - slow[pick]) / 10;
    expect(Math.abs(slope("contact") * 1000 / -9.9 - 1)).toBeLessThan(0.35);
    expect(Math.abs(slope("flight") * 1000 / 3.7 - 1)).toBeLessThan(0.35);
    expect(Math.abs(slope("rate") / 3.2 - 1)).toBeLessThan(0.35);
  });

  it("give a taller runner fewer steps, about 50 a minute for a metre", () => {
    const tall = predictStepRate(3.5, 0, { ...body, legLength: 0.53 * 1.85 });
    const small = predictStepRate(3.5, 0, { ...body, legLength: 0.53 * 1.65 });
    expect(((tall - small) * 60) / 0.2).toBeLessThan(-20);
    expect(((tall - small) * 60) / 0.2).toBeGreaterThan(-75);
  });
});
