import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { painRegions, painSides, seededRandom, type PainEntry } from "../../src/index.ts";
import { ownRunnerId } from "../../app/storage/index.ts";
import { insertPainEntries } from "../../app/storage/pain-diary.ts";
import { insertRedFlags } from "../../app/storage/red-flag-answers.ts";
import { dropFiles, expectSound, serveApp, servedInBrowser, violations, type OpenedPage, type ServedApp } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const day = 86_400;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;
const now = (): number => Math.floor(Date.now() / 1000);

/** Taps, and counts them. */
function counted() {
  let taps = 0;
  return { tap: async (target: Locator): Promise<void> => { taps++; await target.tap(); }, taps: (): number => taps };
}

const none = (page: Page): Locator => page.getByRole("button", { name: "None of these" });
const said = (page: Page, text: string | RegExp): Promise<void> => page.locator(".note").getByText(text).waitFor();

/** An evening's entry so many days ago, of a runner who was asked for red flags before. */
const ownDiary = (entries: readonly PainEntry[]) => serveApp((store) => {
  insertPainEntries(store, ownRunnerId, entries);
  insertRedFlags(store, ownRunnerId, { at: now() - day, utcOffset: 0 }, now());
});

const look = (daysAgo: number, ...pains: PainEntry["pains"]): PainEntry => ({ at: now() - daysAgo * day, utcOffset: 7200, pains, occasion: "apart-from-run", note: null });
const beltLine = (painRating: number) => ({ region: "lower-lumbar", side: "left", painRating }) as const;

describe("the five places", () => {
  test("are a tap away on the phone and on the desktop, what is needed now and then is behind one menu", async () => {
    for (const options of [{}, phone]) {
      const { page, close } = await openPage(options);
      await page.goto(app.address);
      for (const place of ["Runs", "Back", "Change", "Evidence", "Today"]) {
        const link = page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: place });
        const box = await link.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), place).toBeGreaterThanOrEqual(44);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(options === phone ? 360 : 1280);
        await link.click();
        if (place !== "Change") await page.getByRole("heading", { level: 1, name: place }).waitFor();
      }
      await page.getByRole("button", { name: "Menu" }).click();
      for (const name of ["Your data", "Settings"]) await page.getByRole("link", { name }).waitFor();
      await page.getByRole("button", { name: "Import runs" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await close();
    }
  });
});

