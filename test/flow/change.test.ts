import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBitmap } from "../fixtures/write-bitmap.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectSound, serveApp, servedInBrowser, violations, type ServedApp } from "./served-app.ts";

const { app, openPage } = servedInBrowser();

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

describe("the first visit", () => {
  test("shows the sample's two pairs with their wear, and a comparison that cannot tell", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/runs`);
    await page.getByRole("link", { name: "Change" }).click();
    await heading(page, /What you can change/).waitFor();
    await page.getByRole("link", { name: /^Surfaces.*Of \d+\skm: \d+\s% asphalt/ }).waitFor();
    await page.getByRole("link", { name: /^Pace and steps.*\/km at \d+\ssteps\/min/ }).waitFor();
    expect(await page.locator(".change-parts a").count()).toBe(5);
    await page.getByRole("link", { name: /^Shoes.*2 pairs in use.*Absorbs about \d+/ }).click();
    await heading(page, /Shoes/).waitFor();
    await page.getByRole("article", { name: "Well-worn pair (simulated)" }).getByText(/Absorbs about \d\d\s% of what it did new \(\d\d–\d\d\)\./).waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
    await page.getByText(/^Cannot tell which is kinder to your back/).waitFor();
    await page.getByRole("img", { name: "Distance in each pair, week by week" }).waitFor();
    await close();
  });
});

test("no violations of axe-core, nothing wider than the screen", async () => {
  const { page, close } = await openPage();
  await page.goto(`${app.address}/change`);
  await page.getByRole("link", { name: /^Pace and steps.*steps\/min/ }).waitFor();
  await expectSound(page, "overview");
  await page.goto(`${app.address}/change/shoes`);
  await page.getByText(/^Cannot tell which is kinder/).waitFor();
  for (const summary of ["What the model takes it for", "As a table", "The five kinds, with sources"]) await page.getByText(summary).first().click();
  await expectSound(page, "shoes");
  await page.getByRole("button", { name: "Add a pair" }).click();
  await page.getByRole("heading", { name: "Add a pair" }).waitFor();
  await expectSound(page, "form");
  await page.goto(`${app.address}/change/surfaces`);
  await page.getByText("Week by week").click();
  await page.getByText("By pair").click();
  await expectSound(page, "surfaces");
  await page.goto(`${app.address}/runs/1`);
  await page.getByText("Change shoes or ground").click();
  await page.getByTestId("route-picker").waitFor();
  await expectSound(page, "run");
  await close();
});

describe("one evening with the cabinet", () => {
  let page: Page;
  let close: () => Promise<void>;
  let own: ServedApp;
  beforeAll(async () => {
    own = await serveApp();
    ({ page, close } = await openPage({}, /status of 400/, own));
  });
  afterAll(async () => {
    await close?.();
    await own?.close();
  });

  test("a stretch of the sample's run gets its ground by the keyboard, and loses it with undo", async () => {
    await page.goto(`${own.address}/runs/1`);
    await page.locator(".stretch-list").getByText("by your rule").waitFor();
    await page.getByText("Change shoes or ground").click();
    await page.getByRole("slider", { name: /^To:/ }).focus();
    await page.keyboard.press("PageDown");
    await page.getByLabel("Ground", { exact: true }).selectOption("grass");
    await page.getByRole("button", { name: /^Set the ground of this stretch/ }).click();
    await page.getByText("You set a stretch to grass.").waitFor();
    await page.locator(".stretch-list").getByText("grass").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await page.locator(".stretch-list").getByText("grass").waitFor({ state: "detached" });
  });

  test("a stretch is drawn on the route", async () => {
    const picker = page.getByTestId("route-picker");
    const start = await picker.locator(".ff-mark-start").boundingBox();
    if (!start) throw new Error("no start of the route");
    await page.mouse.move(start.x + 5, start.y + 5);
    await page.mouse.down();
    await page.mouse.move(start.x + 60, start.y + 40, { steps: 8 });
    await page.mouse.move(start.x + 90, start.y + 60, { steps: 8 });
    await page.mouse.up();
    await page.getByRole("button", { name: /^Set the ground of this stretch/ }).waitFor();
  });

  test("the run is split between two pairs at a distance", async () => {
    const shoes = page.locator(".underfoot .stretch-list").first();
    await page.getByRole("button", { name: "The whole run" }).click();
    await page.getByRole("slider", { name: /^From:/ }).focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press("PageUp");
    await page.getByLabel("Pair", { exact: true }).selectOption({ label: "New pair (simulated)" });
    await page.getByRole("button", { name: /^Put the pair under this stretch/ }).click();
    await page.getByText(/^You put New pair \(simulated\) under a run\.$/).waitFor();
    await shoes.getByText("New pair (simulated)").waitFor();
    expect(await shoes.locator("li").count()).toBe(2);
    await page.getByRole("button", { name: "Let the rules choose" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".underfoot .stretch-list")[0]?.children.length === 1);
  });

  test("a pair that cannot be is refused in its place, with nothing lost; put right it is the owner's first", async () => {
    await page.goto(`${own.address}/change/shoes`);
    await page.getByRole("button", { name: "Add a pair" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Evening pair");
    await page.getByRole("radio", { name: "Worn trainer" }).check();
    expect(await page.getByLabel("First distance").inputValue()).toBe("800");
    await page.getByLabel("Stack under the heel").fill("-3");
    await page.getByText("Millimetres between 1 and 100.").waitFor();
    await page.getByLabel(/^Heel stiffness/).fill("78000");
    await page.getByText("78,000 N/m are 78 N/mm.").waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Evening pair");
    await page.getByLabel("Stack under the heel").fill("30");
    await page.getByLabel(/^Heel stiffness/).fill("78");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("You added Evening pair.").waitFor();
    await page.getByRole("article", { name: "Evening pair" }).getByText("stack 30").waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("a photo is judged by its bytes, and made small whatever its size", async () => {
    const photo = page.getByLabel("Photo of Evening pair", { exact: true });
    await photo.setInputFiles({ name: "shoe.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByText(/^shoe\.png: this is no photo that the browser knows/).waitFor();
    const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
    await photo.setInputFiles({ name: "shoe.txt", mimeType: "text/plain", buffer: pixel });
    const shown = page.getByRole("button", { name: "Choose another photo of Evening pair" }).locator("img");
    await shown.waitFor();
    const before = await shown.getAttribute("src");
    const folder = mkdtempSync(join(tmpdir(), "footfall-photo-"));
    writeFileSync(join(folder, "huge.bmp"), writeBitmap(4200, 4000));
    expect(statSync(join(folder, "huge.bmp")).size).toBeGreaterThan(50e6);
    await photo.setInputFiles(join(folder, "huge.bmp"));
    await page.waitForFunction((src) => document.querySelector(".shoe-photo img")?.getAttribute("src") !== src, before);
    rmSync(folder, { recursive: true });
    const size = await page.evaluate(async (src) => (await (await fetch(src)).blob()).size, await shown.getAttribute("src") ?? "");
    expect(size).toBeLessThan(500_000);
  });

  test("rules, retiring and a file: each is said, and each goes back", async () => {
    await page.getByRole("button", { name: "Add this rule" }).click();
    await page.getByText("Choose at least one pair for the rule.").waitFor();
    await page.getByRole("checkbox", { name: "Evening pair" }).check();
    await page.getByLabel("Kind of run").first().selectOption("trail");
    await page.getByRole("button", { name: "Add this rule" }).click();
    await page.getByText("Trail runs: Evening pair").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Trail runs: Evening pair").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Retire Evening pair" }).click();
    await page.getByText("1 retired pair").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Retire Evening pair" }).waitFor();
    await page.getByTestId("shoes-file").setInputFiles({ name: "shoes.csv", mimeType: "text/csv", buffer: Buffer.from("name,stackHeightMillimetres\nBroken,-5\n") });
    await page.getByText(/shoes\.csv: line 2: .*stack/).waitFor();
    await page.getByTestId("shoes-file").setInputFiles({ name: "shoes.csv", mimeType: "text/csv", buffer: Buffer.from("name,foam\nTrack pair,peba\n") });
    await page.getByRole("article", { name: "Track pair" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("a ground rule reaches the shares", async () => {
    await page.goto(`${own.address}/change/surfaces`);
    await page.getByLabel("Ground", { exact: true }).selectOption("gravel");
    await page.getByRole("button", { name: "Add this rule" }).click();
    await page.getByText("Any run: gravel").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "As a table" }).click()]);
    const table = await readFile(await download.path(), "utf8");
    expect(table).toContain("gravel,1,");
    await page.getByRole("button", { name: /^Remove rule: Any run: gravel/ }).click();
    await page.getByText("Any run: gravel").waitFor({ state: "detached" });
    await page.getByTestId("ground-file").setInputFiles({ name: "ground.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await page.getByText(/^ground\.csv: 1 rule in the place of those here/).waitFor();
    await page.getByText("Any run: gravel").waitFor();
  });
});
