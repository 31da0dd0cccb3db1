import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { modelVersion } from "../../src/index.ts";
import { expectShape } from "../../test/contracts/published-schemas.ts";
import { openStore, type Store } from "../storage/index.ts";
import * as api from "./api.ts";
import type { App } from "./routes.ts";
import { buildServer } from "./server.ts";

const port = 4242;
let folder = "";
let store: Store;
let app: App;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "footfall-"));
  const webRoot = join(folder, "web");
  mkdirSync(webRoot);
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Footfall</title>");
  store = openStore(join(folder, "home"));
  ({ app } = await buildServer({ store, port, webRoot, version: "1.2.3" }));
});
afterAll(async () => {
  await app.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async () => app.inject({ method: "GET", url: "/api/truth", headers: { host: `127.0.0.1:${port}` } });

it("answers every row of the tables, in the shape that is published for the command", async () => {
  const answer = await ask();
  expect(answer.statusCode).toBe(200);
  expectShape("truth", answer.json());
  const report = api.truthReport.parse(answer.json());
  expect(report.modelVersion).toBe(modelVersion);
  const rows = (table: string): number => new Set(report.rows.filter((row) => row.table === table).map((row) => row.id)).size;
  // The totals of the list of targets.
  expect(["V", "B", "C", "W", "N"].map(rows)).toEqual([13, 34, 7, 12, 9]);
});

it("gives the same answer to all who ask at once", async () => {
  const [first, second] = await Promise.all([ask(), ask()]);
  expect(second.body).toBe(first.body);
});
