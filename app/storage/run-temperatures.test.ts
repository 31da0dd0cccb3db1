import { expect, it } from "vitest";
import { encodeFit, type FitLayout, type FitMessage } from "../../src/index.ts";
import { fileId, fitStart, recordFields, session, steadyRecords, steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { answerDays, dayCovariates, toldDays } from "./day-answers.ts";
import { importFiles } from "./import-files.ts";
import { deleteRun } from "./recordings.ts";
import { ownRunnerId } from "./runners.ts";

const store = temporaryStore();

/** Field 13 of a record is the temperature [°C]. */
const layout: FitLayout = { message: 20, fields: [...recordFields, { number: 13, type: "sint8" }] };
const warmRun = (count: number): Uint8Array => {
  const records: readonly FitMessage[] = steadyRecords(count).map(({ values }, index) => ({ layout, values: [...values, index < 10 ? 25 : 18] }));
  return encodeFit([fileId(), ...records, session(1, fitStart, count, 3 * count)]);
};

it("a day's temperature is what the watch felt on its runs, where the runner told none", async () => {
  await importFiles(store, [{ name: "warm.fit", bytes: warmRun(300) }, { name: "plain.fit", bytes: steadyRun(200) }], { source: "test", now: 0 });
  expect(toldDays(store, ownRunnerId)).toEqual([{ day: 20_575, answers: {}, temperatureFromFile: 18 }]);
  expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { temperature: 18 } }]);
  answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { temperature: 12 } }], { now: Date.UTC(2026, 5) / 1000 });
  expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { temperature: 12 } }]);
});

it("runs that came in before temperatures were kept are looked through once; a deleted run tells none", async () => {
  await importFiles(store, [{ name: "warm.fit", bytes: warmRun(300) }], { source: "test", now: 0 });
  store.run("UPDATE recordings SET is_temperature_read = 0, temperature_celsius = NULL");
  expect(toldDays(store, ownRunnerId)[0]?.temperatureFromFile).toBe(18);
  deleteRun(store, 1, 1);
  expect(toldDays(store, ownRunnerId)).toEqual([]);
});
