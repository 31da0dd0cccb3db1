import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { startBrowser } from "../browser.ts";
import { buildOnce } from "../contracts/run-footfall.ts";
import { writeZip } from "../fixtures/write-zip.ts";
import { dropFiles, openPage, serveApp, violations, type ServedApp } from "./served-app.ts";

let browser: Browser;
let app: ServedApp;
const activity = (seed: number, sport = 1) => ({ name: `activities/${seed}.fit`, bytes: generatedRun({ seed, minutes: 6, hasRunningDynamics: true, sport }) });
const table = ["ID,Date,Name,Type,Description,Time,Distance,Commute,Gear,Filename", "1,d,To the lake,Run,,1,1,false,Blue pair,activities/1.fit", "2,d,Hills,Run,,1,1,false,,activities/2.fit", ""].join("\n");
const archive = writeZip([{ name: "activities.csv", bytes: Buffer.from(table) }, activity(1), activity(2), activity(3, 2), { name: "activities/4.fit", bytes: Buffer.from("a shopping list") }]);

beforeAll(async () => {
  buildOnce();
  [browser, app] = [await startBrowser(), await serveApp()];
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

test.each([1280, 360])("an account's zip dropped on the page is one import: names, shoes, lists, undo (%s px)", async (width) => {
  const { page, close } = await openPage(browser, app, { viewport: { width, height: 800 }, colorScheme: width === 360 ? "dark" : "light" });
  await page.goto(`${app.address}/runs`);
  await page.locator(".run-row").first().waitFor();
  await dropFiles(page, [{ name: "export_1.zip", bytes: archive }]);
  await page.getByRole("button", { name: "Skip for now" }).click();
  await page.getByText("2 runs imported, 1 file of other kinds left alone, 1 not taken.").waitFor();
  expect(await page.locator(".refusals").textContent()).toContain("export_1.zip/activities/4.fit");
  await page.getByText("To the lake").first().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "What became of each file, as a table" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^import-\d+\.csv$/);
  if (process.env["SCREENSHOTS"]) await page.screenshot({ path: `${process.env["SCREENSHOTS"]}/archive-${width}.png` });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back").waitFor();
  await page.getByText("simulated runner").first().waitFor();
  await page.getByRole("link", { name: "Change" }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByText("Blue pair").count()).toBe(0);
  await close();
});
