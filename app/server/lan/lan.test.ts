import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryStore } from "../../../test/fixtures/temporary-store.ts";
import { listPairedDevices, revokeDevice } from "../../storage/index.ts";
import type { App } from "../routes.ts";
import { buildLanServer } from "./lan-server.ts";
import { pairingCodes } from "./pairing-codes.ts";

const store = temporaryStore();
const codes = pairingCodes();
const now = (): number => Date.now() / 1000;
let app: App;

beforeEach(async () => {
  const webRoot = join(store.home, "web");
  mkdirSync(join(webRoot, "assets"), { recursive: true });
  for (const file of ["phone.html", "index.html", "phone-worker.js", "phone.webmanifest", "icon.svg", "assets/a.js"]) writeFileSync(join(webRoot, file), file);
  app = await buildLanServer({ store, codes, port: 0, webRoot, tls: null, name: null, report: () => undefined });
});
afterEach(() => app.close());

const host = "localhost:4401";
const get = (url: string, headers: Readonly<Record<string, string>> = {}) => app.inject({ url, headers: { host, ...headers } });
const pair = (code: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: "POST", url: "/pair", headers: { host, "content-type": "application/x-www-form-urlencoded", ...headers }, payload: new URLSearchParams({ code, name: "Ann's <phone>" }).toString() });
const cookieOf = (answer: Awaited<ReturnType<typeof pair>>): string => String(answer.headers["set-cookie"]).split(";")[0] ?? "";

describe("the door on the network", () => {
  it("answers nobody who is not paired", async () => {
    for (const url of ["/", "/phone", "/assets/a.js", "/api/diary", "/api/diary/prompts", "/api/runs", "/index.html", "/phone-worker.js", "/nothing"]) {
      for (const headers of [{}, { cookie: "footfall=guessed" }]) expect((await get(url, headers)).json()).toMatchObject({ error: { code: "not-paired" } });
    }
    expect((await get("/pair")).statusCode).toBe(403);
    expect((await get("/pair?code=guessed")).json()).toMatchObject({ error: { code: "code-used-up" } });
    expect((await pair("guessed")).statusCode).toBe(403);
    expect(listPairedDevices(store)).toEqual([]);
  });

  it("pairs one phone with a code, once, by a button; then shows it the diary alone", async () => {
    const { code } = codes.issue(now());
    const door = await get(`/pair?code=${code}`, { "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS)" });
    expect(door.body).toContain('value="iPhone"');
    expect((await get(`/pair?code=${code}`)).statusCode).toBe(200);
    const paired = await pair(code, { origin: `http://${host}` });
    expect([paired.statusCode, paired.headers.location]).toEqual([303, "/phone"]);
    expect(paired.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Strict$/);
    expect((await pair(code)).statusCode).toBe(403);
    const headers = { cookie: cookieOf(paired) };
    expect((await get("/phone", headers)).body).toBe("phone.html");
    expect((await get("/assets/a.js", headers)).body).toBe("assets/a.js");
    const sent = await app.inject({ method: "POST", url: "/api/diary/sync", headers: { host, ...headers }, payload: { entries: [{ clientId: "a", at: new Date().toISOString(), pains: [], occasion: "apart-from-run", note: null }] } });
    expect(sent.json()).toMatchObject({ parts: [{ outcome: "kept" }] });
    expect((await get("/api/diary", headers)).json().entries).toHaveLength(1);
    for (const url of ["/api/runs", "/api/runner", "/api/lan", "/api/imports", "/index.html", "/assets/..%2findex.html", "/../phone.html", "/footfall.sqlite"]) expect([403, 404], url).toContain((await get(url, headers)).statusCode);
    expect(listPairedDevices(store)).toMatchObject([{ name: "Ann's <phone>" }]);

    for (const foreign of [{ host: "evil.example:4401" }, { origin: "http://evil.example" }, { origin: "null" }]) expect((await get("/api/diary", { ...headers, ...foreign })).json()).toMatchObject({ error: { code: "foreign-request" } });
    expect(revokeDevice(store, 1)).toBe(true);
    expect((await get("/api/diary", headers)).json()).toMatchObject({ error: { code: "not-paired" } });
  });

  it("keeps no token that could be used, and lets codes lapse", async () => {
    const { code } = codes.issue(now() - 601);
    expect((await pair(code)).statusCode).toBe(403);
    const cookie = cookieOf(await pair(codes.issue(now()).code));
    const kept = JSON.stringify(store.all(z.record(z.string(), z.unknown()), "SELECT * FROM paired_devices"));
    expect(cookie.length).toBeGreaterThan(40);
    expect(kept).not.toContain(cookie.slice("footfall=".length));
  });
});
