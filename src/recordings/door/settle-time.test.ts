import fc from "fast-check";
import { expect, test } from "vitest";
import { settleTime } from "./settle-time.ts";

const start = 1_777_000_000;
const settle = (times: readonly number[], distance?: readonly number[]) => settleTime(Float64Array.from(times), distance && Float64Array.from(distance));
const relative = (times: readonly number[], distance?: readonly number[]): number[] => [...settle(times.map((time) => start + time), distance)!.times].map((time) => time - start);
const seconds = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index);

test("sound times are kept as they are, duplicates included", () => {
  expect(relative([0, 1, 1, 4, 4000])).toEqual([0, 1, 1, 4, 4000]);
  expect(settle([start, start + 1])?.notices).toEqual([]);
});

test("a sample without time takes the one before", () => {
  expect(relative([NaN, 0, NaN, 5])).toEqual([0, 0, 0, 5]);
  expect(settle([start, NaN])?.notices[0]?.code).toBe("time-missing");
  expect(settle([NaN, NaN])).toBeNull();
});

test("a step back of a second or two is held", () => {
  expect(relative([0, 1, 2, 3, 2, 3, 4])).toEqual([0, 1, 2, 3, 3, 3, 4]);
});

test("one misread time, in between or decades away, changes only itself", () => {
  const times = seconds(20);
  times[10] = 60_000;
  expect(relative(times).filter((time, index) => time !== index).length).toBeLessThanOrEqual(1);
  times[10] = 2e9;
  expect(relative(times)).toEqual([...seconds(10), 11, ...seconds(9, 11)]);
  times[10] = -60_000;
  expect(relative(times)).toEqual([...seconds(10), 9, ...seconds(9, 11)]);
});

test("a clock set back while the distance goes on joins the stretches", () => {
  const times = [...seconds(60), ...seconds(30, -3600)];
  expect(relative(times, seconds(90, 1))).toEqual(seconds(90));
});

test("a clock that was set only after the start joins the stretch before, its spacing kept", () => {
  const settled = settleTime(Float64Array.from([...seconds(10, 631_065_600), ...seconds(50, start)]), undefined)!;
  expect([...settled.times]).toEqual(seconds(60, start - 10));
  expect(settled.notices).toEqual([{ code: "time-moved", message: expect.stringContaining("records 1 to 10 were stored at 1989-12-31") }]);
});

test("stretches written out of order are sorted, and the order is handed over", () => {
  const settled = settle([...seconds(20, 100), ...seconds(20, 50)].map((time) => start + time))!;
  expect([...settled.times].map((time) => time - start)).toEqual([...seconds(20, 50), ...seconds(20, 100)]);
  expect([...settled.order!.subarray(0, 3)]).toEqual([20, 21, 22]);
  expect(settled.notices[0]?.code).toBe("time-sorted");
});

test("whatever the clock did: nothing lost, nothing decreasing, no gap beyond a week added", () => {
  const anyTime = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: -1e9, max: 2e9 }), fc.constant(NaN));
  fc.assert(
    fc.property(fc.array(anyTime, { minLength: 1, maxLength: 60 }), fc.boolean(), (times, hasDistance) => {
      const settled = settle(times.map((time) => start + time), hasDistance ? seconds(times.length, 1) : undefined);
      if (times.every((time) => Number.isNaN(time))) return settled === null;
      if (!settled || settled.times.length !== times.length) return false;
      return settled.times.every((time, index) => index === 0 || (time >= settled.times[index - 1]! && time - settled.times[index - 1]! <= 8 * 86_400));
    }),
    { seed: 20_260_502, numRuns: 2000 },
  );
});