describe("a first evening with the diary, on the phone", () => {
  let own: ServedApp;
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    own = await serveApp();
    ({ page, close } = await openPage(phone, null, own));
  });
  afterAll(async () => {
    await close?.();
    await own?.close();
  });

  test("pain and where it is are noted with at most four taps, each on a place large enough", async () => {
    await page.goto(own.address);
    const { tap, taps } = counted();
    for (const rating of [1, 5, 10]) {
      const box = await page.getByRole("radio", { name: String(rating), exact: true }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await tap(page.getByRole("radio", { name: "4", exact: true }));
    const places = page.getByRole("group", { name: "Where?" }).getByRole("checkbox");
    expect(await places.count()).toBe(12);
    for (const place of await places.all()) {
      const box = await place.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await tap(page.getByRole("checkbox", { name: "at the belt line, left" }));
    await tap(page.getByRole("button", { name: "Save" }));
    await said(page, /You added pain 4/);
    expect(taps()).toBeLessThanOrEqual(4);
  });

  test("the very first entry asks for red flags, once", async () => {
    await page.getByRole("heading", { name: "Is any of these so?" }).waitFor();
    expect(await page.getByRole("dialog").getByRole("checkbox").count()).toBe(12);
    expect(await violations(page)).toEqual([]);
    await none(page).tap();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.reload();
    await page.getByText("Your back’s worst of the last week was 4 of 10, today").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    // The sample's diary has made way, its runs still stand in.
    await page.getByText("A simulated runner, to look around with").waitFor();
  });

  test("the same place again is one tap; several places have ratings of their own", async () => {
    await page.getByRole("radio", { name: "3", exact: true }).tap();
    await page.getByRole("button", { name: "Same place as last time: at the belt line, left" }).tap();
    await page.getByRole("checkbox", { name: "right leg below the knee" }).tap();
    await page.getByRole("combobox", { name: "right leg below the knee" }).selectOption("1");
    await page.getByRole("button", { name: "Save" }).tap();
    await said(page, /You added pain 3/);
    // Below the knee it never was: the pattern has changed.
    await page.getByText("Your pain is not as it was before.").waitFor();
    await none(page).tap();
    await page.goto(`${own.address}/back`);
    await page.getByText("Pain 3 at the belt line, left; 1 right leg below the knee").waitFor();
  });

  test("no pain is one tap, can be taken back, and is not the same as nothing noted", async () => {
    await page.goto(`${own.address}/back`);
    await page.getByText(/^Pain 4/).waitFor();
    await page.getByRole("button", { name: "No pain" }).tap();
    await said(page, /You added “no pain”/);
    await page.locator(".entries").getByText("No pain").waitFor();
    await page.locator(".note").getByRole("button", { name: "Undo" }).tap();
    await said(page, "Taken back.");
    await page.locator(".entries").getByText("No pain").waitFor({ state: "detached" });
    expect(await page.getByRole("button", { name: /: worst pain 4 of 10$/ }).count()).toBe(1);
    expect(await page.getByRole("button", { name: /: nothing noted$/ }).count()).toBeGreaterThan(20);
  });

  test("an entry for another day, changed, removed, and brought back", async () => {
    const date = new Date(Date.now() - day * 1000);
    if (date.getMonth() !== new Date().getMonth()) await page.getByRole("button", { name: "Month before" }).tap();
    const yesterday = page.getByRole("button", { name: new RegExp(`\\b${date.getDate()} \\w+: nothing noted$`) });
    await yesterday.tap();
    await page.getByText("Nothing was noted on this day.").waitFor();
    await page.getByRole("button", { name: "Add an entry for this day" }).tap();
    const form = page.getByRole("form", { name: "How was your back?" });
    await form.getByRole("button", { name: "No pain" }).tap();
    await said(page, /You added “no pain”/);
    await page.getByRole("button", { name: new RegExp(`\\b${date.getDate()} \\w+: no pain$`) }).waitFor();
    await page.getByRole("button", { name: /^Change the entry of/ }).tap();
    const change = page.getByRole("form", { name: "What should the entry say?" });
    await change.getByRole("radio", { name: "2", exact: true }).tap();
    await change.getByRole("checkbox", { name: "at the waist, in the middle" }).tap();
    await change.getByRole("textbox", { name: "Note, if you like" }).fill("after the garden");
    await change.getByRole("button", { name: "Save" }).tap();
    await page.locator(".entries").getByText("after the garden").waitFor();
    await page.getByRole("button", { name: /^Remove the entry of/ }).tap();
    await page.getByText("Nothing was noted on this day.").waitFor();
    await page.locator(".note").getByRole("button", { name: "Undo" }).tap();
    await page.locator(".entries").getByText("Pain 2 at the waist, in the middle").waitFor();
  });
});

describe("with the keyboard alone", () => {
  let own: ServedApp;
  beforeAll(async () => { own = await ownDiary([look(2), look(1, beltLine(3))]); });
  afterAll(async () => { await own?.close(); });

  async function tabTo(page: Page, target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("not reached with Tab");
  }

  test("a rating is typed, places are reached and marked, Enter keeps the entry; 1 and 0 are 10, 0 is no pain", async () => {
    const { page, close } = await openPage({}, null, own);
    await page.goto(own.address);
    await page.getByText("How is your back now?").waitFor();
    await tabTo(page, page.getByRole("radio", { name: "1", exact: true }));
    await page.keyboard.press("1");
    await page.keyboard.press("0");
    expect(await page.getByRole("radio", { name: "10", exact: true }).isChecked()).toBe(true);
    await page.keyboard.press("5");
    await tabTo(page, page.getByRole("checkbox", { name: "at the waist, left" }));
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("checkbox", { name: "left leg below the knee" }));
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await said(page, /You added pain 5/);
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Enter");
    await tabTo(page, none(page));
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await tabTo(page, page.getByRole("radio", { name: "1", exact: true }));
    await page.keyboard.press("0");
    await said(page, /You added “no pain”/);
    await close();
  });
});

