import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { appleHealthXml, appleRoute } from "../../test/fixtures/apple-health.ts";
import { checkReading } from "../../test/fixtures/check-reading.ts";
import { cpuTime } from "../../test/fixtures/cpu-time.ts";
import { readAppleHealth, readRecordings, type AppleWorkout } from "./index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Read = ReturnType<AppleWorkout["finish"]> & Pick<AppleWorkout, "excerpt">;

async function readAll(xml: string, routes: Readonly<Record<string, string>> = {}, piece = 100_000): Promise<Read[]> {
  const whole = bytes(xml);
  const chunks = function* (): Generator<Uint8Array> {
    for (let at = 0; at < whole.length; at += piece) yield whole.subarray(at, at + piece);
  };
  const found: Read[] = [];
  for await (const workout of readAppleHealth({ chunks, route: (path) => Promise.resolve(path in routes ? bytes(routes[path] ?? "") : null) })) found.push({ ...workout.finish(), excerpt: workout.excerpt });
  return found;
}

function readings(workouts: readonly Read[]): unknown[] {
  return workouts.map((workout) => ("recording" in workout ? workout.recording : workout.refusal));
}

describe("an Apple Health export", () => {
  it("gives the workout with every quantity in SI, at the second it was recorded", async () => {
    const [workout] = await readAll(appleHealthXml(), { "workout-routes/route.gpx": appleRoute() });
    if (!workout || !("recording" in workout)) return expect.unreachable();
    const { samples, ...recording } = workout.recording;
    expect(recording).toMatchObject({ format: "apple-health", sport: "running", startedAt: Date.UTC(2024, 5, 2, 6, 0, 0) / 1000, utcOffset: 7200, duration: 600, distance: 1800, indoor: false, device: "Apple Watch Watch6,2" });
    const row = samples.time.indexOf(100);
    expect(samples.speed?.[row]).toBeCloseTo(3, 6);
    expect(samples.groundContactTime?.[row]).toBeCloseTo(0.25, 6);
    expect(samples.verticalOscillation?.[row]).toBeCloseTo(0.08, 6);
    expect(samples.stepLength?.[row]).toBeCloseTo(1.1, 6);
    expect(samples.power?.[row]).toBe(250);
    expect(samples.heartRatePerMinute?.[row]).toBe(150);
    // The watch counted 165 steps a minute, the phone fewer: counted once, from the watch.
    expect(samples.stepRate?.[row]).toBeCloseTo(165 / 60, 6);
    expect(samples.distance?.[row]).toBeCloseTo(300, 6);
    expect(samples.latitudeDegrees?.[row]).toBeCloseTo(48.001, 9);
    expect(samples.altitude?.[row]).toBe(500);
  });

  it("is the same whatever pieces it comes in", async () => {
    const xml = appleHealthXml();
    const whole = readings(await readAll(xml));
    for (const piece of [13, 64, 1000]) expect(readings(await readAll(xml, {}, piece))).toEqual(whole);
  });

  it("has an excerpt per workout from which the same run is read", async () => {
    const [workout] = await readAll(appleHealthXml(), { "workout-routes/route.gpx": appleRoute() });
    if (!workout || !("recording" in workout)) return expect.unreachable();
    const again = readRecordings(workout.excerpt());
    expect(again.refusals).toEqual([]);
    expect(again.recordings).toEqual([workout.recording]);
  });

  it("keeps pauses apart, and says so where a route is missing", async () => {
    const [workout] = await readAll(appleHealthXml({ pause: [200, 260] }));
    if (!workout || !("recording" in workout)) return expect.unreachable();
    expect(workout.recording.pauses).toEqual([{ start: 200, end: 260 }]);
    expect(workout.recording.notices.map(({ code }) => code)).toContain("route-missing");
  });

  it("refuses other sports and workouts without records by name, one for one", async () => {
    const workouts = await readAll(`<HealthData><Workout workoutActivityType="HKWorkoutActivityTypeTableTennis" startDate="2024-01-01 10:00:00 +0000" endDate="2024-01-01 11:00:00 +0000"/>
      <Workout workoutActivityType='HKWorkoutActivityTypeRunning' startDate="2024-01-02 10:00:00 +0000" endDate="2024-01-02 11:00:00 +0000"/></HealthData>`);
    expect(workouts.map((workout) => ("refusal" in workout ? workout.refusal : null))).toMatchObject([
      { code: "not-a-run", message: expect.stringContaining("table tennis"), where: "workout of 2024-01-01 10:00" }, { code: "empty", where: "workout of 2024-01-02 10:00" },
    ]);
    expect((await readAll("<HealthData></HealthData>")).map((workout) => ("refusal" in workout ? workout.refusal.code : null))).toEqual(["empty"]);
  });

  it.each([
    ["a comment that holds a workout", (xml: string) => xml.replace("<Workout", "<!-- <Workout workoutActivityType='HKWorkoutActivityTypeRunning'/> --><Workout")],
    ["a document type with entities", (xml: string) => xml.replace("<HealthData", '<!DOCTYPE HealthData [\n<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;">\n<!ELEMENT HealthData (Record*)>\n]>\n<HealthData')],
    ["attributes in another order and quotes", (xml: string) => xml.replaceAll(/<Record type="([^"]+)" (.*?)\/>/g, "<Record $2 type='$1' />")],
  ])("is read alike with %s", async (_, change) => {
    const [plain, changed] = await Promise.all([readAll(appleHealthXml()), readAll(change(appleHealthXml()))]);
    expect(changed).toHaveLength(1);
    expect(readings(changed)).toEqual(readings(plain));
  });

  it("cut short before its workouts is refused by name; damaged tags are counted, the rest is kept", async () => {
    const xml = appleHealthXml();
    expect((await readAll(xml.slice(0, xml.indexOf("<Workout") - 20))).map((workout) => ("refusal" in workout ? workout.refusal.code : null))).toEqual(["damaged"]);
    const [workout] = await readAll(xml.replace('<Record type="HKQuantityTypeIdentifierHeartRate"', '<Record type="HKQuantityTypeIdentifierHeartRate" unit="'));
    if (!workout || !("recording" in workout)) return expect.unreachable();
    expect(workout.recording.notices.map(({ code }) => code)).toContain("damaged");
    expect(workout.recording.samples.speed?.some((speed) => speed === 3)).toBe(true);
  });
});

