import { describe, expect, it } from "vitest";
import { apiOver } from "../../test/fixtures/api-over.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { apiError } from "./api.ts";
import * as api from "./posture-api.ts";

const store = temporaryStore();
const { ask } = apiOver(store);

const list = async () => api.postureList.parse((await ask("GET", "/api/posture")).json()).entries;

const points = { ear: { x: 420, y: 40 }, shoulder: { x: 400, y: 100 }, hip: { x: 370, y: 270 }, knee: { x: 372, y: 400 }, ankle: { x: 360, y: 530 }, toe: { x: 410, y: 540 } };
const view = { width: 800, height: 600, strides: [{ points }] };

describe("postures over the API", () => {
  it("are kept, changed, taken away and brought back", async () => {
    const { entry } = api.postureKept.parse((await ask("POST", "/api/posture", { day: "2026-05-02", sideView: view })).json());
    expect(entry.findings.trunkLean?.value).toBeCloseTo((Math.atan2(30, 170) * 180) / Math.PI, 9);
    expect(entry).toMatchObject({ id: 1, note: null, sideView: { strides: [{ at: null, moment: "mid-stance", verticalEdge: null }] } });
    const { entry: changed } = api.postureKept.parse((await ask("PUT", "/api/posture/1", { day: "2026-05-03", toldLean: { degrees: 6 }, note: "lab" })).json());
    expect(changed).toMatchObject({ day: "2026-05-03", sideView: null, note: "lab", findings: { trunkLean: { value: 6, basis: "measured" } } });
    const { edit } = api.postureRemoved.parse((await ask("DELETE", "/api/posture/1")).json());
    expect([edit.what, await list()]).toEqual(["took away the posture of 2026-05-03", []]);
    expect((await ask("POST", `/api/edits/${edit.id}/undo`)).statusCode).toBe(200);
    expect((await list()).map(({ id }) => id)).toEqual([1]);
    expect((await ask("DELETE", "/api/posture/7")).statusCode).toBe(404);
    expect((await ask("PUT", "/api/posture/7", { day: "2026-05-03", toldLean: { degrees: 6 } })).statusCode).toBe(404);
  });

  it.each([
    ["no day", { toldLean: { degrees: 5 } }, "day"],
    ["a day that is none", { day: "2026-02-30", toldLean: { degrees: 5 } }, "day"],
    ["a lean nobody has", { day: "2026-05-02", toldLean: { degrees: 80 } }, "toldLean.degrees"],
    ["two readings that are no back", { day: "2026-05-02", inclinometer: { sacrumDegrees: 60, thoracolumbarDegrees: 55 } }, "inclinometer"],
    ["a picture of no size", { day: "2026-05-02", sideView: { ...view, width: 0 } }, "sideView.width"],
    ["a knee above the shoulder", { day: "2026-05-02", sideView: { ...view, strides: [{ points: { ...points, knee: { x: 372, y: 20 } } }] } }, "sideView.strides"],
    ["nothing at all", { day: "2026-05-02" }, "posture"],
    ["a field it does not know", { day: "2026-05-02", toldLean: { degrees: 5 }, picture: "…" }, "body"],
  ])("refuse %s by name", async (_name, body, where) => {
    const answer = await ask("POST", "/api/posture", body);
    expect(answer.statusCode).toBe(400);
    expect(apiError.parse(answer.json()).error.where).toBe(where);
    expect(await list()).toEqual([]);
  });

  it("go to files and come back", async () => {
    await ask("POST", "/api/posture", { day: "2026-05-02", sideView: view, note: "a" });
    const json = (await ask("GET", "/api/posture.json")).body;
    const csv = await ask("GET", "/api/posture.csv");
    expect([csv.headers["content-type"], csv.body.split("\n").length]).toEqual(["text/csv; charset=utf-8", 3]);
    for (const text of [json, csv.body]) {
      expect((await ask("POST", "/api/posture/import", { text })).json()).toEqual({ added: [], alreadyHere: 1, edit: null });
      for (const { id } of await list()) await ask("DELETE", `/api/posture/${id}`);
      expect((await ask("POST", "/api/posture/import", { text })).json()).toMatchObject({ added: [expect.any(Number)], alreadyHere: 0 });
    }
    const refused = await ask("POST", "/api/posture/import", { text: "day,toldLeanDegrees\nx,5\n" });
    expect([refused.statusCode, apiError.parse(refused.json()).error.message]).toEqual([400, "line 2: day: must be a day, as 2026-05-02"]);
  });
});

describe("the content policy", () => {
  it("lets pictures and videos be shown from the browser's own memory, and only the pose worker compile WebAssembly", async () => {
    const policy = async (url: string): Promise<string> => String((await ask("GET", url)).headers["content-security-policy"]);
    const page = await policy("/api/posture");
    expect(page).toContain("img-src 'self' data: blob:");
    expect(page).toContain("media-src 'self' blob:");
    expect(page).not.toMatch(/connect-src|unsafe|script-src/);
    expect(await policy("/assets/pose-worker-x1.js")).toBe("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
    expect(await policy("/assets/main-x1.js")).toBe(page);
  });

  it("serves of the pose package what marking needs, and nothing beside it", async () => {
    const { isInstalled } = api.poseAtHand.parse((await ask("GET", "/api/pose")).json());
    expect((await ask("GET", "/pose/pose.js")).statusCode).toBe(isInstalled ? 200 : 404);
    for (const path of ["/pose/package.json", "/pose/..%2fpackage.json", "/pose/pose_landmark_heavy.tflite"]) expect((await ask("GET", path)).statusCode).toBe(404);
  });
});
