import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factsAt, garminAccount } from "./garmin.ts";
import { stravaAccount } from "./strava.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("Strava's tables", () => {
  const facts = { name: 'Morning, "easy"', description: "two\nlines", gear: "Blue shoe", distance: 3320, weather: null };
  const row = (middle: string) => `1,"May 29, 2022, 3:53:35 PM","Morning, ""easy""",Run,"two\nlines",1428,3.32,${middle}Blue shoe,activities/123.fit.gz,70,,1428.0`;

  it.each([
    ["English, ninety columns", "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time", "150,20,false,,"],
    ["English, of 2018", "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename", "false,"],
    ["German", "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für Aktivitäten,Aktivitätsausrüstung,Dateiname,Sportlergewicht", "150,20,false,,"],
    ["a language never seen", "活动 ID,活动日期,活动名称,活动类型,活动描述,耗时,距离,最大心率,相对努力,通勤,私人备注,装备,文件名", "150,20,false,,"],
  ])("are read in %s", async (_, header, middle) => {
    const account = await stravaAccount(bytes(`\uFEFF${header}\r\n${row(middle)}\r\n2,"May 30, 2022",By hand,Run,,600,2,${middle.replace("150", "")},,\r\n`), bytes("Shoe Name,Shoe Brand,Shoe Model,Sports\nBlue shoe,Brand,Model,Run\n,Other,One,\n"));
    expect(account.troubles).toEqual([]);
    expect(account.byPath.get("activities/123.fit.gz")).toEqual(facts);
    expect(account.withoutFile).toEqual([{ name: "By hand", date: "May 30, 2022", kind: "Run" }]);
    expect(account.shoes.map(({ name }) => name)).toEqual(["Blue shoe", "Other One"]);
  });

  it("tell the weather where the export has it, and nothing that cannot be", async () => {
    const header = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename,Weather Condition,Weather Temperature,Apparent Temperature,Humidity";
    const weatherOf = async (cells: string) => (await stravaAccount(bytes(`${header}\n${row("false,").replace("70,,1428.0", cells)}\n`), null)).byPath.get("activities/123.fit.gz")?.weather;
    expect(await weatherOf("1.0,17.25,16.0,0.57")).toEqual({ from: "strava", airTemperatureCelsius: 17.25, humidity: 0.57, sky: null });
    expect(await weatherOf("1.0,-273,16.0,0.57")).toEqual({ from: "strava", airTemperatureCelsius: null, humidity: 0.57, sky: null });
    expect(await weatherOf(",,,")).toBeNull();
  });

  it("that break off give the rows before, and say so", async () => {
    const account = await stravaAccount(bytes(`ID,Date,Name,Type,Description,Time,Distance,Commute,Gear,File\n${row("false,")}\n2,"never closed`), null);
    expect(account.byPath.size).toBe(1);
    expect(account.troubles).toEqual([expect.stringMatching(/^activities\.csv: line 4: a quote is opened/)]);
  });

  it("without a column of files say so", async () => {
    expect((await stravaAccount(bytes("a,b\n1,2\n"), null)).troubles).toHaveLength(1);
  });

  const real = new URL("../../../shared/data/bulk-export/martin-ueding__geo-activity-playground/Strava Export/Strava Export/", import.meta.url);
  it.skipIf(!existsSync(real))("of a real export are read (skipped where ../shared/data is missing)", async () => {
    const account = await stravaAccount(readFileSync(new URL("activities.csv", real)), readFileSync(new URL("shoes.csv", real)));
    expect([...account.byPath]).toEqual([["activities/12866632127.fit.gz", { name: "Laufen Landal Park", description: null, gear: null, distance: 3320, weather: null }]]);
    expect(account.troubles).toEqual([]);
  });
});

describe("Garmin's tables", () => {
  const gear = [{ gearDTOS: [
    { gearPk: 7, gearTypeName: "Shoes", gearStatusName: "retired", displayName: "Old blue", customMakeModel: "Brand Model", gearMakeName: "Brand", dateBegin: "2019-03-01T00:00:00.0", maximumMeters: 800000 },
    { gearPk: 8, gearTypeName: "Bike", displayName: "A bike", customMakeModel: "Bike" }], gearActivityDTOs: { "7": [{ activityId: 100, gearPk: 7 }] } }];
  const activities = [{ summarizedActivitiesExport: [{ activityId: 100, name: "Vienna - tempo", beginTimestamp: 1_700_000_000_000, distance: 1_000_000 }, { activityId: 101, name: "Twice", beginTimestamp: 1_700_100_000_000 }, { activityId: 102, name: "Twice", beginTimestamp: 1_700_100_002_000 }, { nothing: true }] }];

  it("give a shoe's name and state, and an activity's name by its start", () => {
    const account = garminAccount([bytes(JSON.stringify(gear))], [bytes(JSON.stringify(activities))]);
    expect(account.shoes).toEqual([{ name: "Old blue", brand: "Brand", model: "Brand Model", since: "2019-03-01", isRetired: true }]);
    expect(factsAt(account, 1_700_000_001)).toEqual({ name: "Vienna - tempo", description: null, gear: "Old blue", distance: 10_000, weather: null });
    expect(factsAt(account, 1_700_100_001)).toBeNull();
    expect(factsAt(account, 1_600_000_000)).toBeNull();
    expect(account.troubles).toEqual([expect.stringContaining("1 activities are not as Garmin writes them")]);
  });

  it("that are damaged are named, whatever they hold", () => {
    for (const text of ["", "{", "null", "[1,2]", '[{"gearDTOS":5}]', '{"summarizedActivitiesExport":"x"}']) {
      const account = garminAccount([bytes(text)], [bytes(text)]);
      expect(account.shoes).toEqual([]);
      expect(account.troubles.length).toBeGreaterThan(0);
    }
  });
});
