import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A page that takes longer than this has failed, and how often one looks [ms]. */
const [longest, glance] = [60_000, 10];

const isReady = "document.querySelector('main h1') !== null && document.querySelector('main .waiting') === null";

/** How long a page took to show what it is about, on the clock and of its own processor time [ms]. */
export interface PageTime {
  readonly path: string;
  readonly clock: number;
  readonly processor: number;
}

/** Each page opened anew in a real browser, until nothing on it waits any more and it has been drawn; null where there is no browser (CHROME_PATH names one). */
export async function pageTimes(address: string, paths: readonly string[]): Promise<readonly PageTime[] | null> {
  const executablePath = [process.env["CHROME_PATH"], ...usualPlaces].find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const times: PageTime[] = [];
    for (const path of paths) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Performance.enable");
      await page.goto(address + path, { waitUntil: "commit", timeout: longest });
      const deadline = performance.now() + longest;
      while (!(await page.evaluate(isReady))) {
        if (performance.now() > deadline) throw new Error(`${path} still waits after ${longest / 1000} s`);
        await page.waitForTimeout(glance);
      }
      // In the page's own time: from its call to the picture after the last wait was over.
      const clock = Number(await page.evaluate("new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now()))))"));
      const { metrics } = await session.send("Performance.getMetrics");
      times.push({ path, clock, processor: 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) });
      await context.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}
