import { expect, test } from "vitest";
import { servedInBrowser, violations } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
test.each([[1280, "light"], [360, "dark"]] as const)("a run's form stands in words and in a table, at %i pixels in the %s theme", async (width, colorScheme) => {
  const { page, close } = await openPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(`${app.address}/runs`);
  await page.getByRole("link", { name: /Long run/ }).first().click();
  const section = page.getByRole("region", { name: "Going in a line" });
  const table = section.getByRole("region", { name: "Figures of form" });
  await table.waitFor();
  expect(await table.getByRole("row").count()).toBe(7);
  expect(await section.locator("p.support").first().textContent()).toMatch(/quarter|change/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await violations(page)).toEqual([]);
  if (process.env["SCREENSHOTS"]) await section.screenshot({ path: `${process.env["SCREENSHOTS"]}/form-${width}.png` });
  await close();
});
