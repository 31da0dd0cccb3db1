import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { writeZip } from "../../test/fixtures/write-zip.ts";
import { importFiles, settleUnderfoot } from "../storage/index.ts";
import type { App } from "./routes.ts";
import { buildServer } from "./server.ts";

const store = temporaryStore();
const own = { host: "127.0.0.1:4242" };
let app: App;
beforeEach(async () => {
  const webRoot = join(store.home, "web");
  mkdirSync(join(webRoot, "assets"), { recursive: true });
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Footfall</title>");
  await importFiles(store, [{ name: "a.fit", bytes: steadyRun(90) }], { source: "test", now: 0 });
  let background;
  ({ app, background } = await buildServer({ store, port: 4242, webRoot, version: "1.2.3" }));
  background.refresh();
  await background.settled();
  settleUnderfoot(store, 1);
});
afterEach(() => app.close());

const methods = { get: "GET", put: "PUT", post: "POST", delete: "DELETE", patch: "PATCH" } as const;

/** Every route there is, with the first of everything where it asks for one. */
async function routes(): Promise<readonly { readonly method: (typeof methods)[keyof typeof methods]; readonly url: string }[]> {
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse((await app.inject({ url: "/api/openapi.json", headers: own })).json());
  return Object.entries(paths).flatMap(([path, byMethod]) => Object.entries(methods).flatMap(([name, method]) => (name in byMethod ? [{ method, url: path.replaceAll(/\{\w+\}/g, "1") }] : [])));
}

describe("attacks on every route", () => {
  it.each<[string, Record<string, string>]>([
    ["a name that was pointed here", { host: "evil.example:4242" }], ["the same with a dot", { host: "127.0.0.1.:4242" }], ["a name that begins like ours", { host: "127.0.0.1.evil.example:4242" }],
    ["a page elsewhere", { ...own, origin: "https://evil.example" }], ["a sandboxed frame", { ...own, origin: "null" }], ["an Origin that begins like ours", { ...own, origin: "http://127.0.0.1:4242.evil.example" }],
    ["our own Origin over https", { ...own, origin: "https://127.0.0.1:4242" }], ["a link or image elsewhere", { ...own, "sec-fetch-site": "cross-site" }], ["another program's page here", { ...own, "sec-fetch-site": "same-site" }],
  ])("%s is answered by none, and changes nothing", async (_what, headers) => {
    const before = storeRows(store.home);
    const all = await routes();
    expect(all.length).toBeGreaterThan(50);
    for (const { method, url } of all) {
      const answer = await app.inject({ method, url, headers: { ...headers, ...(method === "GET" ? {} : { "content-type": "application/json" }) }, ...(method === "GET" ? {} : { payload: "{}" }) });
      expect([method, url, answer.statusCode, answer.json().error.code]).toEqual([method, url, 403, "foreign-request"]);
    }
    expect(storeRows(store.home)).toEqual(before);
  });

  it("a form of another site cannot speak: no route takes what a form sends without asking first", async () => {
    const before = storeRows(store.home);
    for (const { method, url } of await routes()) {
      if (method === "GET") continue;
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
        const { statusCode } = await app.inject({ method, url, headers: { ...own, "content-type": type }, payload: '{"words":"remove everything","kind":"export"}' });
        expect([method, url, type, statusCode]).toEqual([method, url, type, 415]);
      }
    }
    expect(storeRows(store.home)).toEqual(before);
  });

  it("every kind of answer says that it may not be framed, sniffed or mixed with foreign code", async () => {
    for (const url of ["/", "/settings", "/assets/none.js", "/api/status", "/api/nothing", "/api/runs/99", "/api/runs/1/original", "/api/runs/1/footfalls.csv", "/api/openapi.json"]) {
      const { headers } = await app.inject({ url, headers: own });
      expect([url, headers["content-security-policy"]]).toEqual([url, expect.stringMatching(/default-src 'self'.*frame-ancestors 'none'/)]);
      expect([url, headers]).toMatchObject([url, { "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin", "referrer-policy": "no-referrer" }]);
      expect([url, headers["access-control-allow-origin"], headers["x-powered-by"]]).toEqual([url, undefined, undefined]);
    }
  });
});

