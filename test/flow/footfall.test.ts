import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectSound, servedInBrowser, violations } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const scrubber = (page: Page) => page.getByRole("slider", { name: "Moment of the footfall" });
const timeOf = async (page: Page): Promise<number> => Number(await scrubber(page).inputValue());
const legOf = (page: Page) => page.locator(".moving-figure path.ff-solid").first().getAttribute("d");
const watch = async (page: Page, search = ""): Promise<void> => {
  await page.goto(`${app.address}/footfall${search}`);
  await scrubber(page).waitFor();
};

describe("watching one footfall", () => {
  test("stands still where less motion is asked for, and the scrubber moves runner, cursor and words", async () => {
    const { page, close } = await openPage();
    await watch(page);
    const [before, leg] = [await timeOf(page), await legOf(page)];
    await page.getByRole("button", { name: "Play" }).waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await timeOf(page)).toBe(before);
    await scrubber(page).fill("0.05");
    expect(await legOf(page)).not.toBe(leg);
    expect(await page.locator(".player-moment").textContent()).toMatch(/^50\sms, landing$/);
    expect(await page.locator(".traces-cursor").getAttribute("style")).toMatch(/left: \d+(\.\d+)?%/);
    await page.getByRole("img", { name: /^A runner 50\sms after initial contact, landing$/ }).waitFor();
    await close();
  });

  test("works the footfall out in the other direction too, when asked", async () => {
    const { page, close } = await openPage();
    await watch(page, "?footStrike=rearfoot");
    await page.getByText("The same footfall, worked out in two directions").click();
    const row = page.getByRole("row", { name: /^Disc L5–S1/ });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/\d\.\d\d.*\d\.\d\d.*× body weight.*%/);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  test("plays by itself elsewhere, a twentieth as fast as life, and stops when told", async () => {
    const { page, close } = await openPage({ reducedMotion: "no-preference" });
    await watch(page);
    const pause = page.getByRole("button", { name: "Pause" });
    await pause.waitFor();
    const leg = await legOf(page);
    const [time, now] = [await timeOf(page), await page.evaluate(() => performance.now())];
    await page.waitForFunction((from) => performance.now() - from > 1000, now);
    const [later, then] = [await timeOf(page), await page.evaluate(() => performance.now())];
    expect(await legOf(page)).not.toBe(leg);
    // Frames come when the machine can; a slow one may lag, none may run ahead.
    expect(later - time).toBeGreaterThan(0);
    expect(later - time).toBeLessThan(((then - now) / 1000 / 20) * 1.3);
    await pause.click();
    const stopped = await timeOf(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await timeOf(page)).toBe(stopped);
    await close();
  });

  test("obeys the keyboard: space, arrows, Home and End", async () => {
    const { page, close } = await openPage();
    await watch(page);
    await scrubber(page).focus();
    await page.keyboard.press("Home");
    expect(await timeOf(page)).toBe(0);
    expect(await scrubber(page).getAttribute("aria-valuetext")).toMatch(/^0\sms, initial contact$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await timeOf(page)).toBeCloseTo(0.002, 4);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowLeft");
    expect(await timeOf(page)).toBeCloseTo(0.011, 4);
    await page.keyboard.press("End");
    expect(await page.locator(".player-moment").textContent()).toMatch(/in the air$/);
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.waitForFunction(() => (document.querySelector<HTMLInputElement>(".player input")?.valueAsNumber ?? 0) > 0.002);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Play" }).waitFor();
    await close();
  });

  test("is made from its address; a change goes back into it; what cannot be leaves the last picture", async () => {
    const { page, close } = await openPage();
    await watch(page, "?speed=4&stepRate=3&mass=70&height=1.8");
    expect(await page.locator(".verdict").textContent()).toMatch(/At 4:10\s\/km and 180\ssteps\/min/);
    await page.getByLabel("Step rate", { exact: true }).fill("186");
    await page.getByText(/and 186\ssteps\/min/).waitFor();
    expect(page.url()).toContain("stepRate=3.1");
    const [verdict, leg] = [await page.locator(".verdict").textContent(), await legOf(page)];
    await page.getByLabel("Contact time", { exact: true }).fill("400");
    await page.getByRole("alert").getByText(/contact 0\.400 s does not fit into a running step of 0\.323 s/).waitFor();
    expect(await page.locator(".verdict").textContent()).toBe(verdict);
    expect(await legOf(page)).toBe(leg);
    await page.getByLabel("Contact time", { exact: true }).fill("220");
    await page.getByText(/for 220\sms/).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByLabel("Trunk lean", { exact: true }).fill("80");
    await page.getByText(/Between −10\.0 and 30\.0\s°\./).waitFor();
    await close();
  });

  test("is told in words and as a table", async () => {
    const { page, close } = await openPage();
    await watch(page, "?footStrike=rearfoot");
    const events = await page.locator(".footfall-events li").allTextContents();
    expect(events[0]).toMatch(/^0\sms.*touches the ground/);
    expect(events.join(" ")).toMatch(/The shin is shaken most: \d+\.\d \(\d+\.\d–\d+\.\d\)\sg\./);
    expect(events.at(-1)).toMatch(/The other foot touches the ground/);
    await page.getByText(/^As a table/).click();
    expect(await page.getByRole("region", { name: "The footfall as a table" }).getByRole("row").count()).toBeGreaterThan(15);
    await close();
  });

  test("starts from a run, with the run's own medians", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/runs`);
    await page.getByRole("link", { name: /Easy run/ }).first().click();
    await page.getByRole("link", { name: "Watch a typical footfall of this run" }).click();
    await scrubber(page).waitFor();
    expect(page.url()).toMatch(/speed=\d.*stepRate=\d.*groundContactTime=0\.\d/);
    await close();
  });
});

describe("comparing two footfalls", () => {
  const compare = async (page: Page): Promise<void> => {
    await page.goto(`${app.address}/footfall/compare`);
    await scrubber(page).waitFor();
  };

  test("tells of shoe and ground that the evidence is mixed, and claims no side", async () => {
    const { page, close } = await openPage();
    await compare(page);
    for (const preset of ["Soft and hard shoe", "Grass and asphalt"]) {
      await page.getByRole("radio", { name: preset }).check();
      await page.locator(".pair-name").getByText(preset.split(" ")[0] ?? "").waitFor();
      await page.getByText(/The evidence here is mixed/).waitFor();
      expect(await page.locator(".verdict").textContent()).toMatch(/we cannot tell in which it is higher/);
      expect(await page.locator(".difference-table td:last-child").allTextContents()).not.toContain("more in the second");
    }
    await close();
  });

  test("tells of lean as a hypothesis, of step rate with what is not known", async () => {
    const { page, close } = await openPage();
    await compare(page);
    await page.getByRole("radio", { name: "Upright and leaning" }).check();
    await page.getByText(/This is a hypothesis/).waitFor();
    await page.getByRole("radio", { name: "160 and 175 steps/min" }).check();
    await page.getByText(/the evidence is insufficient/).waitFor();
    expect(await page.locator(".verdict").textContent()).toMatch(/is lower in the second, by \d\.\d\d \(\d\.\d\d–\d\.\d\d\) times body weight/);
    await close();
  });

  test("moves both in step, and each can be made anew; the pair is in the address", async () => {
    const { page, close } = await openPage();
    await compare(page);
    const legs = () => page.locator(".moving-figure").evaluateAll((all) => all.map((figure) => figure.querySelector("path.ff-solid")?.getAttribute("d") ?? ""));
    const before = await legs();
    await scrubber(page).fill("0.2");
    const after = await legs();
    expect(after).toHaveLength(2);
    after.forEach((leg, index) => expect(leg).not.toBe(before[index]));
    await page.getByText("What each is made from").click();
    await page.getByRole("group", { name: "Soft shoe, 61 N/mm" }).getByLabel("Speed", { exact: true }).fill("14");
    await page.waitForFunction(() => decodeURIComponent(location.href).includes("\"speed\":3.88"));
    expect(await page.getByRole("radio", { name: "Your own choice" }).isChecked()).toBe(true);
    const shared = page.url();
    await page.goto("about:blank");
    await page.goto(shared);
    await page.getByText(/That force rises with speed was measured in many runners/).waitFor();
    await close();
  });
});

test("no violations of axe-core, nothing wider than the screen", async () => {
  const { page, close } = await openPage();
  for (const path of ["/footfall?footStrike=rearfoot", "/footfall/compare"]) {
    await page.goto(app.address + path);
    await scrubber(page).waitFor();
    for (const summary of await page.locator("details > summary").all()) await summary.click();
    await expectSound(page, path);
  }
  await close();
});
