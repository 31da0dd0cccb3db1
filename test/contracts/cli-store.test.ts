import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, builtCommand, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const home = join(folder, "home");
const path = (name: string): string => join(folder, name);
const atHome = (...words: readonly string[]): Promise<Ended> => footfall([...words, "--home", home]);

beforeAll(() => {
  buildOnce();
  mkdirSync(path("export/2025"), { recursive: true });
  const run = generatedRun({ seed: 11, minutes: 4, hasRunningDynamics: true });
  writeFileSync(path("export/a.fit"), run);
  writeFileSync(path("export/2025/the-same.fit.gz"), gzipSync(run));
  writeFileSync(path("export/2025/b.fit"), generatedRun({ seed: 12, minutes: 3, hasRunningDynamics: false }));
  writeFileSync(path("export/2025/ride.fit"), generatedRun({ seed: 13, minutes: 3, hasRunningDynamics: false, sport: 2 }));
  writeFileSync(path("export/readme.txt"), "not looked at");
});

describe("a store from import to undo", () => {
  let importId = 0;

  test("import walks folders, notices the same bytes, refuses by name, and says how to take it back", async () => {
    const { code, stdout, stderr } = await atHome("import", path("export"), "--json");
    const record: { readonly id: number; readonly imported: number; readonly alreadyHere: number; readonly refused: readonly { readonly file: string; readonly code: string }[] } = JSON.parse(stdout);
    expectShape("import", record);
    expect(record).toMatchObject({ imported: 2, alreadyHere: 1, refused: [{ file: path("export/2025/ride.fit"), code: "not-a-run" }] });
    expect(stderr).toContain(`${path("export/2025/ride.fit")}: `);
    expect(code).toBe(1);
    importId = record.id;
  });

  test("a second import of the same folder stores nothing", async () => {
    const { code, stdout } = await atHome("import", path("export/a.fit"));
    expect(stdout).toMatch(/^Import \d+: 0 runs taken in, 1 file already here, 0 refusals\.\n$/);
    expect(code).toBe(0);
  });

  test("runs and run answer what the web app answers", async () => {
    const { code, stdout } = await atHome("runs", "--json");
    const list: { readonly total: number; readonly runs: readonly { readonly id: number }[] } = JSON.parse(stdout);
    expectShape("runs", list);
    expect([list.total, code]).toEqual([2, 0]);
    const id = String(list.runs[0]?.id);
    const one = await atHome("run", id, "--json");
    expectShape("run", JSON.parse(one.stdout));
    expect((await atHome("runs")).stdout).toContain("L5-S1 peak");
    expect((await atHome("run", id)).stdout).toMatch(/L5-S1 +\d\.\d+ body weights/);
  });

  test("what is not there is refused by name", async () => {
    expect(await atHome("run", "999")).toMatchObject({ code: 1, stderr: expect.stringContaining("no run 999") });
    expect(await atHome("run", "x")).toMatchObject({ code: 2, stderr: expect.stringContaining('run "x": give its number') });
    expect(await atHome("undo", "999")).toMatchObject({ code: 1, stderr: expect.stringContaining("no import 999") });
    expect(await atHome("runs", "--limit", "no")).toMatchObject({ code: 2 });
    expect(await atHome("import", path("nowhere"))).toMatchObject({ code: 1, stderr: expect.stringContaining("there is no such file or folder") });
  });

  test("doctor finds the store well", async () => {
    const { code, stdout } = await atHome("doctor", "--json");
    const report: { readonly isHealthy: boolean } = JSON.parse(stdout);
    expectShape("doctor", report);
    expect([report.isHealthy, code]).toEqual([true, 0]);
    expect((await atHome("doctor")).stdout).toContain("All is well.");
  });

  test("undo takes out exactly what the import brought, once", async () => {
    const { code, stdout } = await atHome("undo", String(importId), "--json");
    expectShape("import", JSON.parse(stdout));
    expect(code).toBe(0);
    expect(JSON.parse((await atHome("runs", "--json")).stdout)).toEqual({ total: 0, runs: [] });
    expect(await atHome("undo", String(importId))).toMatchObject({ code: 1, stderr: expect.stringContaining("taken back already") });
  });

  test("a home that is no folder is refused in one line", async () => {
    const { code, stderr } = await footfall(["runs", "--home", path("export/a.fit")]);
    expect(stderr.trimEnd().split("\n").length).toBe(1);
    expect(stderr).toContain(path("export/a.fit"));
    expect(code).toBe(1);
  });

  test("--home goes before FOOTFALL_HOME, which goes before the platform's folder", async () => {
    expect(JSON.parse((await footfall(["doctor", "--json"], { FOOTFALL_HOME: path("other") })).stdout)).toMatchObject({ home: path("other") });
    expect(JSON.parse((await footfall(["doctor", "--json", "--home", home], { FOOTFALL_HOME: path("other") })).stdout)).toMatchObject({ home });
    expect(JSON.parse((await footfall(["doctor", "--json"], { FOOTFALL_HOME: "", XDG_DATA_HOME: path("data"), HOME: path("user"), LOCALAPPDATA: path("data") })).stdout).home).toContain(folder);
  });
});

describe("serve", () => {
  const sampleHome = path("sample");

  /** Starts the server and resolves with its address as soon as it says it. */
  function served(words: readonly string[]): Promise<{ readonly address: string; readonly end: () => Promise<number | null> }> {
    const child = spawn(process.execPath, [builtCommand, "serve", ...words], { stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    return new Promise((resolve, reject) => {
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const address = /Footfall is at (http:\S+)/.exec(said)?.[1];
        if (address !== undefined) resolve({ address, end: () => (child.kill("SIGINT"), ended) });
      });
      let trouble = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (trouble += text));
      void ended.then((code) => reject(new Error(`serve ended with ${code}: ${trouble}`)));
    });
  }

  async function status(address: string): Promise<unknown> {
    return (await fetch(`${address}/api/status`)).json();
  }

  test("an empty store gets the sample runner once; removed, it stays away", async () => {
    const first = await served(["--port", "0", "--home", sampleHome]);
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await status(first.address)).toMatchObject({ hasSample: true, isSampleShown: true });
    expect(await first.end()).toBe(0);

    const { stdout } = await footfall(["sample", "remove", "--json", "--home", sampleHome]);
    const removed: { readonly runs: number } = JSON.parse(stdout);
    expectShape("removed", removed);
    expect(removed.runs).toBeGreaterThan(20);

    const second = await served(["--port", "0", "--home", sampleHome]);
    expect(await status(second.address)).toMatchObject({ hasSample: false, runs: 0 });
    expect(await second.end()).toBe(0);
  });

  test("a port that is taken or cannot be is refused in one line", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const held = holder.address();
    const port = held !== null && typeof held === "object" ? String(held.port) : "";
    expect(await footfall(["serve", "--port", port, "--home", sampleHome])).toMatchObject({ code: 1, stderr: expect.stringContaining(`port ${port} is taken`) });
    expect(await footfall(["serve", "--port", "99999", "--home", sampleHome])).toMatchObject({ code: 2, stderr: expect.stringContaining("give a whole number") });
    await new Promise((resolve) => holder.close(resolve));
  });
});
