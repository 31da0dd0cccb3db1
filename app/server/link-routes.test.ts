import { expect, it } from "vitest";
import { usualTruth } from "../../src/index.ts";
import { fillStore } from "../../bench/simulated-store.ts";
import { apiOver } from "../../test/fixtures/api-over.ts";
import { temporaryStore } from "../../test/fixtures/temporary-store.ts";
import { ownRunnerId } from "../storage/index.ts";
import { addPainEntries } from "../storage/pain-diary.ts";
import { linkAnswer, type LinkAnswerJson } from "./link-api.ts";

const store = temporaryStore();
const api = apiOver(store);

const ask = async (): Promise<LinkAnswerJson> => linkAnswer.parse((await api.ask("GET", "/api/link")).json());

it("says not enough yet of an empty diary, and what no method can see", async () => {
  const answer = await ask();
  expect(answer).toMatchObject({ isSample: false, firstDay: null, days: 0, runDays: 0, factors: [], heldConstant: [], running: { verdict: { kind: "not-enough" }, sureness: null } });
  expect(answer.unseen).toMatch(/cause that it was never told, nor entries that were left out/);
});

it("finds the point of pain that was built in after every run, with its band and how sure it is, and asks anew once an entry is added", async () => {
  fillStore(store, { ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect: 1 }, 4);
  const answer = await ask();
  expect(answer).toMatchObject({ days: 364, painfulLevel: "L5-S1", firstDay: "2022-01-03", lastDay: "2023-01-01", running: { verdict: { kind: "linked", direction: "more" } } });
  const { points } = answer.running.effects.find(({ lag }) => lag === "day")!;
  expect([points !== null && points.low < 1, points !== null && points.high > 1]).toEqual([true, true]);
  expect(answer.running.sureness).toMatch(/^Very sure: of 999 calendars with your weeks of running shuffled, none went/);
  expect(answer.running.shuffle.asStrong).toBe(0);
  expect(answer.factors.length).toBeGreaterThanOrEqual(25);
  expect(JSON.stringify(answer)).not.toMatch(/pValue/);
  expect(await ask()).toEqual(answer);
  addPainEntries(store, ownRunnerId, [{ at: Date.UTC(2023, 0, 2, 9) / 1000, utcOffset: 0, pains: [], occasion: "apart-from-run", note: null, clientId: "new" }], { now: 1, what: "added" });
  expect((await ask()).lastDay).toBe("2023-01-02");
});
