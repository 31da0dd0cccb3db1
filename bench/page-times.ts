import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A page that takes longer than this has failed, and how often one looks [ms]. */
const [longest, glance] = [60_000, 10];

const isThere = "document.querySelector('main h1') !== null";
const isWhole = `${isThere} && document.querySelector('main .waiting') === null`;
// In the page's own time, from its call: a frame drawn and another begun, so that it can be touched.
const drawnAt = "new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now()))))";

/** How long a page took, in milliseconds. */
export interface PageTime {
  readonly path: string;
  /** Until it said what it is about and could be used; parts that take longer say so in their places. */
  readonly interactive: number;
  /** Until nothing on it waited any more. */
  readonly whole: number;
  /** Of its processor time until then. */
  readonly processor: number;
}

/** Each page opened anew in a real browser; null where there is no browser (CHROME_PATH names one). */
export async function pageTimes(address: string, paths: readonly string[]): Promise<readonly PageTime[] | null> {
  const executablePath = [process.env["CHROME_PATH"], ...usualPlaces].find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const times: PageTime[] = [];
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    // The first of all pays for the browser's own start and for files that it keeps from then on: told by itself.
    for (const [place, path] of [paths[0] ?? "/", ...paths].entries()) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Performance.enable");
      await page.goto(address + path, { waitUntil: "commit", timeout: longest });
      const deadline = performance.now() + longest;
      const drawn = async (state: string): Promise<number> => {
        while (!(await page.evaluate(state))) {
          if (performance.now() > deadline) throw new Error(`${path} still waits after ${longest / 1000} s`);
          await page.waitForTimeout(glance);
        }
        return Number(await page.evaluate(drawnAt));
      };
      const [interactive, whole] = [await drawn(isThere), await drawn(isWhole)];
      const { metrics } = await session.send("Performance.getMetrics");
      times.push({ path: place === 0 ? `${path} on the very first visit` : path, interactive, whole, processor: 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) });
      // What it goes on asking is not to be the next one's burden.
      await page.waitForLoadState("networkidle", { timeout: longest });
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}
