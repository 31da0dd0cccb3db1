import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { startServer } from "../../app/server/server.ts";
import { openStore, type Store } from "../../app/storage/index.ts";
import { sharedBrowser } from "../browser.ts";
import { buildOnce } from "../contracts/run-footfall.ts";
import { copySampleHome } from "../fixtures/sample-home.ts";

export const webRoot = fileURLToPath(new URL("../../dist/web", import.meta.url));

/** A server of its own, with a store of its own. */
export interface ServedApp {
  readonly address: string;
  /** What the server could not foresee so far. */
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** Serves the built web app over a new store, with the sample runner as on a first start unless something else is done to it before. */
export async function serveApp(prepare: ((store: Store) => void | Promise<void>) | null = null): Promise<ServedApp> {
  buildOnce();
  const home = mkdtempSync(join(tmpdir(), "footfall-web-"));
  if (!prepare) await copySampleHome(home);
  const store = openStore(home);
  await prepare?.(store);
  const faults: unknown[] = [];
  const { address, close } = await startServer({ store, port: 0, webRoot, version: "0.0.0", report: (fault) => void faults.push(fault) });
  return {
    address,
    faults,
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

/** For the tests of one file: the app as built now, served over a store of its own with the sample runner, and pages of it; both are there in tests and their hooks. */
export function servedInBrowser(): {
  readonly app: Pick<ServedApp, "address">;
  readonly openPage: (options?: BrowserContextOptions, expected?: RegExp | null, app?: Pick<ServedApp, "address">) => Promise<OpenedPage>;
} {
  let served: ServedApp | null = null;
  beforeAll(async () => void (served = await serveApp()));
  afterAll(() => served?.close());
  const app = {
    get address() {
      if (served === null) throw new Error("the app is there in tests and their hooks only");
      return served.address;
    },
  };
  return { app, openPage: (options, expected, of = app) => openPage(of, options, expected) };
}

/** A page that fails its test on a request beyond its own origin, on an error of its own and on a refusal of its content policy; `expected` are faults the test itself brings about. */
export async function openPage(app: Pick<ServedApp, "address">, options: BrowserContextOptions = {}, expected: RegExp | null = null, inBrowser: Promise<Browser> = sharedBrowser()): Promise<OpenedPage> {
  const browser = await inBrowser;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", timezoneId: "Europe/Zurich", reducedMotion: "reduce", ...options });
  const faults: string[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== app.address && !/^(data|blob):/.test(request.url())) faults.push(`asked ${request.url()}`);
  });
  context.setDefaultTimeout(60_000);
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
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const found: unknown = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary})`)))");
  return Array.isArray(found) ? found.map(String) : [String(found)];
}

/**
 * Expects of what the page shows now: no violations of axe-core and nothing wider than the screen, at 1280 and 360 px, in light and dark. One page is held to all four: to open another
 * costs more than the check. `targets` selects what a finger must hit, 44 px high or more. SCREENSHOTS names a folder for pictures to look at.
 */
export async function expectSound(page: Page, what: string, targets: string | null = null): Promise<void> {
  const size = page.viewportSize();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      const where = `${what}, ${colorScheme}, ${width} px`;
      await page.emulateMedia({ colorScheme });
      // Pictures are drawn anew for a new width: soon, not at once.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), { message: where }).toBeLessThanOrEqual(0);
      expect(await violations(page), where).toEqual([]);
      if (targets) expect(await page.locator(targets).evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent)), where).toEqual([]);
      if (process.env["SCREENSHOTS"]) await page.screenshot({ path: `${process.env["SCREENSHOTS"]}/${where.replaceAll(/\W+/g, "-")}.png`, fullPage: true });
    }
  }
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null });
}
