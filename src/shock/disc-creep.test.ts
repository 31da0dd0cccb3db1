import { expect, it } from "vitest";
import { discLevels } from "../domain/index.ts";
import { byLevel, creepOf, discLine, equivalentExcess, settle, unloaded, type SettledLoad } from "./index.ts";

const load = (pressure: number): SettledLoad => byLevel(() => pressure);
const minutes = 60;

it("loses 60 % of a half hour's loss in its first half", () => {
  const half = creepOf(settle(unloaded, load(1e5), 15 * minutes)).statureLoss.value;
  const whole = creepOf(settle(unloaded, load(1e5), 30 * minutes)).statureLoss.value;
  expect(half / whole).toBeCloseTo(0.6, 3);
});

it("does not care how a stretch of even load is cut", () => {
  let settled = unloaded;
  for (let piece = 0; piece < 300; piece++) settled = settle(settled, load(1.5e5), 6);
  expect(settled["L4-L5"] / settle(unloaded, load(1.5e5), 1800)["L4-L5"]).toBeCloseTo(1, 12);
});

it("settles a day's pressure to a day's loss of stature, and standing costs nothing", () => {
  expect(creepOf(settle(unloaded, load(0.31e6), 1e6)).statureLoss.value).toBeCloseTo(0.0193, 6);
  expect(creepOf(settle(unloaded, unloaded, 1e6)).statureLoss.value).toBe(0);
});

it("comes back whole, more slowly than it went: 70 % in four hours", () => {
  const after = settle(unloaded, load(1e5), 30 * minutes);
  const rested = settle(after, unloaded, 4 * 3600);
  expect(1 - rested["L5-S1"] / after["L5-S1"]).toBeCloseTo(0.7, 2);
  expect(settle(after, unloaded, 1e6)["L5-S1"]).toBeCloseTo(0, 3);
});

it("standing still is no excess; more lean and a higher peak are more", () => {
  const standing = byLevel((_, level) => {
    const { gain, offset } = discLine(level, 0, 1.75);
    return gain + offset;
  });
  const step = (lean: number, peak: number): SettledLoad => {
    const line = byLevel((_, level) => discLine(level, lean, 1.75));
    return equivalentExcess(byLevel((_, level) => line[level].gain + line[level].offset), byLevel((_, level) => line[level].gain * peak + line[level].offset), lean, 1.75);
  };
  for (const level of discLevels) {
    expect(equivalentExcess(standing, standing, 0, 1.75)[level]).toBeCloseTo(0, 6);
    expect(step(10, 2.4)[level]).toBeGreaterThan(step(3, 2.4)[level]);
    expect(step(7, 2.8)[level]).toBeGreaterThan(step(7, 2.2)[level]);
  }
});

it("its bands hold the value and widen with the disc's own height", () => {
  const { statureLoss, heightLossShare, lumbarHeightLossShare } = creepOf(load(1e5));
  for (const { value, low, high } of [statureLoss, lumbarHeightLossShare, ...Object.values(heightLossShare)]) {
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
});
