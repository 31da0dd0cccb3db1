import { describe, expect, it } from "vitest";
import type { PainEntry } from "../domain/index.ts";
import { missingLooks, missingLooksWords } from "./run-prompts.ts";

const hour = 3600;
const utcOffset = 2 * hour;
/** Local time on a day of May 2026 [s since 1970]; the 5th is a Tuesday. */
const local = (day: number, hours: number): number => Date.UTC(2026, 4, day) / 1000 + hours * hour - utcOffset;
const run = { start: local(5, 18), end: local(5, 19), utcOffset };
const look = (at: number, occasion: PainEntry["occasion"] = "apart-from-run"): PainEntry => ({ at, utcOffset, pains: [], occasion, note: null });
const times = (entries: readonly PainEntry[], now: number, nextStart?: number): readonly string[] => missingLooks(run, entries, now, nextStart).map(({ time }) => time);

describe("looks at the back that a run lacks", () => {
  it("are asked for once they can be answered", () => {
    expect(times([], local(5, 18.5))).toEqual([]);
    expect(times([], local(5, 20))).toEqual(["during", "after"]);
    expect(times([], local(6, 5))).toEqual(["during", "after"]);
    expect(times([], local(6, 8))).toEqual(["during", "after", "next-morning"]);
    expect(times([], local(12, 17))).toEqual(["during", "after", "next-morning"]);
    expect(times([], local(12, 19))).toEqual([]);
  });

  it("are not asked for again: an entry of that time answers, whatever it says", () => {
    const now = local(6, 13);
    expect(times([look(local(5, 18.5), "during-run")], now)).toEqual(["after", "next-morning"]);
    expect(times([look(local(5, 19), "during-run"), look(local(5, 21)), look(local(6, 7))], now)).toEqual([]);
    expect(times([look(local(5, 17)), look(local(6, 12.5))], now)).toEqual(["during", "after", "next-morning"]);
    expect(times([look(local(6, 1), "after-run")], now)).toEqual(["during", "next-morning"]);
  });

  it("end where the next run begins", () => {
    expect(times([], local(6, 13), local(5, 19.5))).toEqual(["during"]);
    expect(times([], local(6, 13), local(6, 5))).toEqual(["during", "after"]);
    expect(times([look(local(6, 9))], local(6, 13), local(6, 8))).toEqual(["during", "after", "next-morning"]);
  });

  it("come with a moment inside their time, never in the future", () => {
    expect(missingLooks(run, [], local(6, 6.5))).toEqual([{ time: "during", at: local(5, 19) }, { time: "after", at: local(5, 20) }, { time: "next-morning", at: local(6, 6.5) }]);
    expect(missingLooks(run, [], local(5, 19.25)).at(-1)).toEqual({ time: "after", at: local(5, 19.25) });
    for (const missing of missingLooks(run, [], local(7, 9))) expect(times([look(missing.at + 1, missing.time === "during" ? "during-run" : "apart-from-run")], local(7, 9))).not.toContain(missing.time);
  });

  it("are asked for in words", () => {
    const words = (now: number, entries: readonly PainEntry[] = []): string => missingLooksWords(run, missingLooks(run, entries, now), now, utcOffset);
    expect(words(local(7, 9))).toBe("How was your back during and after Tuesday’s run? And next morning?");
    expect(words(local(5, 20))).toBe("How was your back during and after today’s run?");
    expect(words(local(6, 9), [look(local(5, 19), "during-run"), look(local(5, 20))])).toBe("How was your back the morning after yesterday’s run?");
    expect(words(local(6, 9), [look(local(5, 20))])).toBe("How was your back during yesterday’s run? And next morning?");
  });
});
