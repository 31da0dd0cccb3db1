import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { dropFiles, expectSound, servedInBrowser, violations } from "./served-app.ts";

const { app, openPage } = servedInBrowser();

test("everything is backed up, restored, brought back and removed in Settings", async () => {
  const { page, close } = await openPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await page.goto(`${app.address}/settings`);
  const section = page.getByRole("region", { name: "Backups and your data" });
  await section.getByText("Everything lives in one folder").waitFor();

  await section.getByLabel("Lock the backup with a passphrase").check();
  await section.getByLabel("Passphrase", { exact: true }).fill("four good plain words");
  await section.getByLabel("The same again").fill("four good plain word");
  expect(await section.getByRole("button", { name: "Back up now" }).isDisabled()).toBe(true);
  await section.getByText("The two differ.").waitFor();
  await section.getByLabel("The same again").fill("four good plain words");
  await section.getByRole("button", { name: "Back up now" }).click();
  const save = section.getByRole("link", { name: /^Save footfall-backup/ });
  await save.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  const bytes = readFileSync(await download.path());
  await section.getByRole("button", { name: "Close" }).click();

  await section.getByTestId("copy-file").setInputFiles({ name: "mine.zip", mimeType: "application/zip", buffer: bytes });
  await section.getByLabel("Passphrase, if it is locked").fill("other words");
  await section.getByRole("button", { name: "Restore it" }).click();
  await section.getByText(/not its passphrase/).waitFor();
  await section.getByLabel("Passphrase, if it is locked").fill("four good plain words");
  await section.getByRole("button", { name: "Restore it" }).click();
  await section.getByText("Everything is as in mine.zip now.").waitFor();
  await section.getByRole("button", { name: "Bring them back" }).click();
  await page.getByText("The data of before are back").waitFor();

  await section.getByRole("button", { name: "Remove everything…" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove everything for good?" });
  expect(await dialog.getByRole("button", { name: "Remove everything" }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel("Type “remove everything”").fill("remove everything");
  await dialog.getByRole("button", { name: "Remove everything" }).click();
  await page.getByText("Everything is removed. Footfall is as new.").waitFor();
  expect(await (await fetch(`${app.address}/api/status`)).json()).toMatchObject({ runs: 0, hasSample: false });
  await close();
});

test("the section stands at each width, in each theme", async () => {
  const { page, close } = await openPage();
  await page.goto(`${app.address}/settings`);
  await page.getByRole("region", { name: "Backups and your data" }).getByLabel("Lock the backup with a passphrase").check();
  await expectSound(page, "copies");
  await close();
});

test("a backup dropped on the page is named as one", async () => {
  const { page, close } = await openPage();
  await page.goto(`${app.address}/settings`);
  await page.evaluate(async () => fetch("/api/runner", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ mass: 70, height: 1.8 }) }));
  await page.evaluate(async () => fetch("/api/data/copies", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ kind: "backup", passphrase: null }) }));
  const section = page.getByRole("region", { name: "Backups and your data" });
  await page.reload();
  await section.getByRole("link", { name: /^Save footfall-backup/ }).waitFor();
  const bytes = new Uint8Array(await (await fetch(`${app.address}/api/data/job/file`)).arrayBuffer());
  await dropFiles(page, [{ name: "backup.zip", bytes }, { name: "run.fit", bytes: generatedRun({ seed: 3, minutes: 4, hasRunningDynamics: false }) }]);
  await page.getByRole("region", { name: "Import", exact: true }).getByText(/a backup of Footfall, which takes the place of all that is here/).waitFor();
  await close();
});
