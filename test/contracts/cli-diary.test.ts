import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const diary = (...words: readonly string[]): Promise<Ended> => footfall(["diary", ...words, "--home", path("home")], { TZ: "Europe/Berlin" });
const json = async (name: string, ...words: readonly string[]) => {
  const { stdout } = await diary(...words, "--json");
  const told: unknown = JSON.parse(stdout);
  expectShape(name, told);
  return told;
};

beforeAll(() => buildOnce());

describe("footfall diary", () => {
  test("keeps looks at the back, changes them, takes them out", async () => {
    expect(await json("diary-entry", "add", "4", "--where", "lower-lumbar:left,leg-below-knee:left:2", "--at", "2026-05-02 21:00", "--during", "--note", "stiff")).toMatchObject({
      entry: { id: 1, at: "2026-05-02T21:00:00+02:00", painRating: 4, occasion: "during-run", pains: [{ painRating: 4 }, { region: "leg-below-knee", painRating: 2 }], note: "stiff" }, redFlags: "first-entry",
    });
    expect((await diary("none", "--at", "2026-05-03 07:30")).stdout).toMatch(/2026-05-03 07:30 {2}no pain\nPlease answer the safety questions/);
    expect(await json("diary-entry", "edit", "1", "6", "--where", "lower-lumbar")).toMatchObject({ entry: { painRating: 6, at: "2026-05-02T21:00:00+02:00", occasion: "during-run", note: "stiff" } });
    expect(await json("diary", "list")).toMatchObject({ isSample: false, entries: [{ id: 1, painRating: 6 }, { id: 2, painRating: 0 }] });
    expect(await json("diary-removed", "remove", "2")).toMatchObject({ id: 2, edit: { what: "removed “no pain” of 2026-05-03 07:30" } });
  });

  test("asks for days, weeks and signs", async () => {
    expect(await json("diary-day", "day", "2026-05-02", "--set", "hoursOfSleep=7", "--set", "warmUp=yes")).toMatchObject({ day: { answers: { hoursOfSleep: 7, warmUp: 1 } } });
    await json("diary-questions", "questions", "--ask", "stress");
    expect(await json("diary-week", "week", "2026-05-02", "--participation", "1")).toMatchObject({ week: { next: "modification", score: null } });
    await json("diary-weeks", "week");
    expect(await json("diary-flags", "flags", "--marked", "fever")).toMatchObject({ due: null, advice: { urgency: "today" } });
    expect((await diary("flags")).stdout).toMatch(/^GET MEDICAL HELP TODAY/);
    await json("diary-prompts", "prompts");
  });

  test("goes out and comes in again; takes in another program's table", async () => {
    await diary("export", "--to", path("out.json"));
    expectShape("diary-file", JSON.parse(readFileSync(path("out.json"), "utf8")));
    expect(await json("diary-imported", "import", path("out.json"))).toMatchObject({ edit: null, alreadyHere: 1 });
    expect((await diary("export", "--csv")).stdout).toMatch(/^entry,time,occasion,region,side,painRating,note\n[^\n]+,2026-05-02T21:00:00\+02:00,during-run,lower-lumbar,middle,6,stiff\n$/);
    writeFileSync(path("other.csv"), "Datum;St\u00e4rke;Wie\n03.04.2026;3,5;x\n04.04.2026;11;y\n", "latin1");
    expect(await json("diary-preview", "import", path("other.csv"), "--dry-run")).toMatchObject({ encoding: "windows-1252", entries: 1, fresh: 1, refused: [{ line: 3 }] });
    const taken = await diary("import", path("other.csv"), "--map", "Wie=note", "--json");
    expectShape("diary-table", JSON.parse(taken.stdout));
    expect([taken.code, taken.stderr]).toEqual([1, `${path("other.csv")}: line 3: pain 11: the scale goes from 0 to 10\n`]);
    expect((await diary("list", "--to", "2026-04-30")).stdout).toMatch(/2026-04-03 20:00 {2}4 lower-lumbar middle: x/);
  });

  test("keeps a rating without a place as somewhere in the back", async () => {
    expect(await json("diary-entry", "add", "4", "--at", "2026-05-01 21:00")).toMatchObject({ entry: { id: 4, pains: [{ region: "somewhere-in-back", side: "middle", painRating: 4 }] } });
    expect(await json("diary-entry", "edit", "4", "5", "--where", "middle-lumbar")).toMatchObject({ entry: { pains: [{ region: "middle-lumbar", side: "middle", painRating: 5 }] } });
  });

  test("refuses by name", async () => {
    writeFileSync(path("odd.csv"), "a,b\n1,2\n");
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [["add", "11", "--where", "lower-lumbar"], 2, 'pain "11": give a whole number from 0 (none) to 10'], [["add", "4", "--where", "tail"], 2, "places are upper-lumbar"],
      [["none", "--at", "2099-01-01 10:00"], 1, "lies in the future"], [["none", "--at", "noon"], 2, "give a time"], [["remove", "99"], 1, "no entry 99"], [["day", "today", "--set", "mood=3"], 2, "questions are fatigue"],
      [["import", path("odd.csv")], 1, "no column is known for the date"], [["import", path("odd.csv"), "--map", "c=note"], 2, "its columns are “a”, “b”"], [["flags", "--marked", "hiccups"], 1, "is no sign of the list"],
    ];
    const ended = await Promise.all(cases.map(([words]) => diary(...words)));
    for (const [index, [words, code, message]] of cases.entries()) expect([words, ended[index]?.code, ended[index]?.stderr.includes(message)]).toEqual([words, code, true]);
  });
});
