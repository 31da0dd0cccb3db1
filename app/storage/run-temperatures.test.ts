import { expect, it } from "vitest";
import { covariates, encodeFit, skies, type FitLayout, type FitMessage } from "../../src/index.ts";
import { fileId, fitStart, recordFields, session, steadyRecords, steadyRun } from "../../test/fixtures/fit-files.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { answerDays, dayCovariates, toldDays } from "./day-answers.ts";
import { importFiles } from "./import-files.ts";
import { deleteRun } from "./recordings.ts";
import { readRun } from "./run-detail.ts";
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
  expect(toldDays(store, ownRunnerId)).toEqual([{ day: 20_575, answers: {}, temperatureFromFile: 18, weatherFromFile: null }]);
  expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { temperature: 18 } }]);
  answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { temperature: 12 } }], { now: Date.UTC(2026, 5) / 1000 });
  expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { temperature: 12 } }]);
});

it("the air's temperature and the sky, as a watch was sent them, go before the wrist's and behind the runner's own word", async () => {
  // Message 128: report (0 is now, 1 the hours to come), temperature [°C], condition (16 is light rain), relative humidity [%].
  const weather: FitLayout = { message: 128, fields: [{ number: 0, type: "enum" }, { number: 1, type: "sint8" }, { number: 2, type: "enum" }, { number: 7, type: "uint8" }] };
  const records: readonly FitMessage[] = steadyRecords(300).map(({ values }) => ({ layout, values: [...values, 25] }));
  const bytes = encodeFit([fileId(), { layout: weather, values: [1, 30, 0, 20] }, { layout: weather, values: [0, 11, 16, 83] }, ...records, session(1, fitStart, 300, 900)]);
  await importFiles(store, [{ name: "rain.fit", bytes }], { source: "test", now: 0 });
  expect(readRun(store, 1)).toMatchObject({ weather: { from: "fit", airTemperatureCelsius: 11, humidity: 0.83, sky: "rain" }, wristTemperatureCelsius: 25 });
  expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { temperature: 11, weather: 1 } }]);
  expect(covariates.find(({ id }) => id === "weather")?.answers?.map(({ text }) => text)).toEqual([...skies]);
  answerDays(store, ownRunnerId, [{ day: "2026-05-02", answers: { weather: 0 } }], { now: Date.UTC(2026, 5) / 1000 });
  expect(dayCovariates(store, ownRunnerId)).toEqual([{ day: 20_575, answers: { temperature: 11, weather: 0 } }]);
});

it("runs that came in before temperatures were kept are looked through once; a deleted run tells none", async () => {
  await importFiles(store, [{ name: "warm.fit", bytes: warmRun(300) }], { source: "test", now: 0 });
  store.run("UPDATE recordings SET is_temperature_read = 0, temperature_celsius = NULL");
  expect(toldDays(store, ownRunnerId)[0]?.temperatureFromFile).toBe(18);
  deleteRun(store, 1, 1);
  expect(toldDays(store, ownRunnerId)).toEqual([]);
});
