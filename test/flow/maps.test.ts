import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedTown } from "../../bench/generated-map.ts";
import { osmPbfFile } from "../../bench/osm-pbf-writer.ts";
import { routeOnMap } from "../../bench/route-on-map.ts";
import { trackGpx } from "../fixtures/track-gpx.ts";
import { dropFiles, expectSound, servedInBrowser } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const town = generatedTown({ seed: 5, blocks: 12, houses: 6 });
const whole = Buffer.from(osmPbfFile(town.nodes, town.ways));
const run = trackGpx(routeOnMap(town, 4000, 1, { spread: 3, memory: 20 }).recording);

const choose = (page: Page, name: string, buffer: Buffer) => page.getByTestId("map-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

describe("a map of where you run", () => {
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ page, close } = await openPage({}, /status of 409/));
    await page.goto(`${app.address}/runs`);
    await page.locator(".run-row").first().waitFor();
    await dropFiles(page, [{ name: "run.gpx", bytes: run }]);
    await page.getByRole("button", { name: "Skip for now" }).click();
    await page.getByText("1 run imported").waitFor();
    await page.getByRole("region", { name: "Import" }).getByRole("button", { name: "Close" }).click();
  });
  afterAll(async () => await close?.());

  test("dropped on any page it is added on the Surfaces page, and lies under the run", async () => {
    await dropFiles(page, [{ name: "town.osm.pbf", bytes: whole }]);
    await page.getByRole("heading", { level: 1, name: /Surfaces/ }).waitFor();
    await page.getByText(/^Taken in: \d[\d\s]* streets, paths and grounds\. 1 run was laid on it\.$/).waitFor();
    await page.getByText("You added the map town.osm.pbf.").waitFor();
    await page.getByRole("list", { name: "Maps in use" }).getByText(/town\.osm\.pbf/).waitFor();
    expect(await page.getByText("asphalt", { exact: true }).first().isVisible()).toBe(true);
  });

  test("removed it lies under no run, and undo brings it back", async () => {
    await page.getByRole("button", { name: "Remove town.osm.pbf" }).click();
    await page.getByText("1 removed map").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await page.getByRole("button", { name: "Remove town.osm.pbf" }).waitFor();
  });

  test("cut in half, or no map at all, it is refused with where and what to do; the map that was here stays", async () => {
    await choose(page, "half.osm.pbf", whole.subarray(0, whole.length / 2));
    await page.getByText(/^At byte \d+: .*cut short, download it again\. Nothing of it was kept.*as they were\.$/).waitFor();
    await choose(page, "list.osm.pbf", Buffer.from("a shopping list"));
    await page.getByText(/no OpenStreetMap extract/).waitFor();
    expect(await page.getByRole("list", { name: "Maps in use" }).getByRole("listitem").count()).toBe(1);
    await page.getByRole("button", { name: "Close what is said of list.osm.pbf" }).click();
  });

  test("on its way it says how far it is, and can be stopped", async () => {
    await page.route("**/api/surfaces/maps/jobs/*/file", () => undefined);
    await choose(page, "large.osm.pbf", whole);
    await page.getByText(/^Handing it to Footfall on this machine: /).waitFor();
    await page.getByRole("progressbar", { name: "large.osm.pbf: how far" }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("It was stopped; nothing of it was kept.").waitFor();
    await page.unroute("**/api/surfaces/maps/jobs/*/file");
  });
});

test("no violations of axe-core, nothing wider than the screen", async () => {
  const { page, close } = await openPage();
  await page.goto(`${app.address}/change/surfaces`);
  await page.route("**/api/surfaces/maps/jobs/*/file", () => undefined);
  await choose(page, "a-very-long-name-of-an-extract-of-a-very-large-town-of-which-nobody-has-heard.osm.pbf", whole);
  await page.getByText(/^Handing it to Footfall/).waitFor();
  await expectSound(page, "maps");
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("It was stopped").waitFor();
  await close();
});
