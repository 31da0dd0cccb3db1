import { expect, test } from "vitest";
import { settlePauses } from "./settle-pauses.ts";

const time = Float64Array.from([0, 1, 2, 3, 100, 101, 102, 103, 108, 109]);

test("a break with time in it is a pause, one without follows on", () => {
  expect(settlePauses({ stops: [], breaks: [4, 6] }, time, 0)).toEqual([{ start: 3, end: 100 }]);
  expect(settlePauses({ stops: [], breaks: [8] }, time, 0)).toEqual([]);
});

test("stops are counted from the start, cut to the recording and joined", () => {
  const stops = [{ start: 1050, end: 1060 }, { start: 1055, end: 1070 }, { start: 1100, end: 9999 }, { start: 2000, end: 2100 }, { start: 1001, end: 1001.5 }];
  expect(settlePauses({ stops, breaks: [] }, time, 1000)).toEqual([{ start: 50, end: 70 }, { start: 100, end: 109 }]);
});
