import { expect, test } from "vitest";
import { expectSound, servedInBrowser } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
test("a run's form stands in words and in a table", async () => {
  const { page, close } = await openPage();
  await page.goto(`${app.address}/runs`);
  await page.getByRole("link", { name: /Long run/ }).first().click();
  const section = page.getByRole("region", { name: "Going in a line" });
  const table = section.getByRole("region", { name: "Figures of form" });
  await table.waitFor();
  expect(await table.getByRole("row").count()).toBe(7);
  expect(await section.locator("p.support").first().textContent()).toMatch(/quarter|change/);
  await expectSound(page, "form");
  await close();
});
