import { expect, it } from "vitest";
import { z } from "zod";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { groundCsv, groundJson, importGround } from "./ground-table.ts";
import { importFiles } from "./import-files.ts";
import { ownRunnerId } from "./runners.ts";
import { cabinetCsv, cabinetJson, importCabinet } from "./shoe-table.ts";
import { addShoe, assignShoe, removeShoe, saySurface, takeBack, toTheEnd, writeRules } from "./underfoot-edits.ts";
import { shodRuns } from "./underfoot.ts";

const store = temporaryStore();
const now = 1_770_000_000;
const idRow = z.object({ id: z.number() });
const anyRun = { kind: null, titleHas: null, longerThan: null } as const;

/** Two runs, two pairs, rules and stretches by hand. */
async function said(): Promise<void> {
  await importFiles(store, [90, 91].map((seconds) => ({ name: `${seconds}.fit`, bytes: steadyRun(seconds) })), { source: "test", now });
  const [trail, road] = [addShoe(store, { name: "Trail, \"wide\"", kind: "daily-trainer", stackHeight: 0.0285, distanceBefore: 120_000 }, now).id, addShoe(store, { name: "Road", retiredOn: "2026-01-01" }, now).id];
  writeRules(store, ownRunnerId, { shoe: [{ ...anyRun, kind: "trail", shoeIds: [trail, road] }, { ...anyRun, longerThan: 12_345.5, titleHas: "long, slow", shoeIds: [road] }] }, now);
  writeRules(store, ownRunnerId, { surface: [{ ...anyRun, kind: "trail", surface: "dirt" }, { ...anyRun, surface: "asphalt" }] }, now);
  assignShoe(store, { runIds: [1], shoeId: trail, from: 10.5, to: 100 }, now);
  assignShoe(store, { runIds: [2], shoeId: null }, now);
  saySurface(store, { runId: 1, from: 0, to: 50.25, surface: "grass" }, now);
  saySurface(store, { runId: 1, from: 60, to: toTheEnd, surface: "unknown" }, now);
}

const underfoot = () => shodRuns(store, ownRunnerId).map(({ shoes, surfaces }) => [shoes.map(({ from, to, by, shoeId }) => [from, to, by, shoeId === null]), surfaces]);

it("what was said of the ground goes out and comes in again to the same state, as JSON and as a table; undo takes it back as one", async () => {
  await said();
  const [before, under] = [groundJson(store, ownRunnerId), underfoot()];
  expect(before).toMatchObject({ rules: [{ choices: ["dirt"] }, { choices: ["asphalt"] }], stretches: [{ from: 0, to: 50.25, choice: "grass" }, { from: 60, to: null, choice: "unknown" }] });
  for (const text of [JSON.stringify(before), groundCsv(store, ownRunnerId)]) {
    expect(await importGround(store, ownRunnerId, text, now)).toEqual({ edit: null, rules: null, stretches: 0, unknownRuns: 0 });
    saySurface(store, { runId: 1, from: 0, to: toTheEnd, surface: null }, now);
    writeRules(store, ownRunnerId, { surface: [] }, now);
    const emptied = underfoot();
    expect(emptied).not.toEqual(under);
    const taken = await importGround(store, ownRunnerId, text, now);
    expect(taken).toMatchObject({ rules: 2, stretches: 2, unknownRuns: 0 });
    expect([groundJson(store, ownRunnerId), underfoot()]).toEqual([before, under]);
    takeBack(store, taken.edit?.id ?? 0, now);
    expect(underfoot()).toEqual(emptied);
    await importGround(store, ownRunnerId, text, now);
  }
});

it("the cabinet goes out with its rules and runs and comes in again to the same state", async () => {
  await said();
  const [before, under] = [cabinetJson(store, ownRunnerId), underfoot()];
  expect(before).toMatchObject({ rules: [{ choices: ["Trail, \"wide\"", "Road"] }, { longerThan: 12_345.5 }], stretches: [{ from: 10.5, to: 100 }, { choice: null, to: null }] });
  for (const text of [JSON.stringify(before), cabinetCsv(store, ownRunnerId)]) {
    expect((await importCabinet(store, ownRunnerId, text, now)).edit).toBeNull();
    for (const id of store.all(idRow, "SELECT id FROM shoes").map((row) => row.id)) removeShoe(store, id, now);
    writeRules(store, ownRunnerId, { shoe: [] }, now);
    assignShoe(store, { runIds: [1, 2], shoeId: null }, now);
    const taken = await importCabinet(store, ownRunnerId, text, now);
    expect(taken).toMatchObject({ added: expect.arrayContaining(["Road"]), rules: 2 });
    // What was said meanwhile of the rest of a run stays: a file adds to what was said, it does not empty it.
    expect(cabinetJson(store, ownRunnerId)).toMatchObject({ shoes: before.shoes, rules: before.rules, stretches: expect.arrayContaining([...before.stretches]) });
    takeBack(store, taken.edit?.id ?? 0, now);
    expect(cabinetJson(store, ownRunnerId).shoes).toEqual([]);
    await importCabinet(store, ownRunnerId, text, now);
  }
  expect(under.length).toBe(2);
});

it.each([
  ["surface,rule,startedAt\ngrass,,\n", "line 2: it names neither a rule nor when a run began"],
  ["surface,startedAt\nlawn,2026-05-02T07:00:00Z\n", "nobody knows a ground “lawn”"],
  ["surface,startedAt,fromMetres,toMetres\ngrass,2026-05-02T07:00:00Z,500,100\n", "line 2: the stretch ends before it begins"],
  ["surface,startedAt\ngrass,yesterday\n", "line 2: startedAt: must be a moment"],
  ["surface,startedAt,fromMetres\ngrass,2026-05-02T07:00:00Z,-5\n", "line 2: from: must be a distance along the run, 0 or more"],
  ["surface,rule,runKind\ngrass,1,swim\n", "line 2: kind:"],
  ["surface,rule,startedAt\ngrass,1,2026-05-02T07:00:00Z\n", "line 2: a row is a rule or a stretch of a run, not both"],
  ["{\"rule\":[]}", "holds no rules and stretches"],
])("a file that cannot be meant is refused whole, by line: %j", async (text, words) => {
  await said();
  const before = groundJson(store, ownRunnerId);
  await expect(importGround(store, ownRunnerId, text, now)).rejects.toThrow(words);
  expect(groundJson(store, ownRunnerId)).toEqual(before);
});

it("a pair that is nowhere is refused by name; runs that are not here are counted", async () => {
  await said();
  await expect(importCabinet(store, ownRunnerId, "name,rule\nGhost,1\n", now)).rejects.toThrow("the pair “Ghost”, which is neither here nor in the file");
  expect(await importGround(store, ownRunnerId, "surface,startedAt\ngrass,2001-05-02T07:00:00Z\n", now)).toEqual({ edit: null, rules: null, stretches: 0, unknownRuns: 1 });
});
