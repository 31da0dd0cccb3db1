import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { apiOver, own } from "../../test/fixtures/api-over.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { loadSample } from "../storage/index.ts";
import * as api from "./api.ts";
import { startServer } from "./server.ts";

const octets = { ...own, "content-type": "application/octet-stream" };
const store = temporaryStore();
beforeEach(() => {
  const webRoot = join(store.home, "web");
  mkdirSync(join(webRoot, "assets"), { recursive: true });
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Footfall</title>");
  writeFileSync(join(webRoot, "assets", "main-1a2b.js"), "export {};");
  writeFileSync(join(store.home, "secret.txt"), "secret");
});
const server = apiOver(store, () => join(store.home, "web"));
const { ask } = server;

async function importRuns(...seconds: readonly number[]): Promise<api.ImportRecord> {
  const { id } = api.importRecord.parse((await ask("POST", "/api/imports", { files: seconds.length })).json());
  for (const length of seconds) await server.app.inject({ method: "PUT", url: `/api/imports/${id}/files?name=run-${length}.fit`, headers: octets, payload: Buffer.from(steadyRun(length)) });
  return api.importRecord.parse((await ask("POST", `/api/imports/${id}/finish`)).json());
}

const list = async (): Promise<api.RunList> => api.runList.parse((await ask("GET", "/api/runs")).json());

describe("status and profile", () => {
  it("starts empty, remembers what is told, forgets on null", async () => {
    expect(api.status.parse((await ask("GET", "/api/status")).json())).toMatchObject({ version: "1.2.3", hasSample: false, isSampleShown: false, runs: 0, recompute: null });
    const empty = { mass: null, height: null, sex: null, birthYear: null, trunkLeanDegrees: null, units: { distance: "km", mass: "kg" }, isComplete: false };
    expect((await ask("GET", "/api/runner")).json()).toEqual(empty);
    expect((await ask("PUT", "/api/runner", { mass: 70.5, height: 1.78, units: { distance: "mi" } })).json()).toEqual({ ...empty, mass: 70.5, height: 1.78, units: { distance: "mi", mass: "kg" }, isComplete: true });
    expect((await ask("PUT", "/api/runner", { mass: null })).json()).toMatchObject({ mass: null, height: 1.78, isComplete: false });
  });

  it.each([[{ mass: 700 }, "mass"], [{ height: 178 }, "height"], [{ sex: "other" }, "sex"], [{ units: { distance: "furlong" } }, "units.distance"], [{ trunkLeanDegrees: 90 }, "trunkLeanDegrees"]])("refuses %j by name", async (change, where) => {
    const answer = await ask("PUT", "/api/runner", change);
    expect(answer.statusCode).toBe(400);
    const { error } = api.apiError.parse(answer.json());
    expect(error).toMatchObject({ code: "bad-request", where });
    expect(error.message).toContain(where);
  });

  it("recomputes behind the page's back when the body changes", async () => {
    await importRuns(90, 91);
    await ask("PUT", "/api/runner", { mass: 90, height: 1.9 });
    await server.background.settled();
    expect((await list()).runs.map(({ isStale }) => isStale)).toEqual([false, false]);
    expect((await ask("GET", "/api/runs/1")).json()).toMatchObject({ body: { mass: 90, assumed: ["sex"] } });
  });

  it("removes the sample runner for good", async () => {
    await loadSample(store, { runner: { mass: 61, height: 1.7, sex: null, birthYear: null }, trunkLeanDegrees: null, shoes: [], grounds: [], files: [{ name: "a.fit", bytes: steadyRun(90), shoe: 0 }], painEntries: [], days: [], weeks: [] }, 0);
    expect((await ask("GET", "/api/status")).json()).toMatchObject({ hasSample: true, isSampleShown: true, runs: 1 });
    expect((await ask("DELETE", "/api/sample")).json()).toEqual({ runs: 1 });
    expect((await ask("GET", "/api/status")).json()).toMatchObject({ hasSample: false, isSampleShown: false, runs: 0 });
  });
});

