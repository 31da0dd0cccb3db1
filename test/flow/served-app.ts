import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { ensureSample } from "../../app/sample/index.ts";
import { startServer } from "../../app/server/server.ts";
import { openStore, type Store } from "../../app/storage/index.ts";
import { startBrowser } from "../browser.ts";
import { buildOnce } from "../contracts/run-footfall.ts";

export const webRoot = fileURLToPath(new URL("../../dist/web", import.meta.url));
/** 2026-05-02T12:00:00Z: the sample's last day, the same in every test. */
const now = Date.UTC(2026, 4, 2, 12) / 1000;

/** A server of its own, with a store of its own. */
export interface ServedApp {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the built web app over a new store, with the sample runner as on a first start unless something else is done to it before. */
export async function serveApp(prepare: ((store: Store) => void) | null = null): Promise<ServedApp> {
  const home = mkdtempSync(join(tmpdir(), "footfall-web-"));
  const store = openStore(home);
  if (prepare) prepare(store);
  else await ensureSample(store, now);
  const { address, close } = await startServer({ store, port: 0, webRoot, version: "0.0.0" });
  return {
    address,
    close: async () => {
      await close();
      store.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A page and the way to end it, which tells what went wrong on it. */
export interface OpenedPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** For the tests of one file: the app as built now, served over a store of its own, and a browser to see it in; both are there in tests and their hooks. */
export function servedInBrowser(): {
  readonly app: Pick<ServedApp, "address">;
  readonly openPage: (options?: BrowserContextOptions, expected?: RegExp | null, app?: Pick<ServedApp, "address">) => Promise<OpenedPage>;
} {
  let browser: Browser | null = null;
  let served: ServedApp | null = null;
  beforeAll(async () => {
    buildOnce();
    browser = await startBrowser();
    served = await serveApp();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const there = <Held>(held: Held | null): Held => {
    if (held === null) throw new Error("browser and app are there in tests and their hooks only");
    return held;
  };
  const app = { get address() { return there(served).address; } };
  return { app, openPage: (options, expected, of = app) => openPage(there(browser), of, options, expected) };
}

/** A page that fails its test on a request beyond its own origin, on an error of its own and on a refusal of its content policy; `expected` are faults the test itself brings about. */
export async function openPage(browser: Browser, app: Pick<ServedApp, "address">, options: BrowserContextOptions = {}, expected: RegExp | null = null): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", timezoneId: "Europe/Zurich", reducedMotion: "reduce", ...options });
  const faults: string[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== app.address && !/^(data|blob):/.test(request.url())) faults.push(`asked ${request.url()}`);
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  return {
    page,
    close: async () => {
      await context.close();
      expect(faults.filter((fault) => !expected?.test(fault))).toEqual([]);
    },
  };
}

/** Drops files on the page as a hand would. */
export async function dropFiles(page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const told = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  const transfer = await page.evaluateHandle((given) => {
    const list = new DataTransfer();
    for (const { name, base64 } of given) list.items.add(new File([Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0)], name));
    return list;
  }, told);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** What axe-core finds on the page, in one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary})`)))");
  return Array.isArray(found) ? found.map(String) : [String(found)];
}
