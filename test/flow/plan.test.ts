import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runsBeforeDay, steadyWeeks } from "../fixtures/weeks-of-runs.ts";
import { expectSound, servedInBrowser, serveApp, violations, type ServedApp } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const today = Math.floor((Date.now() - 60_000 * new Date().getTimezoneOffset()) / 86_400_000);
const verdict = (page: Page) => page.locator(".verdict").first();
const open = async (page: Page, of: Pick<ServedApp, "address"> = app): Promise<void> => {
  await page.goto(`${of.address}/plan`);
  await verdict(page).waitFor();
};

describe("the plan of the sample runner", () => {
  test("is one sentence, seven days, and what it goes by; accessible, light and dark, narrow and wide", async () => {
    const { page, close } = await openPage();
    await open(page);
    expect(await verdict(page).textContent()).toMatch(/^Four runs, \d+\.\d\skm in all, the longest \d+\.\d\skm: what your back and legs are used to\.$/);
    expect(await page.locator(".week-strip > li").count()).toBe(7);
    expect(await page.locator(".plan-days > li").count()).toBe(7);
    await page.getByText(/never on backs/).waitFor();
    await expectSound(page, "plan", "main button, main .button, main .choice label");
    await close();
  });

  test("takes days and goal at once, by keyboard, and gives them back", async () => {
    const { page, close } = await openPage();
    await open(page);
    await page.getByRole("checkbox", { name: "Thursday" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("You changed the days of the plan.").waitFor();
    await page.getByText("You chose these.").waitFor();
    expect(await verdict(page).textContent()).toMatch(/^Three runs/);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("These are the days you usually run on.").waitFor();
    await page.getByRole("radio", { name: "Run and walk in turn" }).focus();
    await page.keyboard.press("Space");
    await page.getByText(/running and walking in turn, as long as your runs are now/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText(/what your back and legs are used to/).waitFor();
    await close();
  });

  test("lets a long run go beyond the limit after the figures, and back", async () => {
    const { page, close } = await openPage();
    await open(page);
    await page.getByRole("button", { name: "Another long run…" }).click();
    await page.getByLabel("Length of the long run").fill("18");
    await page.getByText("That is within the limit.").waitFor();
    await page.getByLabel("Length of the long run").fill("24");
    await page.getByText(/runs more than 30 to 100 % over were followed by overuse injuries 1\.52 times as often \(1\.16–2\.00\)\. Any overuse injury, not your back in particular/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Plan this run" }).click();
    await page.getByText(/the longest 24\.0\skm/).first().waitFor();
    await page.getByText(/yours to decide/).waitFor();
    await page.getByRole("button", { name: "Back to the limit" }).click();
    await page.getByText(/No run here goes beyond/).waitFor();
    await close();
  });

  test("goes into a calendar", async () => {
    const { page, close } = await openPage();
    await open(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Put it in my calendar (.ics)" }).click()]);
    expect(download.suggestedFilename()).toBe("footfall-plan.ics");
    expect(readFileSync(await download.path(), "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Long run\\, /);
    await close();
  });
});

/** Imports files as the page does. */
async function importOver(address: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const send = (path: string, method: string, body: BodyInit, type: string) => fetch(`${address}/api/imports${path}`, { method, body, headers: { "content-type": type } });
  const { id }: { readonly id: number } = await (await send("", "POST", JSON.stringify({ files: files.length }), "application/json")).json();
  for (const { name, bytes } of files) expect((await send(`/${id}/files?name=${name}`, "PUT", new Uint8Array(bytes), "application/octet-stream")).status).toBe(200);
  expect((await fetch(`${address}/api/imports/${id}/finish`, { method: "POST" })).status).toBe(200);
}

describe("the plan of somebody new", () => {
  let own: ServedApp;
  beforeAll(async () => void (own = await serveApp()));
  afterAll(() => own.close());

  test("without a run is a gentle way in, with a first week follows it, and after weeks of runs goes on", async () => {
    const { page, close } = await openPage({}, null, own);
    await page.goto(`${own.address}/settings`);
    await page.evaluate(() => fetch("/api/sample", { method: "DELETE" }));
    await open(page, own);
    expect(await verdict(page).textContent()).toMatch(/^Three sessions of running and walking in turn, .*: a gentle way in\.$/);
    await page.getByText("Nothing was run in the last four weeks that a plan could follow.").waitFor();
    expect(await violations(page)).toEqual([]);
    const importRuns = async (runs: readonly (readonly [number, number])[]): Promise<void> => {
      await importOver(own.address, runsBeforeDay(today, runs));
      await open(page, own);
    };
    await importRuns([[2, 5]]);
    expect(await verdict(page).textContent()).toMatch(/^One run, 5\.0\skm in all/);
    await importRuns(steadyWeeks);
    expect(await verdict(page).textContent()).toMatch(/^(Three|Four) runs/);
    await close();
  });
});
