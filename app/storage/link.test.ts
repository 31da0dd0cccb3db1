import { expect, it } from "vitest";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { addShoe, assignShoe, deleteRun, importFiles, linkInput, linkKey, listRuns, ownRunnerId, readRun, saySurface, writeRunner, readRunner } from "./index.ts";
import { addPainEntries } from "./pain-diary.ts";

const store = temporaryStore();
const input = () => linkInput(store, ownRunnerId);
const dosesOf = (id: number) => readRun(store, id)!.summary.discs.find(({ level }) => level === "L5-S1")!.dose;

async function twoRuns(): Promise<readonly [number, number]> {
  await importFiles(store, [{ name: "one.fit", bytes: steadyRun(300) }, { name: "two.fit", bytes: steadyRun(301) }], { source: "test", now: 0 });
  const [later, earlier] = listRuns(store, { offset: 0, limit: 2 }).runs;
  const looked = readRun(store, later!.id)!.summary.startedAt;
  addPainEntries(store, ownRunnerId, [{ at: Date.parse(looked) / 1000 + 7200, utcOffset: 0, pains: [], occasion: "after-run", note: "private", clientId: "a" }], { now: 1, what: "added" });
  return [earlier!.id, later!.id];
}

it("tells each run by what the store keeps of it", async () => {
  const [earlier, later] = await twoRuns();
  const { id } = addShoe(store, { name: "Road pair", distanceBefore: 100e3 }, 1);
  assignShoe(store, { runIds: [earlier, later], shoeId: id }, 1);
  const summary = readRun(store, earlier)!.summary;
  const distance = summary.distance!;
  saySurface(store, { runId: earlier, surface: "asphalt", from: 0, to: distance * 0.75 }, 1);
  saySurface(store, { runId: earlier, surface: "grass", from: distance * 0.75, to: distance }, 1);
  // Reading a run brings its summary up to date.
  const [one, other] = [dosesOf(earlier), dosesOf(later)];
  const [first, second] = input().runs;
  expect(first).toMatchObject({ duration: summary.duration, distance, stepRate: summary.stepRate!.value, shoe: String(id), shoeDistance: 100e3, shareOnHardGround: expect.closeTo(0.75, 6), shareOnSoftGround: expect.closeTo(0.25, 6) });
  expect(first!.speed).toBeCloseTo(distance / summary.movingTime!, 9);
  expect(second!.shoeDistance).toBeCloseTo(100e3 + distance, 6);
  expect(input().shoeNames).toEqual({ [String(id)]: "Road pair" });
  // Over the usual run's: the median of the two, by every law.
  for (const law of ["exponent2", "exponent6", "exponent9"] as const) expect(first!.relativeDose["L5-S1"]![law]).toBeCloseTo((2 * one[law].value) / (one[law].value + other[law].value), 9);
});

it("says of ground that is mostly unknown, and of what no device measured, that it is not known", async () => {
  const [earlier] = await twoRuns();
  saySurface(store, { runId: earlier, surface: "grass", from: 0, to: 100 }, 1);
  expect(input().runs[0]).toMatchObject({ shareOnHardGround: null, shareOnSoftGround: null, shoe: null, shoeDistance: null, trunkLeanDegrees: null });
});

it("has another key when, and only when, something the answer rests on changes; what a note says is not among it", async () => {
  const [earlier] = await twoRuns();
  const key = linkKey(input());
  expect(linkKey(input())).toBe(key);
  expect(JSON.stringify(input())).not.toContain("private");
  addShoe(store, { name: "Spare" }, 2);
  const withShoe = linkKey(input());
  expect(withShoe).not.toBe(key);
  writeRunner(store, { ...readRunner(store), units: { distance: "mi", mass: "kg" } });
  expect(input().distanceUnit).toBe("mi");
  deleteRun(store, earlier, 3);
  expect(input().runs).toHaveLength(1);
  expect(linkKey(input())).not.toBe(withShoe);
});

it("looks back two years from the last entry, and a month more at the runs", async () => {
  await twoRuns();
  const year = 365 * 86_400;
  const last = input().entries.at(-1)!.at;
  const add = (at: number, clientId: string) => addPainEntries(store, ownRunnerId, [{ at, utcOffset: 0, pains: [], occasion: "apart-from-run", note: null, clientId }], { now: 1, what: "added" });
  add(last + 1.9 * year, "b");
  expect([input().entries.length, input().runs.length]).toEqual([2, 2]);
  add(last + 2.5 * year, "c");
  expect([input().entries.length, input().runs.length]).toEqual([2, 0]);
});
