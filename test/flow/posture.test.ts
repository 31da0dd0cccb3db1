import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { openPage as openPageOf, expectSound, serveApp, servedInBrowser, violations, type ServedApp } from "./served-app.ts";
import { drawnRunner, strokes, trunkLeanOf, type DrawnRunner } from "./side-view-picture.ts";
import { writeWebm } from "./write-webm.ts";

const { app, openPage } = servedInBrowser();
/** The drawing as the browser's own PNG. */
async function photoOf(page: Page, runner: DrawnRunner): Promise<Buffer> {
  const base64 = await page.evaluate(({ width, height, lines }) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    if (!context) return "";
    context.fillStyle = "#b9c2c0";
    context.fillRect(0, 0, width, height);
    context.lineWidth = 8;
    for (const line of lines) {
      context.beginPath();
      for (const { x, y } of line) context.lineTo(x, y);
      context.stroke();
    }
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  }, { width: runner.width, height: runner.height, lines: strokes(runner) });
  return Buffer.from(base64, "base64");
}

/** Ten pictures a second, twenty of each drawing. */
async function videoOf(page: Page, runners: readonly DrawnRunner[]): Promise<Buffer> {
  const webps = await page.evaluate((drawings) => drawings.map((lines) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [960, 720];
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) return "";
    context.fillStyle = "#b9c2c0";
    context.fillRect(0, 0, 960, 720);
    context.lineWidth = 8;
    for (const line of lines) {
      context.beginPath();
      for (const { x, y } of line) context.lineTo(x, y);
      context.stroke();
    }
    return canvas.toDataURL("image/webp", 0.9).split(",")[1] ?? "";
  }), runners.map(strokes));
  return writeWebm(webps.flatMap((webp) => Array.from({ length: 20 }, () => Buffer.from(webp, "base64"))), { width: 960, height: 720 }, 10);
}

const stage = (page: Page) => page.getByRole("application");
const choosing = (page: Page) => page.locator("input.file-choice").first();
const target = (page: Page, name: string) => page.getByRole("radio", { name: new RegExp(`^${name}`) });

/** An app of its own, on which a posture was kept on an earlier day. */
async function serveAppWithPosture(): Promise<ServedApp> {
  const own = await serveApp();
  const { status } = await fetch(`${own.address}/api/posture`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ day: "2026-04-01", toldLean: { degrees: 6 } }) });
  expect(status).toBe(200);
  return own;
}

async function begin(page: Page, address = app.address): Promise<void> {
  await page.goto(`${address}/change/posture`);
  await page.getByRole("button", { name: "Look at my posture" }).click();
}

async function clickAt(page: Page, name: string, { x, y }: { readonly x: number; readonly y: number }, width = 960): Promise<void> {
  await target(page, name).check();
  await stage(page).scrollIntoViewIfNeeded();
  const box = await stage(page).locator("canvas").boundingBox();
  if (!box) throw new Error("no stage");
  await page.mouse.click(box.x + (x * box.width) / width, box.y + (y * box.width) / width);
}

const names = { ear: "Ear", shoulder: "Shoulder", hip: "Hip", knee: "Knee", ankle: "Ankle", toe: "Toe" } as const;

const markAll = async (page: Page, runner: DrawnRunner): Promise<void> => {
  for (const [joint, point] of Object.entries(runner.points)) await clickAt(page, names[joint === "ear" || joint === "shoulder" || joint === "hip" || joint === "knee" || joint === "ankle" ? joint : "toe"], point);
};

const readLean = async (page: Page): Promise<number> => Number(/leans (\d+)° (forward|back)/.exec((await page.locator(".posture-form .verdict, .posture .verdict").textContent()) ?? "")?.[1] ?? NaN);

