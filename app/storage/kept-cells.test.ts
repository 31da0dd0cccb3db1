import { beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { importFiles } from "./import-files.ts";
import { cellsOfRuns } from "./kept-cells.ts";
import { ownRunnerId, readRunner, writeRunner } from "./runners.ts";
import { recomputeStale } from "./recompute.ts";

const store = temporaryStore();
const keptRow = z.object({ id: z.number(), cells: z.string() });
const kept = () => store.all(keptRow, "SELECT recording_id AS id, cells FROM footfall_cells ORDER BY recording_id");
const cells = async (ids: readonly number[], signal?: AbortSignal) => [...await cellsOfRuns(store, ids, signal)];

beforeEach(async () => {
  await importFiles(store, [1, 2].map((seed) => ({ name: `${seed}.fit`, bytes: generatedRun({ seed, minutes: 3, hasRunningDynamics: true }) })), { source: "test", now: 0 });
});

it("keeps what was computed once, and answers from there", async () => {
  expect(kept()).toEqual([]);
  const first = await cells([1, 2, 99]);
  expect(first.map(([id]) => id)).toEqual([1, 2]);
  expect(kept().map(({ id, cells: json }) => [id, JSON.parse(json)])).toEqual(first);
  store.run("UPDATE footfall_cells SET cells = '[]' WHERE recording_id = 2");
  expect(await cells([1, 2])).toEqual([first[0], [2, []]]);
});

it("computes anew what rests on another body", async () => {
  const [before] = await cells([1]);
  writeRunner(store, { ...readRunner(store, ownRunnerId), mass: 90 });
  await recomputeStale(store, ownRunnerId);
  const [after] = await cells([1]);
  expect(after).not.toEqual(before);
  expect(kept().map(({ id, cells: json }) => [id, JSON.parse(json)])[0]).toEqual(after);
});

it("stops where it is told to, and goes with its run", async () => {
  expect(await cells([1, 2], AbortSignal.abort())).toEqual([]);
  await cells([1, 2]);
  store.run("DELETE FROM recordings WHERE id = 1");
  expect(kept().map(({ id }) => id)).toEqual([2]);
});
