import { expect, test } from "vitest";
import { chained, fileId, fitStart, session, sportLayout, steadyRecords, steadyRun } from "../../../test/fixtures/fit-files.ts";
import { encodeFit, fitEpoch, readRecordings, type FitMessage } from "../index.ts";

/** Swim, transition, ride, run: sessions of 100 s each with a record a second. */
const sports = [5, 3, 2, 1];
const sessions = sports.map((sport, index) => session(sport, fitStart + 100 * index, 100, 300));
const records = sports.flatMap((_, index) => steadyRecords(100, fitStart + 100 * index));
const sportMessage = (sport: number): FitMessage => ({ layout: sportLayout, values: [sport, 0, "leg"] });

test.each([["first", [fileId(), ...sessions, ...records]], ["last", [fileId(), ...records, ...sessions]], ["in any order", [fileId(), ...records, ...sessions.toReversed()]]])(
  "a triathlon with its summary %s gives its run and names the rest",
  (_, messages) => {
    const { recordings, refusals } = readRecordings(encodeFit(messages));
    expect(recordings).toHaveLength(1);
    expect(recordings[0]).toMatchObject({ sport: "running", startedAt: fitStart + 300 + fitEpoch, distance: 300 });
    expect(recordings[0]!.samples.length).toBe(100);
    expect(refusals.map(({ code, message }) => [code, message.split(" (")[0]])).toEqual([
      ["not-a-run", "swimming: not a run"], ["not-a-run", "transition: not a run"], ["not-a-run", "cycling: not a run"],
    ]);
    expect(refusals.every(({ message, where }) => message.includes("(100 records") && where?.startsWith("session"))).toBe(true);
  },
);

test("two runs in one file are two recordings, each counting its distance from its own start", () => {
  const later = steadyRecords(50, fitStart + 100).map((message) => ({ ...message, values: [message.values[0]!, 5000 + Number(message.values[1]), ...message.values.slice(2)] }));
  const { recordings } = readRecordings(encodeFit([fileId(), ...steadyRecords(100), ...later, session(1, fitStart, 100, 300), session(1, fitStart + 100, 50, 150)]));
  expect(recordings.map(({ samples }) => samples.length)).toEqual([100, 50]);
  expect(recordings[1]!.samples.distance?.[0]).toBe(0);
  expect(recordings[1]!.samples.distance?.[49]).toBe(147);
});

test("the same session written twice is one leg", () => {
  const { recordings, refusals } = readRecordings(encodeFit([fileId(), ...steadyRecords(20), session(1), session(1)]));
  expect(recordings.map(({ samples }) => samples.length)).toEqual([20]);
  expect(refusals).toEqual([]);
});

test("without sessions, sport messages set the legs apart", () => {
  const { recordings, refusals } = readRecordings(encodeFit([fileId(), sportMessage(2), ...steadyRecords(30), sportMessage(1), ...steadyRecords(40, fitStart + 30)]));
  expect(recordings.map(({ sport, samples }) => [sport, samples.length])).toEqual([["running", 40]]);
  expect(refusals[0]).toMatchObject({ code: "not-a-run", where: "records 1 to 30" });
});

test("a cut file's last leg keeps its sport although its session is lost", () => {
  const whole = encodeFit([fileId(), sportMessage(2), ...steadyRecords(100), session(2, fitStart, 100), sportMessage(1), ...steadyRecords(100, fitStart + 170)]);
  const { recordings, refusals } = readRecordings(whole.subarray(0, whole.length - 5));
  expect(recordings.map(({ sport, samples }) => [sport, samples.length])).toEqual([["running", 99]]);
  expect(refusals[0]?.message).toContain("cycling: not a run (100 records");
});

test("every part of a chained file is read", () => {
  const { recordings, refusals } = readRecordings(chained(steadyRun(30), encodeFit([fileId(2)]), steadyRun(40)));
  expect(recordings.map(({ samples }) => samples.length)).toEqual([30, 40]);
  expect(refusals).toEqual([{ code: "not-a-recording", message: expect.stringContaining("settings"), where: expect.stringMatching(/^part 2, byte \d+$/) }]);
});

test("a chained part with nothing of its own is told on the run before it", () => {
  const strap = encodeFit([{ layout: { message: 132, fields: [{ number: 9, type: "uint32" }] }, values: [1] }]);
  const { recordings, refusals } = readRecordings(chained(steadyRun(30), strap));
  expect(refusals).toEqual([]);
  expect(recordings[0]?.notices.map(({ code }) => code)).toEqual(["extra-part"]);
});

test("walking and hiking are walks, a gym's treadmill is a run", () => {
  const sportOf = (sport: number, subSport: number): string | undefined => readRecordings(encodeFit([fileId(), ...steadyRecords(9), session(sport, fitStart, 9, 27, subSport)])).recordings[0]?.sport;
  expect([sportOf(11, 0), sportOf(17, 0), sportOf(4, 1)]).toEqual(["walking", "walking", "running"]);
});

test("a file that names no sport is judged by speed and step rate, and says so", () => {
  const judged = (speed: number, cadence: number): unknown => {
    const { recordings, refusals } = readRecordings(encodeFit([fileId(), ...steadyRecords(60, fitStart, { speed, cadence }), session(0)]));
    return recordings[0] ? [recordings[0].sport, recordings[0].sportFrom, recordings[0].notices.map(({ code }) => code)] : refusals[0]?.code;
  };
  expect(judged(3, 85)).toEqual(["running", "judged", ["sport-judged"]]);
  expect(judged(1.4, 57)).toEqual(["walking", "judged", ["sport-judged"]]);
  expect(judged(9, 85)).toBe("not-a-run");
});
