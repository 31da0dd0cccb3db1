import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { analyseRecording, readRecordings, scoreOstrc, worstPainRating } from "../../src/index.ts";
import { sampleRunner } from "./sample-runner.ts";

/** 2026-11-23, a Monday, in the morning. */
const today = Date.UTC(2026, 10, 23, 8) / 1000;
const day = 86_400;
const files = [...sampleRunner(today).files];
const recordings = files.map(({ bytes }) => readRecordings(bytes));

describe("the sample runner", () => {
  it("is the same for the same day, and moves with the calendar in whole weeks", () => {
    const digest = (at: number): string => [...sampleRunner(at).files].reduce((hash, { bytes }) => hash.update(bytes), createHash("sha256")).digest("hex");
    const now = digest(today);
    expect(digest(today + 3 * day)).toBe(now);
    expect(digest(today + 7 * day)).not.toBe(now);
  });

  it("runs about four times a week for twelve weeks that end before today", () => {
    const starts = recordings.map((reading) => reading.recordings[0]?.startedAt ?? NaN);
    expect(files.length).toBeGreaterThan(42);
    expect(Math.max(...starts)).toBeLessThan(today);
    expect(Math.max(...starts)).toBeGreaterThan(today - 8 * day);
    expect((Math.max(...starts) - Math.min(...starts)) / day).toBeGreaterThan(75);
  });

  it("writes files that are read without loss or remark, each a run that says it is simulated", () => {
    for (const { recordings: found, refusals } of recordings) {
      expect(refusals).toEqual([]);
      expect(found.length).toBe(1);
      expect(found[0]).toMatchObject({ format: "fit", sport: "running", sportFrom: "file", utcOffset: 3600, notices: [] });
      expect(found[0]?.title).toContain("(simulated)");
      expect(found[0]?.device).toContain("simulated");
    }
  });

  it("holds every kind of run, with the sensors each method needs, on two pairs of shoes", () => {
    for (const kind of ["easy", "long", "tempo", "trail", "treadmill"]) expect(files.some(({ name }) => name.includes(kind))).toBe(true);
    expect(new Set(files.map(({ shoe }) => shoe))).toEqual(new Set([0, 1]));
    const samples = recordings.flatMap((reading) => reading.recordings.map((recording) => recording.samples));
    const measured = samples.filter(({ groundContactTime }) => groundContactTime);
    expect(measured.length).toBeGreaterThan(15);
    expect(samples.length - measured.length).toBeGreaterThan(10);
    expect(measured.some(({ leftContactShare }) => leftContactShare)).toBe(true);
    expect(measured.some(({ formPower, legStiffness }) => formPower && legStiffness)).toBe(true);
    expect(samples.some(({ latitudeDegrees }) => !latitudeDegrees)).toBe(true);
    expect(recordings.some((reading) => (reading.recordings[0]?.pauses.length ?? 0) > 0)).toBe(true);
  });

  it("runs like a person: paces, step rates and heart rates of published recreational runners", () => {
    for (const { recordings: [recording] } of recordings) {
      if (!recording) throw new Error("no recording");
      const { summary } = analyseRecording(recording, { runner: sampleRunner(today).runner });
      expect(summary.speed?.value).toBeGreaterThan(2.2);
      expect(summary.speed?.value).toBeLessThan(4);
      expect(60 * (summary.stepRate?.value ?? 0)).toBeGreaterThan(155);
      expect(60 * (summary.stepRate?.value ?? 0)).toBeLessThan(185);
      expect(summary.groundContactTime?.value).toBeGreaterThan(0.2);
      expect(summary.groundContactTime?.value).toBeLessThan(0.32);
      const heart = recording.samples.heartRatePerMinute ?? new Float64Array();
      expect(Math.max(...heart)).toBeLessThan(190);
      expect(Math.min(...heart)).toBeGreaterThan(70);
    }
  });

  it("keeps a diary: most looks no pain, some pain at several places, several looks a day at times, days forgotten, all within the calendar", () => {
    const { painEntries, days, weeks } = sampleRunner(today);
    const ratings = painEntries.map(worstPainRating);
    expect(ratings.length).toBeGreaterThan(90);
    expect(ratings.filter((rating) => rating === 0).length).toBeGreaterThan(ratings.length / 2);
    expect(ratings.filter((rating) => rating > 0).length).toBeGreaterThan(15);
    expect(painEntries.some(({ pains }) => pains.length > 1)).toBe(true);
    expect(new Set(painEntries.map(({ occasion }) => occasion)).size).toBe(3);
    const written = new Set(painEntries.map(({ at, utcOffset }) => Math.floor((at + utcOffset) / day)));
    expect(written.size).toBeLessThan(80);
    expect(written.size).toBeLessThan(painEntries.length - 20);
    expect(painEntries.every(({ at }) => at < today)).toBe(true);
    expect(painEntries.every(({ at }, index) => at > (painEntries[index - 1]?.at ?? 0))).toBe(true);
    // What the store and the API would refuse is not in it.
    for (const { pains } of painEntries) for (const { painRating } of pains) expect([Number.isInteger(painRating), painRating >= 1, painRating <= 10]).toEqual([true, true, true]);
    expect([days.length > 50, weeks.length > 8, weeks.every(({ answers }) => scoreOstrc(answers) !== null)]).toEqual([true, true, true]);
  });
});
