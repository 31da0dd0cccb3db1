import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { truthReport, type TruthRow } from "../../app/server/api.ts";
import { expectSound, servedInBrowser } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
let rows: readonly TruthRow[] = [];
let passed: readonly TruthRow[] = [];
let failed: readonly TruthRow[] = [];

beforeAll(async () => {
  ({ rows } = truthReport.parse(await (await fetch(`${app.address}/api/truth`)).json()));
  passed = rows.filter((row) => !row.calibration && row.status === "pass");
  failed = rows.filter((row) => !row.calibration && row.status === "fail");
});
/** Opens the page the way a runner does: from the places. */
async function openEvidence(page: Page): Promise<void> {
  await page.goto(`${app.address}/runs`);
  await page.getByRole("link", { name: "Evidence" }).click();
  await page.locator(".verdict").waitFor();
  // The answer comes first, what stands behind it as soon as there is time.
  await page.getByRole("heading", { name: "Sources" }).waitFor();
}

const choose = (page: Page, name: string | RegExp) => page.getByRole("radio", { name, exact: true }).check();

describe("why should I believe this?", () => {
  test("says first how many published figures come out, with the numbers of the report", async () => {
    const { page, close } = await openPage();
    await openEvidence(page);
    const verdict = (await page.locator(".verdict").textContent()) ?? "";
    expect(verdict).toContain(`Of ${passed.length + failed.length} published figures`);
    expect(verdict).toContain(`reproduces ${passed.length} and misses ${failed.length === 0 ? "none" : failed.length}`);
    await page.getByRole("heading", { name: "The gate" }).waitFor();
    await close();
  });

  test("draws every figure of measurements, with its words, and never hides a missed one", async () => {
    const { page, close } = await openPage();
    await openEvidence(page);
    const drawn = rows.filter((row) => row.table === "B" && row.got !== null);
    const group = page.getByRole("region", { name: "Measurements of runners", exact: true });
    expect(await group.getByRole("img").count()).toBeGreaterThanOrEqual(drawn.length);
    for (const name of await group.getByRole("img").evaluateAll((all) => all.map((image) => image.getAttribute("aria-label") ?? ""))) expect(name).toMatch(/: (published|required) .*; the model .*\.$/);
    expect(await page.locator(".standing.not-reproduced").count()).toBe(failed.length);
    expect(await page.locator("details:not([open]) .standing.not-reproduced").count()).toBe(0);
    await close();
  });

  test("shows what is missed, what cannot be tested, one table, and the same as a table", async () => {
    const { page, close } = await openPage();
    await openEvidence(page);
    await choose(page, /^Not reproduced \d+$/);
    expect(await page.locator(".target-figure").count()).toBe(failed.length);
    await choose(page, /^Cannot be tested \d+$/);
    expect(await page.locator(".untested li").count()).toBe(new Set(rows.filter((row) => row.status === "untestable").map((row) => `${row.id} ${row.reason}`)).size);
    await choose(page, /^All \d+$/);
    await choose(page, "Contested");
    expect(await page.getByRole("heading", { name: "Exact mathematics" }).count()).toBe(0);
    await choose(page, "A table in words");
    const lines = page.getByRole("region", { name: "What is contested, as a table" }).getByRole("row");
    expect(await lines.count()).toBe(1 + rows.filter((row) => row.table === "C").length);
    await close();
  });

  test("names every work with its use; a link to one gives nothing away", async () => {
    const { page, close } = await openPage();
    await openEvidence(page);
    const works = page.getByRole("region", { name: "Sources" });
    expect(await works.getByRole("listitem").count()).toBeGreaterThan(20);
    const links = await page.locator("a[href^='http']:not([rel~='noreferrer'])").count();
    expect(links).toBe(0);
    await close();
  });

  test("the keyboard filters, and a link to a row takes it along", async () => {
    const { page, close } = await openPage();
    await openEvidence(page);
    const all = page.getByRole("radio", { name: /^All \d+$/ });
    await all.focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("radio", { name: /^Reproduced \d+$/ }).isChecked()).toBe(true);
    const row = page.locator(".evidence > section details a, .missed a").last();
    if (!(await row.isVisible())) await page.locator("#gate-title ~ details summary").click();
    const id = new URL((await row.getAttribute("href")) ?? "", app.address).hash.slice(1);
    await row.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
    expect(await all.isChecked()).toBe(true);
    await close();
  });

  test("no violations of axe-core, nothing wider than the screen", async () => {
    const { page, close } = await openPage();
    await openEvidence(page);
    for (const as of ["A table in words", "Pictures"]) {
      await choose(page, as);
      await expectSound(page, as);
    }
    await close();
  });
});
