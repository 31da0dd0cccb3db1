import { beforeEach, describe, expect, it } from "vitest";
import { apiOver, own } from "../../test/fixtures/api-over.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { importFiles } from "../storage/index.ts";
import * as api from "./api.ts";
import * as shapes from "./underfoot-api.ts";

const store = temporaryStore();
const server = apiOver(store);
beforeEach(async () => void (await importFiles(store, [{ name: "one.fit", bytes: steadyRun(300) }, { name: "two.fit", bytes: steadyRun(301) }], { source: "test", now: 0 })));

const { ask } = server;
const change = async (method: "PUT" | "POST" | "DELETE", url: string, payload?: object) => shapes.shoeEdit.parse((await ask(method, url, payload)).json());
const cabinet = async (): Promise<shapes.Cabinet> => shapes.cabinet.parse((await ask("GET", "/api/shoes")).json());
const underfoot = async (id: number): Promise<shapes.RunUnderfoot> => shapes.runUnderfoot.parse((await ask("GET", `/api/runs/${id}/underfoot`)).json());
const refusal = async (...asked: Parameters<typeof ask>): Promise<[number, string, string | null]> => {
  const answer = await ask(...asked);
  const { error } = api.apiError.parse(answer.json());
  return [answer.statusCode, error.message, error.where];
};

describe("shoes", () => {
  it("are added, changed, retired and removed, each with a way back", async () => {
    const { id } = await change("POST", "/api/shoes", { name: "Road", stackHeight: 0.03, kind: "daily-trainer" });
    await change("PUT", `/api/shoes/${id}`, { retiredOn: "2026-05-02" });
    const { edit } = await change("DELETE", `/api/shoes/${id}`);
    expect((await cabinet()).shoes).toEqual([]);
    expect(shapes.changed.parse((await ask("POST", `/api/edits/${edit.id}/undo`)).json()).edit.isUndone).toBe(true);
    expect((await cabinet()).shoes).toMatchObject([{ name: "Road", stackHeight: 0.03, retiredOn: "2026-05-02", brand: null, absorption: { value: 1 } }]);
    expect((await ask("POST", `/api/edits/${edit.id}/undo`)).statusCode).toBe(409);
    expect(shapes.editList.parse((await ask("GET", "/api/edits")).json()).edits.map(({ isUndone }) => isUndone)).toEqual([true, false, false]);
  });

  it.each([
    [{ name: "x", stackHeight: -0.01 }, "stack"], [{ name: "x", stackHeight: 30 }, "millimetres"], [{ name: "x", distanceBefore: -1 }, "first distance"], [{ name: "x", stiffnessNewtonsPerMillimetre: 78_000 }, "N/m"],
    [{ name: "x", colour: "red" }, "colour"], [{ name: "" }, "name"], [{ brand: "y" }, "name"], [{ name: "x", boughtOn: "May" }, "year-month-day"],
  ])("refuses %j in words that name it", async (body, word) => {
    const [status, message] = await refusal("POST", "/api/shoes", body);
    expect([status, message]).toEqual([400, expect.stringContaining(word)]);
    expect((await cabinet()).shoes).toEqual([]);
  });

  it("goes under a run, whole, for a stretch, and by rule; the summaries follow", async () => {
    const { id } = await change("POST", "/api/shoes", { name: "Road", stiffnessNewtonsPerMillimetre: 61 });
    await ask("PUT", "/api/shoes/rules", { rules: [{ kind: null, titleHas: null, longerThan: null, shoeIds: [id] }] });
    await server.background.settled();
    expect((await cabinet()).rules).toHaveLength(1);
    expect((await underfoot(2)).shoes).toMatchObject([{ from: 0, shoeId: id, by: "rule" }]);
    expect(shapes.assigned.parse((await ask("POST", "/api/shoes/assign", { shoeId: null, runIds: [2], from: 100 })).json()).runs).toBe(1);
    await server.background.settled();
    expect((await underfoot(2)).shoes).toMatchObject([{ to: 100, by: "rule" }, { from: 100, shoeId: null, by: "hand" }]);
    const { runs } = api.runList.parse((await ask("GET", "/api/runs")).json());
    expect(runs.map(({ isStale, shoe }) => [isStale, shoe?.name])).toEqual([[false, "Road"], [false, "Road"]]);
    expect(await refusal("POST", "/api/shoes/assign", { shoeId: id, runIds: [2], from: 100, to: 50 })).toEqual([400, expect.stringContaining("ends before it begins"), "to"]);
    expect((await refusal("POST", "/api/shoes/assign", { shoeId: 99, runIds: [2] }))[0]).toBe(404);
  });

  it("is compared with itself when new", async () => {
    const { id } = await change("POST", "/api/shoes", { name: "Road", distanceBefore: 600_000 });
    const compared = shapes.comparison.parse((await ask("GET", `/api/shoes/compare?one=${id}&other=${id}&otherNew=true`)).json());
    expect(compared).toMatchObject({ runs: 2, one: { isNew: false }, other: { isNew: true } });
    expect((await refusal("GET", `/api/shoes/compare?one=${id}&other=77`))).toEqual([404, expect.stringContaining("77"), null]);
  });

  it("has a photo, its kind judged by its bytes", async () => {
    const { id } = await change("POST", "/api/shoes", { name: "Road" });
    const send = (bytes: readonly number[]) => server.app.inject({ method: "PUT", url: `/api/shoes/${id}/photo`, headers: { ...own, "content-type": "application/octet-stream" }, payload: Buffer.from(bytes) });
    expect((await send([1, 2, 3])).statusCode).toBe(400);
    expect((await send([0xff, 0xd8, 0xff, 0xe0])).statusCode).toBe(200);
    expect((await ask("GET", `/api/shoes/${id}/photo`)).headers["content-type"]).toBe("image/jpeg");
    await change("DELETE", `/api/shoes/${id}/photo`);
    expect((await ask("GET", `/api/shoes/${id}/photo`)).statusCode).toBe(404);
  });

  it("go out as a table or JSON and come back the same; a wrong file changes nothing", async () => {
    await change("POST", "/api/shoes", { name: 'The "quick", one', stackHeight: 0.0305, foam: "peba", distanceBefore: 120_500, boughtOn: "2026-03-01" });
    const [csv, json] = [(await ask("GET", "/api/shoes.csv")).body, (await ask("GET", "/api/shoes.json")).body];
    for (const text of [csv, json]) expect(shapes.cabinetImported.parse((await ask("POST", "/api/shoes/import", { text })).json())).toMatchObject({ edit: null, added: [], changed: [] });
    const [first] = (await cabinet()).shoes;
    await change("DELETE", `/api/shoes/${first?.id}`);
    expect(shapes.cabinetImported.parse((await ask("POST", "/api/shoes/import", { text: csv })).json()).added).toEqual(['The "quick", one']);
    expect((await cabinet()).shoes).toMatchObject([{ stackHeight: 0.0305, foam: "peba", distanceBefore: 120_500, boughtOn: "2026-03-01" }]);
    for (const [text, word] of [["name,weight\nx,1\n", "weight"], ["name,foam\nx,cork\n", "line 2"], ["{", "JSON"], ["a,b\n1,2\n", "name"], ["name\nx\nX\n", "two pairs"]] as const) {
      expect((await refusal("POST", "/api/shoes/import", { text }))[1]).toContain(word);
    }
    expect((await cabinet()).shoes).toHaveLength(1);
    const taken = shapes.cabinetImported.parse((await ask("POST", "/api/shoes/import", { text: "Activity ID,Activity Gear,Filename\n1,Road,activities/one.fit.gz\n2,,two.fit\n" })).json());
    expect(taken).toMatchObject({ runs: 1, added: ["Road"], unknownFiles: 0 });
  });
});