describe("runs", () => {
  it("lists them newest first, in pages", async () => {
    await importRuns(90, 91, 92);
    const whole = await list();
    expect(whole.total).toBe(3);
    const page = api.runList.parse((await ask("GET", "/api/runs?offset=1&limit=1")).json());
    expect(page).toEqual({ total: 3, runs: [whole.runs[1]] });
    expect((await ask("GET", "/api/runs?limit=0")).statusCode).toBe(400);
  });

  it("gives one run, its series, footfalls and original", async () => {
    await importRuns(90, 91);
    const detail = api.runDetail.parse((await ask("GET", "/api/runs/1")).json());
    expect(detail).toMatchObject({ id: 1, file: { name: "run-90.fit" }, isSample: false });
    expect([detail.earlierId, detail.laterId].filter((id) => id !== null)).toEqual([2]);
    const series = api.runSeries.parse((await ask("GET", "/api/runs/1/series")).json());
    expect(series.length).toBe(detail.summary.records);
    const table = await ask("GET", "/api/runs/1/footfalls.csv");
    expect(table.headers["content-type"]).toContain("text/csv");
    expect(table.body.trim().split("\n").length).toBe(1 + detail.summary.footfallCount);
    const original = await ask("GET", "/api/runs/1/original");
    expect(original.rawPayload).toEqual(Buffer.from(steadyRun(90)));
    expect(original.headers["content-disposition"]).toBe("attachment; filename=\"run-90.fit\"; filename*=UTF-8''run-90.fit");
  });

  it("takes a run away and brings it back", async () => {
    await importRuns(90);
    expect((await ask("DELETE", "/api/runs/1")).json()).toEqual({ runs: 1 });
    expect((await list()).total).toBe(0);
    expect((await ask("POST", "/api/runs/1/restore")).json()).toEqual({ runs: 1 });
    expect((await list()).total).toBe(1);
  });

  it.each<[Parameters<typeof ask>[0], string, number, string]>([
    ["GET", "/api/runs/7", 404, "no-such-run"], ["GET", "/api/runs/7/series", 404, "no-such-run"], ["GET", "/api/runs/7/original", 404, "no-such-run"], ["GET", "/api/runs/7/footfalls.csv", 404, "no-such-run"],
    ["DELETE", "/api/runs/7", 404, "no-such-run"], ["POST", "/api/runs/7/restore", 404, "no-such-run"], ["GET", "/api/runs/seven", 400, "bad-request"], ["GET", "/api/runs/-1", 400, "bad-request"],
    ["GET", "/api/imports/7/events", 404, "no-such-import"], ["POST", "/api/imports/7/undo", 404, "no-such-import"], ["POST", "/api/imports/7/finish", 404, "no-such-import"], ["GET", "/api/nothing", 404, "not-found"],
  ])("%s %s is answered %i %s", async (method, url, status, code) => {
    const answer = await ask(method, url);
    expect([answer.statusCode, api.apiError.parse(answer.json()).error.code]).toEqual([status, code]);
  });
});

describe("imports", () => {
  it("tells what became of each file", async () => {
    const { id } = api.importRecord.parse((await ask("POST", "/api/imports", { files: 3 })).json());
    const send = async (name: string, bytes: Uint8Array) => server.app.inject({ method: "PUT", url: `/api/imports/${id}/files?name=${encodeURIComponent(name)}`, headers: octets, payload: Buffer.from(bytes) });
    expect(api.fileOutcome.parse((await send("a b.fit", steadyRun(90))).json())).toMatchObject({ file: "a b.fit", imported: [{ id: 1, title: "Run" }], alreadyHere: [], refused: [] });
    expect((await send("again.fit", steadyRun(90))).json()).toMatchObject({ imported: [], alreadyHere: [{ id: 1 }] });
    expect((await send("list.txt", new TextEncoder().encode("milk"))).json()).toMatchObject({ refused: [{ code: "unknown-format" }] });
    expect((await send("empty.fit", new Uint8Array())).json()).toMatchObject({ refused: [{ code: "empty" }] });
    const finished = (await ask("POST", `/api/imports/${id}/finish`)).json();
    expect(finished).toMatchObject({ state: "done", imported: 1, alreadyHere: 1, refused: [{ file: "list.txt" }, { file: "empty.fit" }] });
    expect(api.importList.parse((await ask("GET", "/api/imports")).json())).toEqual({ imports: [finished] });
    expect((await send("late.fit", steadyRun(91))).statusCode).toBe(409);
  });

  it("is undone, also while it is open", async () => {
    const { id } = await importRuns(90);
    expect((await ask("POST", `/api/imports/${id}/undo`)).json()).toMatchObject({ state: "undone" });
    expect((await list()).total).toBe(0);
    const open = api.importRecord.parse((await ask("POST", "/api/imports", { files: 2 })).json());
    await server.app.inject({ method: "PUT", url: `/api/imports/${open.id}/files?name=a.fit`, headers: octets, payload: Buffer.from(steadyRun(92)) });
    expect((await ask("POST", `/api/imports/${open.id}/undo`)).json()).toMatchObject({ state: "undone" });
    expect((await list()).total).toBe(0);
  });

  it("takes two at once, each its own", async () => {
    const [one, two] = await Promise.all([importRuns(90, 91), importRuns(92, 93)]);
    expect([one?.imported, two?.imported, one?.state, two?.state]).toEqual([2, 2, "done", "done"]);
  });

  it("is followed as a stream of events until its end", async () => {
    const { id } = api.importRecord.parse((await ask("POST", "/api/imports", { files: 1 })).json());
    const followed = server.app.inject({ method: "GET", url: `/api/imports/${id}/events`, headers: own });
    await server.app.inject({ method: "PUT", url: `/api/imports/${id}/files?name=a.fit`, headers: octets, payload: Buffer.from(steadyRun(90)) });
    await ask("POST", `/api/imports/${id}/finish`);
    const stream = await followed;
    expect(stream.headers["content-type"]).toContain("text/event-stream");
    const events = stream.body.trim().split("\n\n").map((text) => /^event: (\w+)\ndata: (.*)$/.exec(text)).map((match) => [match?.[1], JSON.parse(match?.[2] ?? "null")]);
    expect(events.at(-2)).toEqual(["progress", expect.objectContaining({ done: 1, total: 1, imported: 1, file: null })]);
    expect(events.at(-1)).toEqual(["done", expect.objectContaining({ id, state: "done", imported: 1 })]);
  });

  it("refuses bytes under another content type", async () => {
    const { id } = api.importRecord.parse((await ask("POST", "/api/imports", { files: 1 })).json());
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"]) {
      const answer = await server.app.inject({ method: "PUT", url: `/api/imports/${id}/files?name=a.fit`, headers: { ...own, "content-type": type }, payload: "{}" });
      expect(answer.statusCode).toBe(415);
    }
  });
});

