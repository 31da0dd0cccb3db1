import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../../app/server/server.ts";
import { openStore, ownRunnerId, removeSample } from "../../app/storage/index.ts";
import { insertRedFlags } from "../../app/storage/red-flag-answers.ts";
import { usualTruth } from "../../src/index.ts";
import { fillStore } from "../../bench/simulated-store.ts";
import { startBrowser } from "../browser.ts";
import { buildOnce } from "../contracts/run-footfall.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { openPage, serveApp, violations, webRoot, type ServedApp } from "./served-app.ts";

const folder = temporaryFolder();
let browser: Browser;
let sample: ServedApp;
let linked: ServedApp;
let empty: ServedApp;

/** A server over a store of its own, without the sample runner; a runner's years in it where asked for. */
async function serveStore(name: string, runEffect: number | null): Promise<ServedApp> {
  const store = openStore(`${folder}/${name}`);
  removeSample(store);
  if (runEffect !== null) fillStore(store, { ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect, distanceEffect: 0.7 }, 4);
  // The safety questions come before any analysis: they were answered.
  if (runEffect !== null) insertRedFlags(store, ownRunnerId, { at: 1, utcOffset: 0 }, 1);
  const { address, close } = await startServer({ store, port: 0, webRoot, version: "0.0.0" });
  return { address, close: async () => { await close(); store.close(); } };
}

beforeAll(async () => {
  buildOnce();
  [browser, sample, linked, empty] = [await startBrowser(), await serveApp(), await serveStore("linked", 0.8), await serveStore("empty", null)];
}, 900_000);
afterAll(async () => {
  await browser?.close();
  for (const app of [sample, linked, empty]) await app?.close();
});

const verdict = (page: Page) => page.locator(".link .verdict");

describe("does it go with your running", () => {
  test("the sample's verdict, what no method can see, and the factors; never a bare p-value", async () => {
    const { page, close } = await openPage(browser, sample);
    await page.goto(`${sample.address}/back`);
    await verdict(page).waitFor();
    await page.getByText(/No analysis of a diary can see a cause that it was never told/).waitFor();
    await page.getByRole("heading", { name: "With which part of it?" }).waitFor();
    await page.getByRole("img", { name: "Pain that goes with each factor, with its band" }).waitFor();
    expect(await page.locator(".link").textContent()).not.toMatch(/\bp ?[=<]|p-value/i);
    await page.getByText("once your own runs and looks are here").waitFor();
    expect(await page.getByRole("button", { name: "Toss the coin and begin" }).isDisabled()).toBe(true);
    await close();
  });

  test("a link that is there: how strongly, how surely, at which hour, and one sentence on Today", async () => {
    const { page, close } = await openPage(browser, linked, {}, /50\d|404/);
    await page.goto(`${linked.address}/back`);
    await verdict(page).getByText(/your pain was \d\.\d points of 10 higher \(\d\.\d to \d\.\d\)/).waitFor();
    const sentence = await verdict(page).textContent();
    await page.getByText(/Very sure: of 999 calendars/).waitFor();
    await page.getByText("What it rests on, hour by hour").click();
    expect(await page.getByRole("region", { name: "Difference of pain at each time after a run" }).getByRole("row").count()).toBeGreaterThan(2);
    await page.getByText(/with distance \d+ km rather than \d+, your pain was/).first().waitFor();
    await page.goto(linked.address);
    await page.getByText(sentence ?? "").waitFor();
    await close();
  });
});

describe("an experiment", () => {
  test("is drawn, says what the next run is to be here and on Today, is stopped, and both are taken back", async () => {
    const { page, close } = await openPage(browser, linked, {}, /50\d|404/);
    await page.goto(`${linked.address}/back`);
    await page.getByRole("radio", { name: /A warm-up before the run/ }).check();
    await page.getByText(/\d+ runs.* would show it four times in five\. Footfall checks each run by what you answer about the warm-up/).waitFor();
    await page.getByLabel("Smallest difference worth knowing").selectOption("2");
    await page.getByRole("button", { name: "Toss the coin and begin" }).click();
    await page.getByRole("heading", { name: "Under way: a warm-up before the run" }).waitFor();
    await page.getByText(/Next run: (warm up for ten minutes|run without a separate warm-up)/).waitFor();
    await page.getByText("The protocol").click();
    await page.getByText(/a coin chose which \(seed \d+/).waitFor();
    await page.goto(linked.address);
    await page.getByText("Run 1 of your experiment; a coin chose which runs have the change.").waitFor();
    await page.goto(`${linked.address}/back`);
    await page.getByRole("button", { name: "Stop this experiment" }).click();
    await page.getByText(/You stopped it after 0 of \d+ runs/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: "Under way: a warm-up before the run" }).waitFor();
    await close();
  });
});

describe("the claims ledger", () => {
  test("seven rows, each with verdict, publications, model and own data", async () => {
    const { page, close } = await openPage(browser, linked, {}, /50\d|404/);
    await page.goto(`${linked.address}/evidence`);
    await page.getByRole("link", { name: /Seven claims/ }).click();
    await page.locator(".claim").first().waitFor();
    expect(await page.locator(".claim").count()).toBe(7);
    expect(await page.locator(".claim-verdict").allTextContents()).toEqual(["supported", "mixed", "mixed", "mixed", "supported", "mixed", "supported"]);
    for (const term of ["Published", "The model, for you", "Your own data"]) expect(await page.getByText(term, { exact: true }).count()).toBe(7);
    await close();
  });

  test("of a runner of whom nothing is known the first is unknown yet", async () => {
    const { page, close } = await openPage(browser, empty, {}, /404/);
    await page.goto(`${empty.address}/evidence/claims`);
    expect(await page.locator(".claim-verdict").first().textContent()).toBe("about you: unknown yet");
    await page.getByText("No run of yours is here yet.").waitFor();
    await close();
  });
});

describe("no violations of axe-core, nothing wider than the screen", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 360]) {
      test(`${colorScheme}, ${width} px`, async () => {
        const { page, close } = await openPage(browser, linked, { colorScheme, viewport: { width, height: 800 } }, /50\d|404/);
        for (const path of ["/back", "/evidence/claims"]) {
          await page.goto(linked.address + path);
          await page.locator(path === "/back" ? ".link .verdict" : ".claim").first().waitFor();
          if (path === "/back") await page.locator(".experiments h3, .experiment-form").first().waitFor();
          for (const summary of await page.locator(".link details > summary, .experiments details > summary").all()) await summary.click();
          expect(await violations(page), path).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0);
          if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${path.replaceAll("/", "_")}-${colorScheme}-${width}.png`, fullPage: true });
        }
        await close();
      });
    }
  }
});