describe("hostile exports", () => {
  it.each([
    ["a million open brackets", "<HealthData>" + "<".repeat(1_000_000)],
    ["a tag that never ends", `<HealthData><Workout ${"a".repeat(3_000_000)}`],
    ["an attribute of ten megabytes", `<HealthData><Workout sourceName="${"x".repeat(10_000_000)}"/></HealthData>`],
    ["a comment that never ends", "<HealthData><!-- " + "-".repeat(1_000_000)],
    ["a workout of a thousand years", '<HealthData><Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="1024-01-01 10:00:00 +0000" endDate="2024-01-01 11:00:00 +0000"/></HealthData>'],
    ["times that are none", '<HealthData><Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="yesterday" endDate="2024-99-99 99:99:99 +9999"/></HealthData>'],
  ])("end soon and by name: %s", async (_, xml) => {
    const before = cpuTime();
    for (const workout of await readAll(xml)) if ("refusal" in workout) expect(workout.refusal.message).not.toBe("");
    checkReading(readRecordings(bytes(xml)));
    expect(cpuTime() - before).toBeLessThan(3000);
  });
});

const real = new URL("../../../shared/data/bulk-export/", import.meta.url);

describe.skipIf(!existsSync(real))("real and hand-made exports (skipped where ../shared/data is missing)", () => {
  it.each([
    ["brtkwr__apple-health-tcx-converter/test_data/export.xml", ["workout of 2024-01-15 10:00", "workout of 2024-01-16 13:15", "workout of 2024-02-10 10:00"]],
  ])("%s", async (path, expected) => {
    const xml = readFileSync(new URL(path, real));
    const folder = new URL(".", new URL(path, real));
    const wheres: string[] = [];
    let runs = 0;
    for await (const { finish } of readAppleHealth({ chunks: () => [xml], route: (name) => Promise.resolve(readFileSync(new URL(name, folder))) })) {
      const workout = finish();
      if ("refusal" in workout) wheres.push(workout.refusal.where ?? "");
      else {
        runs++;
        expect(workout.recording.samples.latitudeDegrees?.some((value) => value > 50)).toBe(true);
      }
    }
    expect(runs).toBe(2);
    expect(wheres[0]).toBe(expected[2]);
  });
});
