import { expect, it } from "vitest";
import { whatIf, whatIfBaseline } from "../../src/index.ts";
import { apiOver } from "../../test/fixtures/api-over.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { addShoe, assignShoe, importFiles, readRun } from "../storage/index.ts";
import * as shapes from "./what-if-api.ts";

const store = temporaryStore();
const api = apiOver(store);

const ask = (query = "") => api.ask("GET", `/api/what-if${query}`);
const ground = async (query = ""): Promise<shapes.WhatIfGround> => shapes.whatIfGround.parse((await ask(query)).json());

it("has no cells before there is a run, and the page takes a usual footfall", async () => {
  const empty = await ground();
  expect(empty).toMatchObject({ runs: [], cells: [], footfalls: 0, isSample: false, runId: null });
  expect(whatIfBaseline(empty, "weeks").isAssumed).toBe(true);
});

it("gives four weeks up to the latest run, and one run, with the load that the run's own page tells", async () => {
  await importFiles(store, [{ name: "one.fit", bytes: steadyRun(300) }, { name: "two.fit", bytes: steadyRun(301) }], { source: "test", now: 0 });
  const weeks = await ground();
  const first = weeks.runs.at(-1)!;
  expect(weeks.runs).toHaveLength(2);
  expect(weeks.footfalls).toBe(weeks.runs.reduce((sum, { id }) => sum + (readRun(store, id)?.summary.footfallCount ?? 0), 0));
  const one = await ground(`?run=${first.id}`);
  const { before } = whatIf(whatIfBaseline(one, "run").baseline, {}).discs.at(-1)!.footfall;
  expect(before.value).toBeCloseTo(readRun(store, first.id)!.summary.discs.at(-1)!.peakCompression.value, 2);
});

it("knows the shoe a run was in as soon as it is said", async () => {
  await importFiles(store, [{ name: "one.fit", bytes: steadyRun(300) }], { source: "test", now: 0 });
  expect((await ground()).cells[0]?.shoeStiffnessNewtonsPerMillimetre).toBeNull();
  const { id } = addShoe(store, { name: "Hard", stiffnessNewtonsPerMillimetre: 95, distanceBefore: 600e3 }, 1);
  assignShoe(store, { runIds: [1], shoeId: id }, 2);
  expect((await ground()).cells[0]).toMatchObject({ shoeStiffnessNewtonsPerMillimetre: 95, shoeDistance: expect.closeTo(600e3, -5) });
});

it("refuses a run that is not there, and a number that is none", async () => {
  expect((await ask("?run=99")).statusCode).toBe(404);
  expect((await ask("?run=x")).statusCode).toBe(400);
});
