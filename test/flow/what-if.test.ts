import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectSound, servedInBrowser } from "./served-app.ts";

const { app, openPage } = servedInBrowser();
const answer = (page: Page) => page.locator(".what-if-answer .verdict");
const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const open = async (page: Page, search = ""): Promise<void> => {
  await page.goto(`${app.address}/change/what-if${search}`);
  await answer(page).waitFor();
};

describe("what if", () => {
  test("is a part of Change; of the sample's four weeks, and says so; nothing is otherwise at first", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/change/shoes`);
    await page.getByRole("link", { name: "What if" }).click();
    await answer(page).getByText("Nothing is otherwise yet.").waitFor();
    await page.getByText(/the simulated sample runner’s runs, until yours are here\. \d+ runs up to the latest/).waitFor();
    await page.getByRole("heading", { name: "What would matter most for you" }).waitFor();
    await page.getByText(/On 5° more upright, a shoe of 61\sN\/mm, .* the evidence is contested: they have no place in this order/).waitFor();
    await close();
  });

  test("a slider moved by keyboard changes the answer, the address keeps it, and the link brings it back", async () => {
    const { page, close } = await openPage();
    await open(page);
    await slider(page, "Step rate").focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
    await page.getByText(/In each footfall L5–S1 would carry less: \d\.\d \(\d\.\d–\d\.\d\)/).waitFor();
    expect(await slider(page, "Step rate").getAttribute("aria-valuetext")).toMatch(/^\+5\s%$/);
    await page.getByText(/A kilometre would take \d+ footfalls in place of \d+/).waitFor();
    const verdict = await answer(page).textContent();
    await page.waitForURL(/steps=5/);
    const link = page.url();
    await page.keyboard.press("End");
    await page.waitForURL(/steps=10/);
    await page.goto("about:blank");
    await page.goto(link);
    await answer(page).getByText(verdict ?? "").waitFor();
    expect(await slider(page, "Step rate").inputValue()).toBe("5");
    await page.getByRole("button", { name: "As it was" }).click();
    await answer(page).getByText("Nothing is otherwise yet.").waitFor();
    await close();
  });

  test("of shoe and ground it claims no side; of lean it says a hypothesis; parts are ranked", async () => {
    const { page, close } = await openPage();
    await open(page);
    await page.getByLabel("Shoe", { exact: true }).selectOption("maximal");
    await page.getByText(/^We cannot tell whether L5–S1 would carry more or less in each footfall/).waitFor();
    await page.getByText(/^The evidence here is mixed: a softer shoe did not lower/).waitFor();
    await slider(page, "Trunk lean").press("ArrowLeft");
    await page.getByText(/^This is a hypothesis/).waitFor();
    await page.getByLabel("Ground", { exact: true }).selectOption("grass");
    await page.getByRole("heading", { name: "Which part of it matters most" }).waitFor();
    await page.getByText(/^Which of these matters most cannot be told/).waitFor();
    await close();
  });

  test("of one run, and of a typical footfall; a change to try is set on the sliders", async () => {
    const { page, close } = await openPage();
    await open(page);
    await page.getByRole("radio", { name: "One run" }).check();
    await page.getByLabel("Which run").selectOption({ index: 2 });
    await page.getByText(/footfalls, as they were\./).waitFor();
    await page.waitForURL(/of=run&run=\d+/);
    await page.getByRole("button", { name: "Try it: 10 % slower" }).click();
    expect(await slider(page, "Speed").inputValue()).toBe("-10");
    await page.getByRole("radio", { name: "A typical footfall" }).check();
    await page.getByText(/their mean, as one footfall/).waitFor();
    await close();
  });

  test("a link beyond the sliders, a pair that is gone and a run that is not there are said in words", async () => {
    const { page, close } = await openPage({}, /404/);
    await open(page, "?speed=80&shoe=99&ground=lava");
    await page.getByText("it was brought back to the end").waitFor();
    expect(await slider(page, "Speed").inputValue()).toBe("20");
    await page.getByText("The pair this link names is not in your cabinet.").waitFor();
    await page.goto(`${app.address}/change/what-if?of=run&run=9999`);
    await page.getByText("there is no run 9999").waitFor();
    await close();
  });
});

describe("the runner's own relations", () => {
  test("three pictures with words and tables, the trade-off with its proxy", async () => {
    const { page, close } = await openPage();
    await page.goto(`${app.address}/change/pace`);
    for (const name of ["speed", "step rate", "slope"]) await page.getByRole("img", { name: `Load on L5–S1 in each footfall and over a kilometre, against ${name}` }).waitFor();
    await page.getByText(/The knee is a proxy; what it means for discs is not known\./).waitFor();
    await page.getByText("As a table").first().click();
    expect(await page.getByRole("region", { name: "Speed, walking and running, as a table" }).getByRole("row").count()).toBe(21);
    await page.getByRole("link", { name: "Try it on your last four weeks" }).click();
    await answer(page).waitFor();
    await close();
  });
});

test("no violations of axe-core, nothing wider than the screen", async () => {
  const { page, close } = await openPage();
  await open(page, "?speed=-5&steps=5&lean=3&ground=grass&shoe=racing");
  await page.getByRole("heading", { name: "Which part of it matters most" }).waitFor();
  for (const path of ["/change/what-if", "/change/pace"]) {
    if (path === "/change/pace") await page.goto(app.address + path);
    await page.getByRole("heading", { name: "Fewer newtons a step, more steps" }).waitFor();
    for (const summary of await page.locator("details > summary").all()) await summary.click();
    await expectSound(page, path);
  }
  await close();
});