describe("ground", () => {
  it("is said of a stretch, shared out, and by rule", async () => {
    const { edit } = shapes.changed.parse((await ask("PUT", "/api/runs/1/surface", { from: 100, to: 400, surface: "grass" })).json());
    expect(edit.what).toBe("set a stretch to grass");
    await server.background.settled();
    const shares = shapes.surfaceShares.parse((await ask("GET", "/api/surfaces")).json());
    expect(shares.total.surfaces.map(({ surface }) => surface)).toEqual(["unknown", "grass"]);
    for (const { meanPeak } of shares.load) expect(meanPeak.high).toBeGreaterThan(1.05 * meanPeak.value);
    await ask("PUT", "/api/surfaces/rules", { rules: [{ kind: "road", titleHas: null, longerThan: null, surface: "asphalt" }] });
    expect((await underfoot(1)).surfaces.map(({ surface, by }) => [surface, by])).toEqual([["asphalt", "rule"], ["grass", "hand"], ["asphalt", "rule"]]);
  });

  it.each([["/api/runs/1/surface", { surface: "lava" }, 400], ["/api/runs/1/surface", { surface: "grass", from: -1 }, 400], ["/api/runs/1/surface", { surface: "grass", from: 5, to: 4 }, 400], ["/api/runs/9/surface", { surface: "grass" }, 404]])("refuses %s %j", async (url, body, status) => {
    expect((await refusal("PUT", url, body))[0]).toBe(status);
  });
});