describe("red flags", () => {
  test("pain of 8 asks first; a sign that was marked leads to help today, with reasons, before anything else is said", async () => {
    const own = await ownDiary([look(2), look(1, beltLine(3))]);
    const { page, close } = await openPage(phone, null, own);
    await page.goto(own.address);
    await page.locator(".verdict").waitFor();
    await page.getByRole("radio", { name: "8", exact: true }).tap();
    await page.getByRole("checkbox", { name: "at the belt line, left" }).tap();
    await page.getByRole("button", { name: "Save" }).tap();
    await page.getByText("Your pain is strong.").waitFor();
    await page.getByRole("checkbox", { name: /Numbness or tingling between the legs/ }).tap();
    await page.getByRole("checkbox", { name: /ever had cancer/ }).tap();
    await page.getByRole("button", { name: "Yes, these 2" }).tap();
    await page.getByRole("heading", { level: 1, name: "Get medical help today" }).waitFor();
    await page.getByText("Nerves at the base of the spine may be pressed").waitFor();
    await page.getByText("Footfall diagnoses nothing.").waitFor();
    await page.getByText(/held against them on 2026-11-22/).waitFor();
    expect(await page.getByRole("link", { name: "10.2519/jospt.2020.9971" }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.goto(own.address);
    await page.getByText("Get medical help today.").waitFor();
    expect(await page.locator(".verdict").count()).toBe(0);
    await page.getByRole("link", { name: "What to do, and why" }).tap();
    await page.getByRole("button", { name: /answer again/ }).tap();
    await none(page).tap();
    await page.getByRole("heading", { level: 1, name: "Nothing is marked" }).waitFor();
    await page.goto(own.address);
    await page.locator(".verdict").waitFor();
    await close();
    await own.close();
  });

  test("put off, they stay open and are offered again", async () => {
    const own = await ownDiary([look(2), look(1, beltLine(3))]);
    const { page, close } = await openPage({}, null, own);
    await page.goto(`${own.address}/back`);
    await page.getByRole("radio", { name: "9", exact: true }).check();
    await page.getByRole("checkbox", { name: "at the belt line, left" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("A few questions come first").waitFor();
    await page.getByRole("button", { name: "Answer them" }).click();
    await page.getByRole("dialog").waitFor();
    await close();
    await own.close();
  });
});

describe("what else a day and a week held", () => {
  let own: ServedApp;
  let opened: OpenedPage;
  beforeAll(async () => {
    own = await ownDiary([look(9, beltLine(4)), look(1)]);
    opened = await openPage(phone, null, own);
  });
  afterAll(async () => {
    await opened?.close();
    await own?.close();
  });

  test("the weekly questionnaire ends at its gate, or asks all four and keeps the score", async () => {
    const { page } = opened;
    await page.goto(own.address);
    await page.getByRole("heading", { name: "The week behind you" }).waitFor();
    await page.getByRole("button", { name: "Answer", exact: true }).tap();
    await page.getByRole("button", { name: "Full participation without lower back problems" }).tap();
    await page.getByRole("heading", { name: "Your week: 0 of 100" }).waitFor();
    await page.getByRole("button", { name: "Back", exact: true }).tap();
    await page.getByRole("button", { name: "Reduced participation due to lower back problems" }).tap();
    await page.getByRole("button", { name: "To a minor extent" }).tap();
    await page.getByRole("button", { name: "No effect" }).tap();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Mild pain" }).tap();
    // 17 + 8 + 0 + 8, by the questionnaire's own table.
    await page.getByRole("heading", { name: "Your week: 33 of 100" }).waitFor();
    await page.getByRole("button", { name: "Keep it" }).tap();
    await page.getByRole("heading", { name: "The week behind you" }).waitFor({ state: "detached" });
    await page.goto(`${own.address}/back`);
    expect(await page.getByRole("region", { name: "Weeks as a table" }).getByRole("row").nth(1).textContent()).toContain("33");
  });

  test("only chosen questions are asked, each answered with a tap and kept", async () => {
    const { page } = opened;
    await page.goto(`${own.address}/back`);
    await page.getByText("Choose the questions").tap();
    await page.getByRole("checkbox", { name: "stress" }).tap();
    await page.getByRole("checkbox", { name: "sleep", exact: true }).tap();
    await page.goto(own.address);
    const stress = page.getByRole("group", { name: "How stressed did you feel?" });
    await stress.getByRole("radio", { name: "a little" }).tap();
    await said(page, /You /);
    await page.reload();
    await page.getByRole("group", { name: "How stressed did you feel?" }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".day-question input:checked").length === 1);
    expect(await page.locator(".day-question").count()).toBe(2);
  });
});

describe("after an import", () => {
  test("the app asks how the back was during and after the run, one tap each", async () => {
    const own = await serveApp();
    const { page, close } = await openPage({}, null, own);
    await page.goto(`${own.address}/runs`);
    await page.getByText("These runs belong to a simulated runner").waitFor();
    const start = now() - 3 * 3600;
    await dropFiles(page, [{ name: "today.fit", bytes: generatedRun({ seed: 5, minutes: 20, hasRunningDynamics: true, startedAt: start }) }]);
    await page.getByRole("button", { name: "Skip for now" }).click();
    await page.getByText("1 run imported.").waitFor();
    const asked = page.getByRole("region", { name: "Import" }).getByText(/How was your back during and after (today|yesterday)’s run\?/);
    await asked.getByRole("link", { name: "Answer on Today" }).click();
    await asked.waitFor({ state: "detached" });
    await page.getByText(/How was your back during and after (today|yesterday)’s run\?/).waitFor();
    await page.getByRole("button", { name: "No pain: During the run" }).click();
    await none(page).click();
    await page.getByText(/How was your back after (today|yesterday)’s run\?/).waitFor();
    await page.getByRole("button", { name: "Pain: In the hours after", exact: true }).click();
    const form = page.getByRole("form", { name: "How much? In the hours after." });
    await form.getByRole("radio", { name: "2", exact: true }).check();
    await form.getByRole("checkbox", { name: "at the belt line, in the middle" }).check();
    expect(await form.getByRole("radio", { name: "After a run" }).isChecked()).toBe(true);
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "After your runs" }).waitFor({ state: "detached" });
    expect(await page.getByText("simulated runner").count()).toBe(0);
    // Whether it is the running, in the words of the analysis; the last run; the week ahead.
    await page.getByText(/Not enough yet/).waitFor();
    await page.getByRole("heading", { name: "Your last run" }).waitFor();
    await page.getByRole("list", { name: "Seven days, in km" }).waitFor();
    await close();
    await own.close();
  });
});

describe("tables of other diaries", () => {
  // Latin-1 with semicolons and German headings, one rating beyond the scale, one day to come.
  const rows = ["Datum;Uhrzeit;Schmerzstärke;Ort;Bemerkung", "02.03.2026;08:30;4;Rücken;nach Läufen", "03.03.2026;08:30;0;Rücken;", "14.03.2026;09:00;2;Hüfte;", "15.03.2026;09:00;11;Rücken;zu viel", "01.10.2199;09:00;3;Rücken;"];
  const file = { name: "schmerz.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n"), "latin1") };

  test("are looked over before they come in; what cannot be is named by its line; one undo takes all back; what goes out comes in again and doubles nothing", async () => {
    const own = await ownDiary([look(1)]);
    const { page, close } = await openPage(phone, null, own);
    await page.goto(`${own.address}/back`);
    const chooser = page.locator("input[type=file][accept*=tsv]");
    await chooser.setInputFiles(file);
    const dialog = page.getByRole("dialog", { name: "Take in schmerz.csv" });
    await dialog.getByText("5 rows; 3 new entries").waitFor();
    await dialog.getByText("columns parted by semicolons").waitFor();
    await dialog.getByText("pain 11: the scale goes from 0 to 10").waitFor();
    await dialog.getByText(/2199.*lies in the future/).waitFor();
    await dialog.getByText("Pain 4 at the belt line, in the middle · nach Läufen").waitFor();
    await dialog.getByLabel(/^Rücken/).selectOption({ label: "At the waist, in the middle" });
    await dialog.getByText("Pain 4 at the waist, in the middle").waitFor();
    await dialog.getByText("Columns", { exact: true }).tap();
    await dialog.getByLabel("What “Bemerkung” holds").selectOption({ label: "not needed" });
    await page.waitForFunction(() => !document.querySelector(".first-entries")?.textContent?.includes("nach Läufen"));
    expect(await violations(page)).toEqual([]);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await dialog.getByLabel("What “Schmerzstärke” holds").selectOption({ label: "not needed" });
    await dialog.getByRole("alert").getByText(/no column is known for how strong the pain was/i).waitFor();
    expect(await dialog.getByRole("button", { name: "Nothing to take in" }).isDisabled()).toBe(true);
    await dialog.getByLabel("What “Schmerzstärke” holds").selectOption({ label: "How strong" });
    await dialog.getByRole("button", { name: "Take in 3 entries" }).tap();
    await said(page, /schmerz\.csv/);
    expect(await (await page.request.get(`${own.address}/api/back`)).json()).toMatchObject({ days: [{ worst: 4 }, { worst: 0 }, { worst: 2 }, { worst: 0 }] });
    const table = await (await page.request.get(`${own.address}/api/diary/export.csv`)).body();
    await chooser.setInputFiles({ name: "pain.csv", mimeType: "text/csv", buffer: table });
    await page.getByRole("dialog").getByText(/0 new entries; 4 here already/).waitFor();
    await page.getByRole("button", { name: "Leave it" }).tap();
    await page.locator(".note").getByRole("button", { name: "Undo" }).tap();
    await said(page, "Taken back.");
    expect(await (await page.request.get(`${own.address}/api/back`)).json()).toMatchObject({ days: [{ worst: 0 }] });
    await chooser.setInputFiles({ name: "pain-again.csv", mimeType: "text/csv", buffer: table });
    await page.getByRole("dialog").getByText(/3 that you removed before|3 new entries/).waitFor();
    await close();
    await own.close();
  });

  test("what is no table is refused in words", async () => {
    const own = await ownDiary([look(1)]);
    const { page, close } = await openPage({}, /400/, own);
    await page.goto(`${own.address}/back`);
    const chooser = page.locator("input[type=file][accept*=tsv]");
    await chooser.setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Leave it" }).click();
    await chooser.setInputFiles({ name: "diary.json", mimeType: "application/json", buffer: Buffer.from("{ no") });
    await page.getByText(/diary\.json: this is no JSON file/).waitFor();
    await close();
    await own.close();
  });
});

