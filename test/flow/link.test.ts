import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownRunnerId, removeSample } from "../../app/storage/index.ts";
import { insertRedFlags } from "../../app/storage/red-flag-answers.ts";
import { usualTruth } from "../../src/index.ts";
import { fillStore } from "../../bench/simulated-store.ts";
import { expectSound, serveApp, servedInBrowser, type ServedApp } from "./served-app.ts";

const { app: sample, openPage } = servedInBrowser();
let linked: ServedApp;
let empty: ServedApp;

/** An app without the sample runner; a runner's years in it where asked for. */
const serveOwn = (runEffect: number | null): Promise<ServedApp> => serveApp((store) => {
  removeSample(store);
  if (runEffect === null) return;
  fillStore(store, { ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect, distanceEffect: 0.7 }, 4);
  // The safety questions come before any analysis: they were answered.
  insertRedFlags(store, ownRunnerId, { at: 1, utcOffset: 0 }, 1);
});

beforeAll(async () => {
  [linked, empty] = [await serveOwn(0.8), await serveOwn(null)];
});
afterAll(async () => {
  for (const app of [linked, empty]) await app?.close();
});

const verdict = (page: Page) => page.locator(".link .verdict");

describe("does it go with your running", () => {
  test("the sample's verdict, what no method can see, and the factors; never a bare p-value", async () => {
    const { page, close } = await openPage();
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
    const { page, close } = await openPage({}, /50\d|404/, linked);
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
    const { page, close } = await openPage({}, /50\d|404/, linked);
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
    const { page, close } = await openPage({}, /50\d|404/, linked);
    await page.goto(`${linked.address}/evidence`);
    await page.getByRole("link", { name: /Seven claims/ }).click();
    await page.locator(".claim").first().waitFor();
    expect(await page.locator(".claim").count()).toBe(7);
    expect(await page.locator(".claim-verdict").allTextContents()).toEqual(["supported", "mixed", "mixed", "mixed", "supported", "mixed", "supported"]);
    for (const term of ["Published", "The model, for you", "Your own data"]) expect(await page.getByText(term, { exact: true }).count()).toBe(7);
    await close();
  });

  test("of a runner of whom nothing is known the first is unknown yet", async () => {
    const { page, close } = await openPage({}, /404/, empty);
    await page.goto(`${empty.address}/evidence/claims`);
    expect(await page.locator(".claim-verdict").first().textContent()).toBe("about you: unknown yet");
    await page.getByText("No run of yours is here yet.").waitFor();
    await close();
  });
});

test("no violations of axe-core, nothing wider than the screen", async () => {
  const { page, close } = await openPage({}, /50\d|404/, linked);
  for (const path of ["/back", "/evidence/claims"]) {
    await page.goto(linked.address + path);
    await page.locator(path === "/back" ? ".link .verdict" : ".claim").first().waitFor();
    if (path === "/back") await page.locator(".experiments h3, .experiment-form").first().waitFor();
    for (const summary of await page.locator(".link details > summary, .experiments details > summary").all()) await summary.click();
    await expectSound(page, path);
  }
  await close();
});
