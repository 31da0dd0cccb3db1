import { describe, expect, it } from "vitest";
import { apiOver } from "../../test/fixtures/api-over.ts";
import { readPdf } from "../../test/fixtures/read-pdf.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { runsBeforeDay } from "../../test/fixtures/weeks-of-runs.ts";
import { redFlags, seededRandom, type PainEntry } from "../../src/index.ts";
import { addShoe, answerRedFlags, importFiles, loadSample, ownRunnerId, writeRunner } from "../storage/index.ts";
import { addPainEntries } from "../storage/pain-diary.ts";
import { sampleRunner } from "../sample/index.ts";
import * as shapes from "./report-api.ts";

const store = temporaryStore();
const now = Date.now() / 1000;
const today = Math.floor((now - 60 * new Date().getTimezoneOffset()) / 86_400);
const { ask } = apiOver(store);

const get = (path: string) => ask("GET", path);
const report = async (query = ""): Promise<shapes.ReportJson> => shapes.report.parse((await get(`/api/report${query}`)).json());
const words = ({ lead, pages }: shapes.ReportJson): string => [lead, JSON.stringify(pages)].join(" ").replaceAll(/[\u202f]/g, " ");

/** Fourteen weeks of a run every third day, and a rating on most evenings and mornings. */
async function someMonths(): Promise<void> {
  await importFiles(store, [...runsBeforeDay(today, Array.from({ length: 33 }, (_, run): [number, number] => [3 * run + 1, run % 3 === 0 ? 2 : 1]))], { source: "test", now });
  const random = seededRandom(7);
  const entries = Array.from({ length: 98 }, (_, ago) => today - ago).flatMap((day): (PainEntry & { readonly clientId: string })[] =>
    [8, 21].flatMap((hour) => {
      const painRating = Math.floor(random() * 4);
      const at = day * 86_400 + hour * 3600;
      if (random() < 0.2 || at > now) return [];
      return [{ clientId: `${day}-${hour}`, at, utcOffset: 0, occasion: "apart-from-run", note: null, pains: painRating === 0 ? [] : [{ region: "lower-lumbar", side: "left", painRating }] }];
    }));
  addPainEntries(store, ownRunnerId, entries, { now, what: "added" });
}

