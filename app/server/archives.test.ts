import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { writeZip } from "../../test/fixtures/write-zip.ts";
import { openImport } from "../imports/index.ts";
import { listRuns } from "../storage/index.ts";
import * as api from "./api.ts";
import type { App } from "./routes.ts";
import { buildServer } from "./server.ts";

const store = temporaryStore();
let app: App;
const start = async (): Promise<void> => {
  ({ app } = await buildServer({ store, port: 4242, webRoot: join(store.home, "web"), version: "0.0.0" }));
};
beforeEach(async () => {
  mkdirSync(join(store.home, "web"));
  writeFileSync(join(store.home, "web", "index.html"), "<!doctype html>");
  await start();
});
afterEach(() => app.close());

const run = (seed: number, sport = 1) => generatedRun({ seed, minutes: 3, hasRunningDynamics: false, sport });
const zip = writeZip([{ name: "activities/1.fit", bytes: run(1) }, { name: "activities/2.fit", bytes: run(2) }, { name: "activities/ride.fit", bytes: run(3, 2) }, { name: "big.jpg", bytes: Buffer.alloc(3_000_000, "x"), isStored: true }]);
const send = (payload: Buffer, name = "export.zip", headers = {}) =>
  app.inject({ method: "POST", url: `/api/imports/archive?name=${encodeURIComponent(name)}`, headers: { host: "127.0.0.1:4242", "content-type": "application/zip", ...headers }, payload });
const get = (url: string) => app.inject({ method: "GET", url, headers: { host: "127.0.0.1:4242" } });

/** Follows an import to its end. */
async function ended(id: number): Promise<api.ImportRecord> {
  const { body } = await get(`/api/imports/${id}/events`);
  return api.importRecord.parse(JSON.parse(/event: done\ndata: (.*)\n/.exec(body)?.[1] ?? "null"));
}

describe("an archive sent by a page", () => {
  it("is imported as one, told by server-sent events, listed, and leaves no file behind", async () => {
    const answer = await send(zip);
    expect(answer.statusCode).toBe(200);
    const { id } = api.importRecord.parse(answer.json());
    expect(await ended(id)).toMatchObject({ state: "done", imported: 2, notRuns: 1, refused: [], source: "web", isResumable: false });
    const { files } = api.importFiles.parse((await get(`/api/imports/${id}/files`)).json());
    expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([["export.zip/activities/1.fit", "imported"], ["export.zip/activities/2.fit", "imported"], ["export.zip/activities/ride.fit", "not-a-run"]]);
    expect((await get(`/api/imports/${id}/files.csv`)).body).toContain("export.zip/activities/1.fit,imported,\n");
    expect(readdirSync(join(store.home, "incoming"))).toEqual([]);
    await app.inject({ method: "POST", url: `/api/imports/${id}/undo`, headers: { host: "127.0.0.1:4242" } });
    expect(listRuns(store, { offset: 0, limit: 1 }).total).toBe(0);
  });

  it("that is none is refused in its summary; a name never leads out of the data folder", async () => {
    const { id } = api.importRecord.parse((await send(Buffer.from("no zip at all"), "../../../evil\u0000\n.zip")).json());
    expect(await ended(id)).toMatchObject({ imported: 0, refused: [{ code: "unknown-format" }] });
    expect(existsSync(join(store.home, "evil.zip"))).toBe(false);
    expect((await send(zip, "export.exe")).statusCode).toBe(400);
  });

  it("from a foreign page is not taken", async () => {
    expect((await send(zip, "export.zip", { origin: "http://evil.example" })).statusCode).toBe(403);
    expect(existsSync(join(store.home, "incoming"))).toBe(false);
  });

  it("goes on when the server starts again; what nobody waits for is removed", async () => {
    await app.close();
    for (const [folder, name] of [["a", "export.zip"], ["b", "left.zip"]] as const) {
      mkdirSync(join(store.home, "incoming", folder), { recursive: true });
      writeFileSync(join(store.home, "incoming", folder, name), zip);
    }
    const { id, run: cut } = openImport(store, [join(store.home, "incoming", "a", "export.zip")], { source: "web", now: 0 });
    const stop = new AbortController();
    await cut({ base: join(store.home, "incoming", "a"), signal: stop.signal, onOutcome: () => stop.abort() });
    expect(listRuns(store, { offset: 0, limit: 1 }).total).toBeGreaterThan(0);
    await start();
    expect(await ended(id)).toMatchObject({ state: "done", imported: 2 });
    expect(readdirSync(join(store.home, "incoming"))).toEqual([]);
  });
});
