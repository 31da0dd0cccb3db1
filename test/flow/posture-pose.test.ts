import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { servedInBrowser } from "./served-app.ts";

const video = fileURLToPath(new URL("../../../shared/data/video/davidpagnon__Sports2D/Sports2D/Demo/demo.mp4", import.meta.url));
const lacks = hasPackage() ? (existsSync(video) ? null : "the shared videos are not at hand") : "the optional package @mediapipe/pose is not installed";

const { app, openPage } = servedInBrowser();

function hasPackage(): boolean {
  try {
    return createRequire(import.meta.url).resolve("@mediapipe/pose/package.json") !== "";
  } catch {
    return false;
  }
}

async function openVideo(page: Page, second: number): Promise<void> {
  await page.goto(`${app.address}/change/posture`);
  await page.getByRole("button", { name: "Look at my posture" }).click();
  await page.locator("input.file-choice").first().setInputFiles(video);
  const slider = page.getByRole("slider");
  await slider.waitFor();
  expect(await page.getByLabel("Pictures a second in the file").inputValue()).toMatch(/^(30|29\.97)$/);
  await slider.fill(String(Math.round(second * 30)));
}

describe.skipIf(lacks !== null)(`automatic marking on a real video${lacks ? ` (${lacks})` : ""}`, () => {
  test("proposes a walker's points while the page stays live, and says that they are proposed", async () => {
    const { page, close } = await openPage();
    await openVideo(page, 1.5);
    await page.getByRole("button", { name: "Propose the points" }).click();
    const turns = page.evaluate(() => new Promise<number>((resolve) => {
      let [count, last, longest] = [0, performance.now(), 0];
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        if (++count === 40) { clearInterval(timer); resolve(longest); }
      }, 50);
    }));
    await page.getByText("Proposed, not measured").waitFor({ timeout: 280_000 });
    expect(await turns).toBeLessThan(2000);
    await page.getByText("Points as numbers").click();
    const tops = await Promise.all(["Ear", "Shoulder", "Hip", "Knee", "Ankle"].map(async (name) => Number(await page.getByLabel(`${name} from the top`).inputValue())));
    expect(tops.every((top) => top > 0)).toBe(true);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.getByLabel("Hip from the top").inputValue()).toBe("");
    await close();
  });

  test("is stopped at once, leaving the marks as they were", async () => {
    const { page, close } = await openPage();
    await openVideo(page, 2);
    await page.getByRole("button", { name: "Propose the points" }).click();
    await page.getByText(/Looking at the picture/).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped; your marks are as they were.").waitFor();
    expect(await page.locator(".marked-frames").count()).toBe(0);
    await close();
  });
});
