import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { apiOver, own } from "../../test/fixtures/api-over.ts";
import { fillStore } from "../../test/fixtures/full-store.ts";
import { storeRows } from "../../test/fixtures/store-rows.ts";
import { temporaryFolder } from "../../test/fixtures/temporary-folder.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { steadyRun } from "../../test/fixtures/fit-files.ts";
import { importFiles, listRuns } from "../storage/index.ts";
import { copyJob, dataPlace, removeWords, type CopyJob } from "./copies-api.ts";

const webRoot = temporaryFolder();
const store = temporaryStore();
beforeEach(async () => void (await importFiles(store, [{ name: "a.fit", bytes: steadyRun(90) }, { name: "b.fit", bytes: steadyRun(91) }], { source: "test", now: 0 })));
const server = apiOver(store, () => webRoot);

const { ask } = server;
const place = async () => dataPlace.parse((await ask("GET", "/api/data")).json());
const titles = (): readonly string[] => listRuns(store, { offset: 0, limit: 10 }).runs.map(({ startedAt }) => startedAt);

async function ended(): Promise<CopyJob> {
  for (;;) {
    const { job } = await place();
    if (!job) throw new Error("there is no job");
    if (job.state !== "running") return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function made(asked: object): Promise<Buffer> {
  copyJob.parse((await ask("POST", "/api/data/copies", asked)).json());
  expect(await ended()).toMatchObject({ state: "done", share: 1, error: null });
  const file = await ask("GET", "/api/data/job/file");
  expect(file.headers["content-disposition"]).toMatch(/^attachment; filename="footfall-(backup|export)-[\dT-]+\.zip"$/);
  expect((await place()).job?.bytes).toBe(file.rawPayload.length);
  await ask("POST", "/api/data/job/dismiss");
  expect([(await place()).job, existsSync(join(store.home, "outgoing"))]).toEqual([null, false]);
  return file.rawPayload;
}

async function restored(bytes: Buffer, passphrase?: string): Promise<CopyJob> {
  const answer = await server.app.inject({ method: "POST", url: "/api/data/restore?name=mine.zip", headers: { ...own, "content-type": "application/zip", ...(passphrase === undefined ? {} : { "x-passphrase": encodeURIComponent(passphrase) }) }, payload: bytes });
  expect(answer.statusCode).toBe(200);
  return ended();
}

describe("copies over the web API", () => {
  it.each([[{ kind: "backup", passphrase: null }], [{ kind: "export" }]])("%j is made, fetched and put in the place of what is there; the way back is open", async (asked) => {
    const bytes = await made(asked);
    const before = titles();
    await importFiles(store, [{ name: "c.fit", bytes: steadyRun(92) }], { source: "test", now: 0 });
    expect(await restored(bytes)).toMatchObject({ kind: "restore", state: "done", name: "mine.zip" });
    expect(titles()).toEqual(before);
    await server.background.settled();
    expect(dataPlace.parse((await ask("POST", "/api/data/restore/undo")).json()).setAsideAt).not.toBeNull();
    expect(titles().length).toBe(3);
    expect(readdirSync(store.home).filter((name) => !/^(footfall\.sqlite.*|set-aside|incoming)$/.test(name))).toEqual([]);
    expect(readdirSync(join(store.home, "incoming"))).toEqual([]);
  });

  it("a locked one needs its passphrase, and says so", async () => {
    const bytes = await made({ kind: "backup", passphrase: "größer als §1" });
    expect(await restored(bytes)).toMatchObject({ state: "failed", error: { code: "passphrase-needed", message: expect.stringMatching(/^mine\.zip: /) } });
    expect(await restored(bytes, "other")).toMatchObject({ state: "failed", error: { code: "wrong-passphrase" } });
    expect(await restored(bytes, "größer als §1")).toMatchObject({ state: "done" });
    expect((await ask("POST", "/api/data/copies", { kind: "backup", passphrase: "" })).statusCode).toBe(400);
  });

  it("what is no copy changes nothing", async () => {
    const before = storeRows(store.home);
    expect(await restored(Buffer.from(steadyRun(60)))).toMatchObject({ state: "failed", error: { code: "not-a-copy", message: expect.stringMatching(/^mine\.zip: this is no backup/) } });
    expect(storeRows(store.home)).toEqual(before);
    expect((await ask("POST", "/api/data/restore/undo")).statusCode).toBe(404);
    expect((await ask("GET", "/api/data/job/file")).statusCode).toBe(404);
  });

  it("an import under way is not cut off by a restore", async () => {
    const bytes = await made({ kind: "backup", passphrase: null });
    const open = (await ask("POST", "/api/imports", { files: 1 })).json();
    expect(await restored(bytes)).toMatchObject({ state: "failed", error: { code: "in-use" } });
    expect((await ask("POST", "/api/data/remove", { words: removeWords })).statusCode).toBe(409);
    await ask("POST", `/api/imports/${open.id}/finish`);
    expect(await restored(bytes)).toMatchObject({ state: "done" });
  });

  it("one job at a time, and it can be stopped", async () => {
    await fillStore(store);
    const first = await ask("POST", "/api/data/copies", { kind: "backup", passphrase: "slow" });
    expect(first.statusCode).toBe(200);
    expect((await ask("POST", "/api/data/copies", { kind: "export" })).statusCode).toBe(409);
    expect((await ask("POST", "/api/data/job/dismiss")).json()).toMatchObject({ job: null });
    expect(existsSync(join(store.home, "outgoing"))).toBe(false);
  });

  it("removes everything for good when the words are typed, and only then", async () => {
    await made({ kind: "backup", passphrase: null });
    expect((await ask("POST", "/api/data/remove", { words: "yes" })).statusCode).toBe(400);
    expect(titles().length).toBe(2);
    expect((await ask("POST", "/api/data/remove", { words: removeWords })).json()).toMatchObject({ setAsideAt: null });
    expect((await ask("GET", "/api/status")).json()).toMatchObject({ hasSample: false, runs: 0 });
    expect(storeRows(store.home)).toMatchObject({ recordings: [], originals: [], imports: [] });
    expect(readdirSync(store.home).filter((name) => !/^(footfall\.sqlite.*|set-aside)$/.test(name))).toEqual([]);
    expect(readdirSync(join(store.home, "set-aside"))).toEqual([]);
  });
});