describe("attacks by what is sent", () => {
  const outside = (): readonly string[] => readdirSync(dirname(store.home)).filter((name) => /^(evil|passwd)/.test(name));

  it.each(["../evil.fit", "../../../../tmp/evil.fit", "/etc/passwd", "C:\\evil.fit", "..\\..\\evil.fit", "evil\u0000.fit", "a\r\nset-cookie: x=1.fit", '"; filename="evil.exe', "=cmd|' /C calc'!A0.fit"])("a file called %j lands nowhere but in the store", async (name) => {
    const { id } = (await app.inject({ method: "POST", url: "/api/imports", headers: own, payload: { files: 1 } })).json();
    await app.inject({ method: "PUT", url: `/api/imports/${id}/files?name=${encodeURIComponent(name)}`, headers: { ...own, "content-type": "application/octet-stream" }, payload: Buffer.from(steadyRun(120)) });
    await app.inject({ method: "POST", url: `/api/imports/${id}/finish`, headers: own });
    const original = await app.inject({ url: "/api/runs/2/original", headers: own });
    expect(original.rawPayload.equals(Buffer.from(steadyRun(120)))).toBe(true);
    expect(String(original.headers["content-disposition"])).toMatch(/^attachment; filename="[^"\r\n\\/]*"; filename\*=UTF-8''[\w.%!~()-]*$/);
    expect(original.headers["set-cookie"]).toBeUndefined();
    expect((await app.inject({ url: `/api/imports/${id}/files.csv`, headers: own })).body).not.toMatch(/(^|,)"?[=+@-]/m);
    expect([outside(), existsSync("/tmp/evil.fit"), existsSync(join(store.home, "evil.fit"))]).toEqual([[], false, false]);
  });

  it("an archive's members lead nowhere outside of it, by whatever name it is sent", async () => {
    const zip = writeZip(["../evil.fit", "/tmp/evil.fit", "a/../../evil.fit"].map((name) => ({ name, bytes: steadyRun(100) })));
    for (const name of ["../../evil.zip", "/tmp/evil.zip", "..zip", ".zip"]) await app.inject({ method: "POST", url: `/api/imports/archive?name=${encodeURIComponent(name)}`, headers: { ...own, "content-type": "application/zip" }, payload: zip });
    await app.inject({ method: "POST", url: `/api/data/restore?name=${encodeURIComponent("../../evil.zip")}`, headers: { ...own, "content-type": "application/zip" }, payload: zip });
    expect([outside(), existsSync("/tmp/evil.fit"), existsSync("/tmp/evil.zip")]).toEqual([[], false, false]);
  });

  it.each([["PUT", "/api/imports/1/files?name=a.fit", "application/octet-stream", 257 * 2 ** 20], ["POST", "/api/imports/archive?name=a.zip", "application/zip", 17 * 2 ** 30], ["POST", "/api/data/restore?name=a.zip", "application/zip", 65 * 2 ** 30], ["PUT", "/api/runner", "application/json", 2 ** 21]] as const)(
    "%s %s of more bytes than it takes is refused before they come", async (method, url, type, length) => {
      const answer = await app.inject({ method, url, headers: { ...own, "content-type": type, "content-length": String(length) }, payload: Buffer.from("PK") });
      expect([answer.statusCode, answer.json().error.code]).toEqual([413, "too-large"]);
    });

  it.each(['{"__proto__":{"mass":70}}', '{"constructor":{"prototype":{"mass":70}}}', '{"mass":70,"isAdmin":true}', "[]", "null", `${"[".repeat(50_000)}`])("a body that means mischief is refused (%#)", async (payload) => {
    const answer = await app.inject({ method: "PUT", url: "/api/runner", headers: { ...own, "content-type": "application/json" }, payload });
    expect(answer.statusCode).toBe(400);
    expect(Reflect.get({}, "mass")).toBeUndefined();
  });
});
