import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { duplicates } from "../../app/server/api.ts";
import { watchedFolders } from "../../app/server/watch-api.ts";
import { generatedRun } from "../../bench/generated-run.ts";
import { dropFiles, expectSound, servedInBrowser } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const run = (seed: number, minutes = 4): Uint8Array<ArrayBuffer> => generatedRun({ seed, minutes, hasRunningDynamics: false });

test("an inbox is made in Settings; what is put there comes in by itself, and the folder can rest", async () => {
  const { page, close } = await openPage({ viewport: { width: 360, height: 800 }, colorScheme: "dark" });
  await page.goto(`${app.address}/settings`);
  await page.getByRole("button", { name: "Make an inbox" }).click();
  const rest = page.getByRole("button", { name: /^Let it rest: / });
  await rest.waitFor();
  const { folders } = watchedFolders.parse(await (await fetch(`${app.address}/api/watched-folders`)).json());
  writeFileSync(join(folders[0]?.path ?? "", "1.fit"), run(1));
  await page.getByText("1 run came in from a watched folder.").waitFor();
  await page.getByText(/by watched folder: 1 run/).waitFor();
  await expectSound(page, "watched folder");
  await rest.click();
  await page.getByText("Rests", { exact: true }).waitFor();
  await page.getByRole("button", { name: /^Forget / }).click();
  await page.getByRole("button", { name: "Make an inbox" }).waitFor();
  await close();
});

test("two recordings that lie over each other are decided by the runner, with a way back", async () => {
  const { page, close } = await openPage();
  await page.goto(`${app.address}/runs`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await dropFiles(page, [{ name: "watch.fit", bytes: run(7, 4) }, { name: "phone.fit", bytes: run(7, 9) }]);
  await page.getByRole("button", { name: "Skip for now" }).click();
  await page.getByText("2 runs imported").waitFor();
  await page.getByRole("button", { name: /^Close/ }).first().click();
  await page.getByRole("link", { name: "Two recordings lie" }).click();
  await page.getByText("They lie over each other in time, but one is 5 min longer.").waitFor();
  await expectSound(page, "two recordings");
  await page.getByRole("button", { name: /^One run: / }).click();
  await page.getByRole("heading", { name: "Taken as one" }).waitFor();
  const listed = async () => duplicates.parse(await (await fetch(`${app.address}/api/duplicates`)).json());
  expect((await listed()).copies).toHaveLength(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "One run, or two?" }).waitFor();
  await page.getByRole("button", { name: /^Two runs: / }).click();
  await page.getByText("No run came twice.").waitFor();
  expect(await listed()).toEqual({ copies: [], undecided: [], recordings: [] });
  await close();
});