describe("safety", () => {
  it.each<[string, Record<string, string>]>([
    ["a foreign Host", { host: "footfall.example:4242" }], ["another port", { host: "127.0.0.1:80" }], ["a foreign Origin", { ...own, origin: "https://evil.example" }], ["an opaque Origin", { ...own, origin: "null" }],
    ["another port's page", { ...own, origin: "http://127.0.0.1:3000" }], ["a foreign site's fetch", { ...own, "sec-fetch-site": "cross-site" }], ["a neighbouring port's fetch", { ...own, "sec-fetch-site": "same-site" }],
  ])("refuses %s", async (_what, headers) => {
    const answer = await server.app.inject({ method: "GET", url: "/api/status", headers });
    expect([answer.statusCode, api.apiError.parse(answer.json()).error.code]).toEqual([403, "foreign-request"]);
  });

  it.each([[{ host: "localhost:4242" }], [{ host: "[::1]:4242" }], [{ ...own, origin: `http://${own.host}`, "sec-fetch-site": "same-origin" }]])("answers %j", async (headers) => {
    expect((await server.app.inject({ method: "GET", url: "/api/status", headers })).statusCode).toBe(200);
  });

  it("allows nothing from elsewhere and nothing inline, and does not force https", async () => {
    const { headers } = await ask("GET", "/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|upgrade-insecure/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect((await ask("GET", "/api/status")).headers["cache-control"]).toBe("no-store");
  });

  it("gives pages, but no file outside the web app", async () => {
    const page = (url: string) => server.app.inject({ method: "GET", url, headers: { ...own, accept: "text/html" } });
    for (const url of ["/", "/runs/3", "/settings"]) expect((await page(url)).body).toContain("<title>Footfall");
    expect((await ask("GET", "/assets/main-1a2b.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("GET", "/assets/none.js")).statusCode).toBe(404);
    for (const url of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%5c..%5csecret.txt", "/assets/%2e%2e/%2e%2e/secret.txt"]) expect((await page(url)).body).not.toBe("secret");
  });

  it("refuses large and malformed bodies", async () => {
    expect((await ask("PUT", "/api/runner", { mass: "x".repeat(2 ** 21) })).statusCode).toBe(413);
    const malformed = await server.app.inject({ method: "PUT", url: "/api/runner", headers: { ...own, "content-type": "application/json" }, payload: "{" });
    expect([malformed.statusCode, api.apiError.parse(malformed.json()).error.code]).toEqual([400, "bad-request"]);
  });
});

describe("the rest", () => {
  it("describes every route as OpenAPI", async () => {
    const { paths } = (await ask("GET", "/api/openapi.json")).json();
    expect(Object.keys(paths).length).toBeGreaterThanOrEqual(36);
    for (const route of Object.values(paths)) for (const method of Object.values(Object(route))) expect(Object(method)).toHaveProperty("summary");
  });

  it("listens on this machine's loopback and closes while an import is followed", async () => {
    const server = await startServer({ store, port: 0, webRoot: join(store.home, "nowhere"), version: "1" });
    const { hostname, port: free } = new URL(server.address);
    expect(hostname).toBe("127.0.0.1");
    const record = api.importRecord.parse(await (await fetch(`${server.address}/api/imports`, { method: "POST", body: JSON.stringify({ files: 1 }), headers: { "content-type": "application/json" } })).json());
    const ended = new Promise<string>((resolve, reject) => {
      request({ hostname, port: free, path: `/api/imports/${record.id}/events` }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk) => {
          if (text === "") void server.close();
          text += chunk;
        }).on("end", () => resolve(text));
      }).on("error", reject).end();
    });
    expect(await ended).toContain('"state":"cancelled"');
  });

  it("says in one line that a port is taken", async () => {
    const options = { store, webRoot: join(store.home, "nowhere"), version: "1" };
    const first = await startServer({ ...options, port: 0 });
    const taken = Number(new URL(first.address).port);
    await expect(startServer({ ...options, port: taken })).rejects.toThrow(`port ${taken} is taken`);
    await first.close();
  });
});