describe("the report", () => {
  it("of an empty store says what is not there, on two pages all the same", async () => {
    const told = words(await report());
    for (const part of ["were not answered", "No entries in the last twelve weeks", "No diary yet", "No runs recorded yet", "not measured", "No pair was told", "None yet"]) expect(told).toContain(part);
    expect(readPdf((await get("/api/report.pdf")).rawPayload).pages).toBe(2);
  });

  it("never mixes an own diary with the sample's runs and body", async () => {
    await loadSample(store, sampleRunner(now), now);
    expect(words(await report())).toContain("simulated sample runner");
    addPainEntries(store, ownRunnerId, [{ clientId: "a", at: now - 60, utcOffset: 0, occasion: "apart-from-run", note: null, pains: [{ region: "lower-lumbar", side: "left", painRating: 8 }] }], { now, what: "added" });
    const told = words(await report());
    for (const part of ["a runner’s own watch recordings and diary: body not told", "There are no runs beside the diary yet", "No runs recorded yet"]) expect(told).toContain(part);
    expect(told).not.toContain("The coming week");
  });

  it("of some months has the answer first, every part of the runner's case, and what was assumed", async () => {
    await someMonths();
    addShoe(store, { name: "Тест & <pair>", kind: "daily-trainer" }, now);
    const made = await report("?question=Is%20it%20the%20%3Clong%3E%20runs%3F");
    expect(made.pages.map((sections) => sections.map(({ title }) => title))).toEqual([
      ["The question, and the answer so far", "Safety questions", "Back pain by the diary (0 to 10)", "Does the pain go with running?", "Runs and loads, last twelve weeks"],
      ["Posture", "Shoes and ground", "Experiments", "What could be tried next, the smallest change first", "What was measured, and what assumed"],
    ]);
    const told = words(made);
    expect(told).toContain("“Is it the <long> runs?”");
    expect(told).toMatch(/28 \(2\.3 a week\)/);
    expect(told).toContain("lower lumbar, left");
    const [, , diary] = made.pages[0] ?? [];
    expect(diary?.blocks.find(({ kind }) => kind === "back")).toMatchObject({ places: [{ region: "lower-lumbar", side: "left", worst: 3 }] });
    const weeks = diary?.blocks.find((block) => block.kind === "weeks");
    expect(weeks?.kind === "weeks" && weeks.scale.map(({ words: text }) => text.replace("\u202f", " "))).toEqual(["1 km", "2 km", "3 km"]);
    expect(told).toContain("not a medical device");
    expect(told).not.toMatch(/damage|ACWR/i);
  });

  it("of runs without a diary says that the diary is missing, not the runs", async () => {
    await importFiles(store, [...runsBeforeDay(today, [[3, 2], [1, 2]])], { source: "test", now });
    const told = words(await report());
    expect(told).toContain("There is no diary beside the runs yet");
    expect(told).not.toContain("no runs");
  });

  it("speaks the runner's units throughout", async () => {
    await someMonths();
    writeRunner(store, { mass: 70, height: 1.75, sex: null, birthYear: null, trunkLeanDegrees: null, units: { distance: "mi", mass: "lb" } });
    const told = words(await report());
    expect(told).toContain("5 ft 9 in, 154 lb");
    expect(told).toMatch(/\d mi in .*, \d+\.\d mph/);
    expect(told).not.toMatch(/\d (?:km|kg|m|km\/h)\b/);
  });

  it("tells a marked sign by its question, and that none was marked", async () => {
    answerRedFlags(store, ownRunnerId, { at: new Date().toISOString(), marked: ["both-legs"] }, now);
    const safety = async () => (await report()).pages[0]?.find(({ title }) => title === "Safety questions")?.blocks[0];
    expect(await safety()).toMatchObject({ kind: "verdict", text: expect.stringContaining("Pain, tingling or numbness down both legs?") });
    answerRedFlags(store, ownRunnerId, { at: new Date().toISOString(), marked: [] }, now + 1);
    expect(await safety()).toMatchObject({ kind: "text", text: expect.stringContaining(`All ${redFlags.length} safety questions`) });
  });

  it("refuses a question longer than a page", async () => {
    expect((await get(`/api/report?question=${"x".repeat(301)}`)).statusCode).toBe(400);
  });
});

describe("what to try next", () => {
  it("begins with the smallest thing, each with how it will be seen", async () => {
    const found = async () => shapes.findings.parse((await get("/api/findings")).json());
    expect((await found()).next[0]).toMatchObject({ id: "look" });
    await someMonths();
    const { sentence, evidence, next } = await found();
    expect(sentence.length).toBeGreaterThan(20);
    expect(evidence.at(-1)).toMatch(/No analysis of a diary can see/);
    for (const { check } of next) expect(check.length).toBeGreaterThan(20);
    expect(next.find(({ id }) => id === "step-rate")?.load).toMatchObject({ unit: "%", basis: "simulated" });
  });
});

describe("the report on paper", () => {
  it("is a tagged PDF of two A4 pages with its fonts and all of its text inside, the same bytes twice", async () => {
    await someMonths();
    addShoe(store, { name: "Лёгкие, Ελαφρά", kind: "daily-trainer" }, now);
    const { headers, rawPayload } = await get("/api/report.pdf?question=Why%3F");
    expect(headers).toMatchObject({ "content-type": "application/pdf", "content-disposition": 'attachment; filename="footfall-report.pdf"' });
    const pdf = readPdf(rawPayload);
    expect(pdf).toMatchObject({ pages: 2, isTagged: true, language: "en", embeddedFonts: 2 });
    for (const part of ["Running and back pain", "“Why?”", "Does the pain go with running?", "Лёгкие, Ελαφρά", "What was measured, and what assumed", "Load is not harm"]) expect(pdf.text).toContain(part);
    for (const tag of ["Document", "Sect", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure"]) expect(pdf.tags).toContain(tag);
    expect(pdf.tags.filter((tag) => tag === "Figure")).toHaveLength(2);
    expect(Buffer.compare(rawPayload, (await get("/api/report.pdf?question=Why%3F")).rawPayload)).toBe(0);
  });
});
