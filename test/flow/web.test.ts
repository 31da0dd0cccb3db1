import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { dropFiles, expectSound, serveApp, servedInBrowser, violations, type ServedApp } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const bytes = generatedRun({ seed: 11, minutes: 20, hasRunningDynamics: true });
async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

describe("a first start", () => {
  test("shows the simulated runner, labelled, and one door", async () => {
    const { page, close } = await openPage();
    await page.goto(app.address);
    await heading(page, "Today").waitFor();
    await page.getByText("A simulated runner, to look around with").waitFor();
    await page.getByRole("button", { name: "Import my runs" }).waitFor();
    await page.getByRole("link", { name: "Runs", exact: true }).click();
    await heading(page, "Runs").waitFor();
    await page.getByText("These runs belong to a simulated runner").waitFor();
    await page.getByRole("button", { name: "Import my runs" }).waitFor();
    expect(await page.locator(".run-row").count()).toBeGreaterThan(20);
    await close();
  });

  test("a run has its picture, series, track, and each of them in words", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/runs`);
    await page.getByRole("link", { name: /Easy run/ }).first().click();
    await heading(page, /Easy run/).waitFor();
    await page.getByRole("img", { name: /five lumbar discs/ }).waitFor();
    await page.getByRole("img", { name: /The route/ }).waitFor();
    expect(await page.locator("canvas").count()).toBe(4);
    expect(await page.locator(".verdict").textContent()).toMatch(/footfalls, and a typical one pressed your lowest disc with about \d\.\d\stimes your weight \(between \d\.\d and \d\.\d\)/);
    expect(await page.locator("#creep-title + p").textContent()).toMatch(/ended about \d+ \(\d+–\d+\)\smm shorter.*with and without back pain/);
    await page.getByText("As a table, each km").click();
    expect(await page.getByRole("region", { name: "Series as a table" }).getByRole("row").count()).toBeGreaterThan(4);
    await page.getByRole("radio", { name: "L1–L2" }).check();
    await page.getByText(/^Load on L1–L2/).first().waitFor();
    await close();
  });

  test("the keyboard moves the moment of the run", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/runs`);
    await page.getByRole("link", { name: /Easy run/ }).first().click();
    const slider = page.getByRole("slider", { name: "Moment of the run" });
    await slider.waitFor();
    await slider.focus();
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowRight");
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/Pace \d+:\d\d\s\/km; Step rate \d+\ssteps\/min; Contact time \d+ \(\d+–\d+\)\sms; Load on L5–S1 \d\.\d \(\d\.\d–\d\.\d\)/);
    expect(await page.locator(".series-moment").textContent()).toMatch(/\d+:\d\d, \d+\.\d\d\skm/);
    await close();
  });
});

test("no violations of axe-core, nothing wider than the screen", async () => {
  const { page, close } = await openPage();
  for (const path of ["/runs", "/runs/1", "/settings", "/nowhere"]) {
    await page.goto(app.address + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (path === "/runs/1") await page.getByText("As a table").click();
    if (path === "/settings") await page.getByText("not a medical device").waitFor();
    await expectSound(page, path);
  }
  await page.goto(`${app.address}/runs`);
  await page.getByRole("button", { name: "Import my runs" }).click();
  await page.getByRole("heading", { name: "Three things first" }).waitFor();
  await expectSound(page, "questions");
  await close();
});

describe("one runner's first evening, from drop to undo", () => {
  let page: Page;
  let close: () => Promise<void>;
  let own: ServedApp;
  beforeAll(async () => {
    own = await serveApp();
    ({ page, close } = await openPage({}, null, own));
  });
  afterAll(async () => {
    await close?.();
    await own?.close();
  });

  test("dropped files are imported after three questions; the sample makes way; refusals say why", async () => {
    await page.goto(`${own.address}/runs`);
    await heading(page, "Runs").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".run-row").length > 0);
    await dropFiles(page, [{ name: "evening.fit", bytes }, { name: "again.fit", bytes }, { name: "letter.txt", bytes: new TextEncoder().encode("Dear watch") }]);
    await page.getByLabel("Weight", { exact: true }).fill("700");
    await page.getByText("Weight in kg, between 25 and 250.").waitFor();
    expect(await page.getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(true);
    await page.getByLabel("Weight", { exact: true }).fill("64.5");
    await page.getByLabel("Height", { exact: true }).fill("172");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("1 run imported, 1 already here, 1 not taken.").waitFor();
    expect(await page.locator(".refusals").textContent()).toContain("letter.txt");
    await page.getByText("1 run.", { exact: false }).first().waitFor();
    expect(await page.locator(".run-row").count()).toBe(1);
    expect(await page.getByText("simulated runner").count()).toBe(0);
  });

  test("the run opens, in kilometres, then in miles and pounds", async () => {
    await page.getByRole("link", { name: "Open the run" }).click();
    await page.locator(".verdict").waitFor();
    expect(await page.locator(".verdict").textContent()).toMatch(/\d\.\d\skm in 20\smin, \d:\d\d\s\/km/);
    await page.getByText(/65\skg, 172\scm/).waitFor();
    const run = page.url();
    await openSettings(page);
    await page.getByRole("radio", { name: "mi" }).check();
    await page.getByRole("radio", { name: "lb, in" }).check();
    await page.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "142.2"));
    await page.goto(run);
    await page.getByText(/\d\.\d\smi in 20\smin, \d+:\d\d\s\/mi/).waitFor();
    await page.getByText(/142\slb, 68\sin/).waitFor();
    await page.getByText("As a table, each mi").waitFor();
  });

  test("a removed run comes back with undo", async () => {
    await page.getByRole("button", { name: "Remove this run" }).click();
    await page.getByText("is removed.").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".run-row").length !== 1);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("is back.").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".run-row").length === 1);
  });

  test("undoing the import brings the sample back; removed once, it stays away", async () => {
    await openSettings(page);
    await page.getByRole("button", { name: /^Undo the import/ }).click();
    await page.getByText("1 run, taken back", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Remove the sample for good" }).click();
    await page.getByText(/The sample’s \d+ runs are removed and stay away\./).waitFor();
    await page.getByRole("link", { name: "Runs", exact: true }).click();
    await page.getByText("Your runs will be listed here").waitFor();
    await page.reload();
    await page.getByText("Your runs will be listed here").waitFor();
    expect(await page.locator(".run-row").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
