import { afterAll, beforeAll, expect, test } from "vitest";
import { startLanServer, type LanServer } from "../../app/server/lan/lan-server.ts";
import { pairingCodes } from "../../app/server/lan/pairing-codes.ts";
import { listPairedDevices, painEntries, openStore, ownRunnerId, type Store } from "../../app/storage/index.ts";
import { buildOnce } from "../contracts/run-footfall.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectSound, openPage, webRoot } from "./served-app.ts";

const home = temporaryFolder();
const codes = pairingCodes();
let store: Store;
let lan: LanServer;
// Browsers let a page work offline over https, and on the machine itself.
const address = (): string => lan.address.replace(/\/\/[^:]+/, "//localhost");

beforeAll(async () => {
  buildOnce();
  store = openStore(home);
  lan = await startLanServer({ store, codes, port: 0, webRoot, tls: null, name: null, report: () => undefined });
});
afterAll(async () => {
  await lan?.close();
  store?.close();
});

test("a phone is paired by its code, keeps the diary, and goes on without the computer", async () => {
  const { page, close } = await openPage({ address: address() }, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: "reduce" }, /ERR_INTERNET_DISCONNECTED|status of 403/);
  await page.goto(`${address()}/phone`);
  expect(await page.textContent("body")).toContain("not paired");
  await page.goto(`${address()}/pair?code=${codes.issue(Date.now() / 1000).code}`);
  await page.getByLabel("Call it").fill("My phone");
  await page.getByRole("button", { name: "Pair this phone" }).click();
  await page.getByText("How is your back now?").waitFor();
  expect(listPairedDevices(store)).toMatchObject([{ name: "My phone" }]);
  await page.getByRole("button", { name: /No pain/ }).tap();
  await page.getByText("Noted.", { exact: true }).waitFor();
  expect(painEntries(store, ownRunnerId)).toMatchObject([{ pains: [] }]);
  await answerSafety();
  await expectSound(page, "phone");

  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("button", { name: /No pain/ }).tap();
  await page.getByText("1 entry waits for your computer.").waitFor();
  expect(painEntries(store, ownRunnerId)).toHaveLength(1);
  await page.context().setOffline(false);
  await page.evaluate("dispatchEvent(new Event('online'))");
  await page.getByText("1 entry waits for your computer.").waitFor({ state: "detached" });
  expect(painEntries(store, ownRunnerId)).toHaveLength(2);
  await close();

  /** The first entry asks for signs that come before everything else. */
  async function answerSafety(): Promise<void> {
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await dialog.getByRole("button", { name: /None/ }).click();
    await dialog.waitFor({ state: "detached" });
  }
});
