import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { generatedRun } from "../../bench/generated-run.ts";
import { countStale, importFiles, ownRunnerId, removeSample, type Store } from "../../app/storage/index.ts";
import { insertPainEntries } from "../../app/storage/pain-diary.ts";
import { insertRedFlags } from "../../app/storage/red-flag-answers.ts";
import { fillTenYears } from "../fixtures/ten-year-store.ts";
import { openPage, serveApp, violations } from "./served-app.ts";

const day = 86_400;
const now = Date.now() / 1000;

/** Three short runs and four days of diary, up to yesterday. */
async function fillFirstWeek(store: Store): Promise<void> {
  const daysAgo = (count: number, hour: number): number => (Math.floor(now / day) - count) * day + hour * 3600;
  const runs = [5, 3, 1].map((ago) => ({ name: `${ago}.fit`, bytes: generatedRun({ seed: ago, minutes: 12, hasRunningDynamics: true, startedAt: daysAgo(ago, 8) }) }));
  await importFiles(store, runs, { source: "test", now });
  insertPainEntries(store, ownRunnerId, [5, 4, 3, 1].map((ago) => ({
    at: daysAgo(ago, 10), utcOffset: 0, pains: ago % 2 === 1 ? [{ region: "lower-lumbar", side: "middle", painRating: 3 }] : [], occasion: "apart-from-run", note: null,
  })));
  insertRedFlags(store, ownRunnerId, { at: now, utcOffset: 0 }, now);
}

/** What each page says in a state. */
interface State {
  readonly name: string;
  readonly fill: (store: Store) => void | Promise<void>;
  readonly plan: RegExp;
  readonly report: readonly RegExp[];
  readonly back: (page: Page) => Promise<void>;
  readonly firstClaim: { readonly verdict: string; readonly own: RegExp };
}

const scattersUnknown = /Not yet: how much your pain scatters is not known yet/;
const pain = /In the 24 hours from a run your pain was \d\.\d points of 10 higher \(\d\.\d to \d\.\d\)/;

const states: readonly State[] = [
  {
    name: "empty", fill: () => undefined, plan: /Nothing was run in the last four weeks that a plan could follow/,
    report: [/There are no runs beside the diary yet: nothing can be said of running/, /No runs recorded yet/, /No entries in the last twelve weeks/],
    back: async (page) => {
      await page.getByText("Your entries will be drawn here beside your runs.").waitFor();
      expect(await page.getByRole("heading", { name: "Does it go with your running?" }).count()).toBe(0);
    },
    firstClaim: { verdict: "about you: unknown yet", own: /Not enough yet: about \d+ more days of diary/ },
  },
  {
    name: "first week", fill: fillFirstWeek, plan: /the longest of a usual week 2\.4\skm/,
    report: [/Not enough yet: about \d+ more days of diary, with about \d+ more runs/, /4; with pain 3, without 1/, /3 known altogether/, /answered no on/],
    back: async (page) => {
      await page.locator(".link .verdict").getByText(/Not enough yet: about \d+ more days of diary, with about \d+ more runs at your usual rate/).waitFor();
      await page.getByText("Look at your back before each run and on the next morning").waitFor();
      expect(await page.getByText(scattersUnknown).count()).toBeGreaterThan(2);
      expect(await page.getByRole("button", { name: "Toss the coin and begin" }).isDisabled()).toBe(true);
    },
    firstClaim: { verdict: "about you: unknown yet", own: /Not enough yet: about \d+ more days of diary, with about \d+ more runs/ },
  },
  {
    name: "ten years", fill: (store) => fillTenYears(store, now), plan: /Your last four weeks: \d(\.\d)? runs and \d+(\.\d)?\skm a week/,
    report: [pain, /Very sure: of 999 calendars/, /1[89]\d\d known altogether/, /Pair \d/],
    back: async (page) => {
      await page.locator(".link .verdict").getByText(pain).waitFor();
      await page.getByRole("heading", { name: "With which part of it?" }).waitFor();
      await page.getByRole("heading", { name: "What to try next" }).waitFor();
      await page.getByRole("radio", { name: /A warm-up before the run/ }).check();
      await page.getByText(/\d+ runs.* would show it four times in five/).waitFor();
      expect(await page.getByRole("button", { name: "Toss the coin and begin" }).isEnabled()).toBe(true);
      expect(await page.getByText(scattersUnknown).count()).toBe(0);
    },
    firstClaim: { verdict: "supported", own: pain },
  },
];

for (const { name, fill, plan, report, back, firstClaim } of states) {
  describe(name, () => {
    test("plan, report, verdict, experiments and claims say what can be said; no violations of axe-core, nothing wider than a phone", async () => {
      const own = await serveApp(async (store) => {
        removeSample(store);
        await fill(store);
        if (name === "ten years") expect(countStale(store, ownRunnerId)).toBe(0);
      });
      const { page, close } = await openPage(own, { viewport: { width: 360, height: 800 } });
      const look = async (path: string, work: () => Promise<unknown>): Promise<void> => {
        await page.goto(own.address + path);
        await work();
        expect(await violations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0);
      };
      await look("/plan", () => page.getByText(plan).waitFor());
      await look("/report", async () => {
        await page.locator(".sheet").first().waitFor();
        const words = await page.locator(".report").innerText();
        for (const said of report) expect(words).toMatch(said);
      });
      await look("/back", () => back(page));
      await look("/evidence/claims", async () => {
        await page.locator(".claim").first().waitFor();
        expect(await page.locator(".claim").count()).toBe(7);
        expect(await page.locator(".claim-verdict").first().textContent()).toBe(firstClaim.verdict);
        expect(await page.locator(".claim").first().innerText()).toMatch(firstClaim.own);
      });
      await close();
      await own.close();
      expect(own.faults).toEqual([]);
    });
  });
}