describe("a side view", () => {
  test("a tilted photo is marked by mouse, and the angle is the one it was drawn with; kept, changed, taken away and brought back", async () => {
    const { page, close } = await openPage();
    const bodies: string[] = [];
    page.on("request", (request) => bodies.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    await begin(page);
    const runner = drawnRunner({ trunk: 12, leg: 3, head: 20, tilt: 5 });
    const photo = await photoOf(page, runner);
    await choosing(page).setInputFiles({ name: "side.png", mimeType: "image/png", buffer: photo });
    await markAll(page, runner);
    await clickAt(page, "Upright, top", runner.edge[0]);
    await clickAt(page, "Upright, foot", runner.edge[1]);
    const expected = trunkLeanOf(runner);
    expect(expected).toBeCloseTo(12, 0);
    expect(await readLean(page)).toBe(Math.round(expected));
    await page.getByText("One camera is off by 4–7°").waitFor();
    await page.getByText("This is a hypothesis").waitFor();
    await page.getByLabel("Note", { exact: true }).fill("treadmill, 12 km/h");
    await page.getByRole("button", { name: "Keep this posture" }).click();
    await page.getByRole("heading", { name: "Over time" }).waitFor();
    await page.getByText("treadmill, 12 km/h").waitFor();
    expect(await readLean(page)).toBe(Math.round(expected));
    // No request carried the picture: neither its bytes nor anything as long as it.
    const sent = bodies.filter((body) => body.startsWith("POST") || body.startsWith("PUT"));
    expect(sent.length).toBe(1);
    expect(sent[0]).toContain('"shoulder"');
    for (const body of bodies) {
      expect(body).not.toContain("iVBOR");
      expect(body).not.toContain("side.png");
      expect(body.length).toBeLessThan(4000);
    }
    await page.getByRole("button", { name: /^Change the posture/ }).click();
    await page.getByLabel("Note", { exact: true }).fill("outside");
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByText("outside").waitFor();
    await page.getByRole("button", { name: /^Take away/ }).click();
    await page.getByText(/^You took away the posture of /).waitFor();
    await page.getByText("Until then the model takes a usual lean").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("outside").waitFor();
    await close();
  });

  test("marks survive leaving the page: the draft goes on, under the photo chosen again", async () => {
    const { page, close } = await openPage();
    await begin(page);
    const runner = drawnRunner({ trunk: 12, leg: 3, head: 20 });
    const photo = { name: "side.png", mimeType: "image/png", buffer: await photoOf(page, runner) };
    await choosing(page).setInputFiles(photo);
    await markAll(page, runner);
    const lean = await readLean(page);
    await page.goto(`${app.address}/runs`);
    await page.goto(`${app.address}/change/posture`);
    await page.getByRole("heading", { name: "Begun, not kept" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/data:|iVBOR|side\.png/);
    await page.getByRole("button", { name: "Go on with the draft" }).click();
    expect(await readLean(page)).toBe(lean);
    await choosing(page).setInputFiles(photo);
    await page.getByText("side.png").waitFor();
    expect(await readLean(page)).toBe(lean);
    await page.getByRole("button", { name: "Leave it" }).click();
    await page.getByRole("button", { name: "Go on with the draft" }).click();
    await page.getByRole("button", { name: "Keep this posture" }).click();
    await page.getByText(/^You kept the posture of /).waitFor();
    expect(await page.getByText("Begun, not kept").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await close();
  });

  test("a table comes in, is said, and goes back; a bad one is refused by its line", async () => {
    const { page, close } = await openPage({}, /status of 400/);
    await page.goto(`${app.address}/change/posture`);
    const table = (text: string) => page.getByTestId("posture-file").setInputFiles({ name: "lab.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await table("day,toldLeanDegrees\n2026-04-01,8\n2026-04-02,steep\n");
    await page.getByText('lab.csv: line 3: toldLeanDegrees "steep" is not a number').waitFor();
    await table("day,toldLeanDegrees\n2026-04-01,8\n2026-04-02,9\n");
    await page.getByText("lab.csv: 2 postures taken in.").waitFor();
    await page.getByRole("heading", { name: "Over time" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await close();
  });

  test("by keyboard alone: choose, nudge, next, take back", async () => {
    const { page, close } = await openPage();
    await begin(page);
    const runner = drawnRunner({ trunk: 0, leg: 0, head: 10 });
    await choosing(page).setInputFiles({ name: "side.png", mimeType: "image/png", buffer: await photoOf(page, runner) });
    await stage(page).focus();
    await page.keyboard.press("n");
    expect(await stage(page).getAttribute("aria-label")).toContain("shoulder");
    // From the middle of the picture, 480 × 360, up by 71 px and left by 2.
    await page.keyboard.press("ArrowUp");
    for (let turn = 0; turn < 7; turn++) await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.getByText("Points as numbers").click();
    const cell = (name: string) => page.getByLabel(name, { exact: true });
    expect([await cell("Shoulder from the left").inputValue(), await cell("Shoulder from the top").inputValue()]).toEqual(["478", "289"]);
    await stage(page).focus();
    await page.keyboard.press("Control+z");
    expect(await cell("Shoulder from the left").inputValue()).toBe("479");
    await page.keyboard.press("n");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+N");
    expect(await stage(page).getAttribute("aria-label")).toContain("shoulder");
    for (const [joint, { x, y }] of Object.entries(runner.points)) {
      const name = joint.charAt(0).toUpperCase() + joint.slice(1);
      await cell(`${name} from the left`).fill(String(x));
      await cell(`${name} from the left`).press("Enter");
      await cell(`${name} from the top`).fill(String(y));
      await cell(`${name} from the top`).press("Enter");
    }
    expect(await readLean(page)).toBe(Math.round(trunkLeanOf(runner)));
    await close();
  });

  test("several strides of a video, in true time, beside the posture of an earlier day", async () => {
    const own = await serveAppWithPosture();
    const { page, close } = await openPage({}, null, own);
    await begin(page, own.address);
    const [one, other] = [drawnRunner({ trunk: 8, leg: 1, head: 12 }), drawnRunner({ trunk: 16, leg: 1, head: 12 })];
    await choosing(page).setInputFiles({ name: "run.webm", mimeType: "video/webm", buffer: await videoOf(page, [one, other]) });
    await page.getByLabel("Pictures a second in the file").fill("10");
    const slider = page.getByRole("slider");
    await slider.waitFor();
    await slider.fill("3");
    await markAll(page, one);
    expect(await readLean(page)).toBe(Math.round(trunkLeanOf(one)));
    const last = Number(await slider.getAttribute("max")) - 1;
    expect(last).toBeLessThan(1000);
    await slider.fill(String(last));
    await markAll(page, other);
    expect(await readLean(page)).toBe(Math.round((trunkLeanOf(one) + trunkLeanOf(other)) / 2));
    // Filmed so fast that the pictures between the two took 0.65 s of true time: one stride.
    await page.getByLabel("Pictures a second as filmed").fill(String((last - 3) / 0.65));
    await page.getByText("steps a minute in true time").waitFor();
    expect(await page.locator(".posture-form .figures").textContent()).toMatch(/Step rate185/);
    // The picture that is shown is the one that was marked.
    const shade = () => page.evaluate(([x, y]) => document.querySelector<HTMLCanvasElement>(".stage canvas")?.getContext("2d")?.getImageData(x ?? 0, y ?? 0, 1, 1).data[0] ?? 255, [other.points.shoulder.x, other.points.shoulder.y + 4]);
    await expect.poll(shade).toBeLessThan(90);
    await page.getByRole("button", { name: "Keep this posture" }).click();
    await page.getByText(/from 2 pictures/).waitFor();
    await page.getByRole("img", { name: /Trunk lean, taken 2 times/ }).waitFor();
    await close();
    await own.close();
  });
});

describe("what cannot be", () => {
  test("files the browser cannot show are refused in words, and nothing marked is lost", async () => {
    const { page, close } = await openPage();
    await begin(page);
    const runner = drawnRunner({ trunk: 10, leg: 0, head: 10 });
    await choosing(page).setInputFiles({ name: "side.png", mimeType: "image/png", buffer: await photoOf(page, runner) });
    await clickAt(page, "Shoulder", runner.points.shoulder);
    await choosing(page).setInputFiles({ name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("this is no film, whatever its name says") });
    await page.getByText(/This browser cannot show film\.mp4/).waitFor();
    await page.getByText("What you marked is still here.").waitFor();
    await choosing(page).setInputFiles({ name: "empty.png", mimeType: "image/png", buffer: Buffer.alloc(0) });
    await page.getByText("empty.png is empty").waitFor();
    await choosing(page).setInputFiles({ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgo", "base64") });
    await page.getByText(/This browser cannot show broken\.png/).waitFor();
    await choosing(page).setInputFiles({ name: "flat.svg", mimeType: "image/svg+xml", buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>') });
    await page.getByText(/flat\.svg/).waitFor();
    await target(page, "Shoulder ✓").waitFor();
    // A knee above the shoulder is named, and cannot be kept.
    for (const joint of ["hip", "ankle", "toe"] as const) await clickAt(page, names[joint], runner.points[joint]);
    await clickAt(page, "Knee", { x: 480, y: 40 });
    await page.getByText(/Photo 1: the knee lies above the shoulder/).waitFor();
    expect(await page.getByRole("button", { name: "Keep this posture" }).isDisabled()).toBe(true);
    await clickAt(page, "Knee", runner.points.knee);
    expect(await page.getByRole("button", { name: "Keep this posture" }).isDisabled()).toBe(false);
    await close();
  });
});

describe("automatic marking", () => {
  const quietLine = async (page: Page): Promise<string | null> => {
    await begin(page);
    await choosing(page).setInputFiles({ name: "side.png", mimeType: "image/png", buffer: await photoOf(page, drawnRunner({ trunk: 5, leg: 0, head: 5 })) });
    const line = page.getByText("Points can also be proposed automatically");
    await line.waitFor();
    expect(await page.getByRole("button", { name: "Propose the points" }).count()).toBe(0);
    await clickAt(page, "Ear", { x: 400, y: 100 });
    await page.getByText("1 marked").waitFor();
    return line.textContent();
  };

  test("is quietly said to be missing without its package, and without WebGL; marking by hand is all there", async () => {
    const { page, close } = await openPage();
    await page.route("**/api/pose", (route) => route.fulfill({ json: { isInstalled: false } }));
    expect(await quietLine(page)).toContain("@mediapipe/pose");
    await close();
    const plain = startBrowser({ hasWebGl: false });
    const without = await openPageOf(app, {}, null, plain);
    await without.page.route("**/api/pose", (route) => route.fulfill({ json: { isInstalled: true } }));
    expect(await quietLine(without.page)).toContain("WebGL");
    await without.close();
    await (await plain).close();
  });
});

describe("no violations of axe-core, nothing wider than the screen", () => {
  let own: ServedApp;
  beforeAll(async () => {
    own = await serveAppWithPosture();
  });
  afterAll(() => own?.close());

  test("list and marking", async () => {
    const { page, close } = await openPage({ hasTouch: true }, null, own);
    await page.goto(`${own.address}/change/posture`);
    await page.getByRole("heading", { name: "Over time" }).waitFor();
    await expectSound(page, "postures");
    await begin(page, own.address);
    const runner = drawnRunner({ trunk: 22, leg: 2, head: 30 });
    await choosing(page).setInputFiles({ name: "side.png", mimeType: "image/png", buffer: await photoOf(page, runner) });
    await markAll(page, runner);
    await page.getByText("Points as numbers").click();
    await expectSound(page, "marking", ".posture-form button, .posture-form .button, .posture-form .choice label");
    await close();
  });
});
