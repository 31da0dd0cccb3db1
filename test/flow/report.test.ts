import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPdf } from "../fixtures/read-pdf.ts";
import { expectSound, servedInBrowser } from "./served-app.ts";

const { app, openPage } = servedInBrowser();

describe("the report for the physio", () => {
  test("is one click from Back, accessible, light and dark, narrow and wide", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/back`);
    await page.getByRole("heading", { name: "What to try next" }).waitFor();
    await page.locator(".next-steps > li").first().getByText(/How it will be seen: /).waitFor();
    await expectSound(page, "back");
    await page.getByRole("link", { name: "Report for your physio" }).click();
    await page.getByRole("heading", { level: 1, name: "Running and back pain" }).waitFor();
    for (const name of ["The question, and the answer so far", "Safety questions", "What was measured, and what assumed"]) await page.getByRole("heading", { level: 2, name }).waitFor();
    await page.getByRole("img", { name: /Last twelve weeks: bars are distance run, dots the week’s worst pain\. .*worst pain \d/ }).waitFor();
    await expectSound(page, "report");
    await close();
  });

  test("prints on two sheets of A4, without the tools", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/report`);
    await page.getByRole("heading", { level: 1, name: "Running and back pain" }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(printed.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
    expect(printed).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await close();
  });

  test("carries the runner's own question, on the page and into the PDF", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/report`);
    await page.getByLabel("Your question, in your own words").fill("Is it the long runs?");
    await page.keyboard.press("Enter");
    await page.getByText("“Is it the long runs?”").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as PDF" }).click()]);
    expect(download.suggestedFilename()).toBe("footfall-report.pdf");
    expect(readPdf(readFileSync(await download.path()))).toMatchObject({ pages: 2, isTagged: true, text: expect.stringContaining("“Is it the long runs?”") });
    await close();
  });
});