/** Ten years with an entry on four days of five. */
function tenYears(): readonly PainEntry[] {
  const random = seededRandom(10);
  return Array.from({ length: 3650 }, (_, index) => 3650 - index).flatMap((ago) => {
    if (random() < 0.2) return [];
    const pain = random() < 0.4 ? [{ region: painRegions[Math.floor(random() * 3)] ?? "lower-lumbar", side: painSides[Math.floor(random() * 3)] ?? "left", painRating: 1 + Math.floor(random() * 6) }] : [];
    return [look(ago, ...pain)];
  });
}

describe("empty, in the first week, after ten years", () => {
  const states = {
    empty: () => serveApp(() => undefined),
    "first week": () => ownDiary([look(3), look(1, beltLine(4))]),
    "ten years": () => ownDiary(tenYears()),
  } as const;
  for (const [name, serve] of Object.entries(states)) {
    test(`${name}: no violations of axe-core, nothing wider than the screen, light and dark, 1280 and 360 px`, async () => {
      const own = await serve();
      const { page, close } = await openPage({}, null, own);
      for (const path of ["/", "/back", "/back/help"]) {
        await page.goto(own.address + path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        if (path === "/") await page.getByText(name === "empty" ? "Nothing is noted of your back yet." : "Your back’s worst of the last week").waitFor();
        if (path !== "/back/help") await page.getByRole("radio", { name: "6", exact: true }).check();
        if (path === "/back") {
          await page.getByText(name === "empty" ? "Your entries will be drawn here" : "Every day at a glance").waitFor();
          await page.getByText("Choose the questions").click();
        }
        await expectSound(page, `${name} ${path}`);
      }
      await close();
      await own.close();
    });
  }

  test("ten years of diary are there and answer within half a second", async () => {
    const own = await states["ten years"]();
    const { page, close } = await openPage({}, null, own);
    const times: number[] = [];
    for (let visit = 0; visit < 40 && !times.some((time) => time < 500); visit++) {
      await page.goto(`${own.address}/back`, { waitUntil: "commit" });
      await page.waitForFunction(() => document.querySelector(".time-line svg") !== null && document.querySelector(".month-calendar") !== null);
      times.push(await page.evaluate(() => performance.now()));
    }
    // The machine may be busy with other tests: the best of some visits is what the page can do.
    expect(Math.min(...times)).toBeLessThan(500);
    await page.getByRole("radio", { name: "All" }).check();
    await page.getByRole("img", { name: /^Pain and runs day by day/ }).waitFor();
    expect(await page.locator(".time-line").textContent()).toMatch(/noted on 2\d\d\d of 36\d\d days/);
    await close();
    await own.close();
  });
});
