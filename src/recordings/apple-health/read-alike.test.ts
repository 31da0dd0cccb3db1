import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { mutate } from "../../../test/fixtures/mutate.ts";
import { seededIntegers } from "../../../test/fixtures/seeded.ts";
import { readAppleHealth } from "../index.ts";
import { parseDecimal, parseTime } from "../xml/values.ts";
import { collectRecords } from "./collect-records.ts";
import { findWorkouts } from "./find-workouts.ts";
import { beginScan } from "./scan-tags.ts";
import type { TagVisitor } from "./scan-tags.ts";

type Integers = ReturnType<typeof seededIntegers>;

/** What was read, in plain words: of each workout its totals, and of each series the stretches in milliseconds from its start. */
type Told = readonly { readonly workout: readonly unknown[]; readonly series: Readonly<Record<string, readonly (readonly number[])[]>> }[];

function byTheScanner(bytes: Uint8Array, pieceLength: () => number): Told {
  const scan = (visitor: TagVisitor): void => {
    const scanning = beginScan(visitor);
    for (let at = 0, length = pieceLength(); at < bytes.length; at += length, length = pieceLength()) scanning.push(bytes.subarray(at, at + length));
    expect(scanning.end()).toBe(0);
  };
  const { visitor, workouts } = findWorkouts();
  scan(visitor);
  scan(collectRecords(workouts));
  return workouts.map(({ activity, startedAt, endedAt, source, distance, indoor, routes, events, records }) => ({
    workout: [activity, startedAt, endedAt, source, distance, indoor, routes, events],
    series: Object.fromEntries([...records].flatMap(([kind, bySource]) => [...bySource].map(([name, series]) => {
      const { start, end, value } = series.columns();
      return [`${kind} of ${name}`, [...start].map((time, index) => [Math.round((time - startedAt) * 1000), Math.round((end[index] ?? NaN) * 1000 - startedAt * 1000), value[index] ?? NaN])] as const;
    }))),
  }));
}

const kinds: Readonly<Record<string, readonly [kind: string, factor: number]>> = {
  "HeartRate count/min": ["heartRatePerMinute", 1], "StepCount count": ["steps", 1], "RunningPower W": ["power", 1], "RunningGroundContactTime ms": ["groundContactTime", 0.001], "RunningStrideLength m": ["stepLength", 1],
};

/** The same by a whole XML reader, which knows nothing of the scanner. */
function bySaxes(xml: string): Told {
  const told: { workout: unknown[]; from: number; to: number; isOnFoot: boolean; series: Record<string, number[][]> }[] = [];
  for (const pass of ["workouts", "records"] as const) {
    let open: { readonly workout: unknown[] } | null = null;
    const parser = new SaxesParser();
    parser.on("error", (error) => expect.unreachable(error.message));
    parser.on("opentag", ({ name, attributes }) => {
      const of = (key: string): string => attributes[key] ?? "";
      if (pass === "workouts" && name === "Workout") {
        const [from, to] = [parseTime(of("startDate")).time, parseTime(of("endDate")).time];
        const workout = [of("workoutActivityType"), from, to, of("sourceName"), NaN, null, [], []];
        told.push({ workout, from, to, isOnFoot: of("workoutActivityType").endsWith("Running"), series: {} });
        open = { workout };
      } else if (pass === "workouts" && open && name === "MetadataEntry" && of("key") === "HKIndoorWorkout") open.workout[5] = of("value") === "1";
      else if (pass === "workouts" && open && name === "FileReference") open.workout[6] = [of("path").slice(1)];
      else if (pass === "records" && name === "Record") {
        const [start, end, value] = [parseTime(of("startDate")).time, parseTime(of("endDate")).time, parseDecimal(of("value"))];
        const [kind, factor] = kinds[`${of("type").replace("HKQuantityTypeIdentifier", "")} ${of("unit")}`] ?? ["", NaN];
        if (!(value * factor >= 0) || !(end >= start)) return;
        for (const { isOnFoot, from, to, series } of told) {
          if (isOnFoot && start <= to && end >= from) (series[`${kind} of ${of("sourceName")}`] ??= []).push([Math.round((start - from) * 1000), Math.round((end - from) * 1000), value * factor]);
        }
      }
    });
    parser.on("closetag", ({ name }) => { if (name === "Workout") open = null; });
    parser.write(xml).close();
  }
  return told.map(({ workout, series }) => ({ workout, series }));
}

/** An export in every way XML allows: the order and quotes of attributes, white space, comments, sections, entities, forms of numbers and times; of its choices one in so many is not as Apple writes it. */
function anyExport(integer: Integers, oddOneIn: number): string {
  const one = (of: readonly string[]): string => of[integer(of.length)] ?? "";
  const start = Date.UTC(2024, integer(12), 1 + integer(28), integer(24)) / 1000;
  const isOdd = (): boolean => integer(oddOneIn) === 0;
  const oneOrUsual = (of: readonly string[]): string => (oddOneIn === usualExport && !isOdd() ? of[0] ?? "" : one(of));
  const space = (): string => (isOdd() ? one(["\n", "\t ", "  ", "\r\n  "]) : " ");
  const date = (second: number): string => {
    const local = new Date((start + second + 7200) * 1000).toISOString();
    return isOdd() ? one([`${local.slice(0, 19)}+02:00`, `${new Date((start + second) * 1000).toISOString()}`, `${local.slice(0, 10)} ${local.slice(11, 21)} +0200`]) : `${local.slice(0, 10)} ${local.slice(11, 19)} +0200`;
  };
  const tag = (name: string, attributes: readonly (readonly [string, string])[]): string => {
    const inOrder = isOdd() ? attributes.toReversed() : attributes;
    return `<${name}${inOrder.map(([key, value]) => `${space()}${key}${isOdd() ? one([" = ", "= ", "\n="]) : "="}${isOdd() && !value.includes("'") ? `'${value}'` : `"${value}"`}`).join("")}${isOdd() ? space() : ""}`;
  };
  const value = (): string => (isOdd() ? one(["+4.", "1.2e2", " 7 ", "62,5", ".5", "-3", "", "NaN", "123456789.123456789"]) : `${integer(200)}${one(["", ".5", ".125", ".1234567"])}`);
  const record = (): string => {
    const at = integer(4000) - 200;
    const [type, unit] = one(["HeartRate|count/min", "StepCount|count", "RunningPower|W", "RunningGroundContactTime|ms", "RunningStrideLength|m", "BasalEnergyBurned|kcal", "HeartRateVariabilitySDNN|ms"]).split("|");
    const beginning = tag("Record", [
      ["type", `HKQuantityTypeIdentifier${type}`], ["sourceName", oneOrUsual(["Someone’s Watch", "Someone&#8217;s Watch", "A &amp; B", "x &gt; y > z", "Phone"])], ["device", oneOrUsual(["&lt;&lt;HKDevice: 0x1&gt;, name:Watch>", "it's"])],
      ["unit", unit ?? ""], ["creationDate", date(at)], ["startDate", date(at)], ["endDate", date(at + integer(60))], ["value", value()],
    ]);
    return isOdd() ? `${beginning}>\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="2"/>\n </Record >` : `${beginning}/>`;
  };
  const hidden = (): string => one(["<!-- <Record type='HKQuantityTypeIdentifierHeartRate'/> > -->", "<![CDATA[ <Workout > ]] > ]]>", "<?footfall <Record ?>", "text > more ]"]);
  const lines = Array.from({ length: 60 }, () => (isOdd() ? hidden() : record()));
  const workouts = Array.from({ length: 1 + integer(3) }, () => {
    const from = integer(2000);
    return `${tag("Workout", [["workoutActivityType", `HKWorkoutActivityType${one(["Running", "Running", "Cycling"])}`], ["sourceName", one(["Someone’s Watch", "Phone"])], ["startDate", date(from)], ["endDate", date(from + 600 + integer(1200))]])}>
      ${isOdd() ? hidden() : ""}<MetadataEntry key="HKIndoorWorkout" value="${integer(2)}"/><WorkoutRoute><FileReference path="/workout-routes/a&amp;b.gpx"/></WorkoutRoute></Workout>`;
  });
  const doctype = one(["", '<!DOCTYPE HealthData [\n<!-- Version: 14 -->\n<!ELEMENT HealthData (Record*)>\n<!ENTITY w "a]b">\n] >']);
  return `<?xml version="1.0"?>${doctype}<HealthData locale="de"> ${[...lines, ...workouts].join("\n ")}\n</HealthData>\n`;
}

const [oddExport, usualExport] = [6, 200] as const;

const inEncoding: Readonly<Record<string, (xml: string) => Uint8Array>> = {
  "UTF-8": (xml) => new TextEncoder().encode(xml),
  "UTF-8 with a byte order mark": (xml) => new TextEncoder().encode(`\ufeff${xml}`),
  "UTF-16, little end first": (xml) => Uint8Array.from(`\ufeff${xml}`.split("").flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])),
  "UTF-16, big end first": (xml) => Uint8Array.from(xml.split("").flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255])),
};

test.each(Object.entries(inEncoding))("the scanner reads what a whole XML reader reads, in %s", (_, encoded) => {
  const integer = seededIntegers(20_260_611);
  let stretches = 0;
  for (let input = 0; input < 60; input++) {
    const xml = anyExport(integer, input % 2 === 0 ? oddExport : usualExport);
    const expected = bySaxes(xml);
    expect(byTheScanner(encoded(xml), () => 1 + integer(3000))).toEqual(expected);
    stretches += expected.flatMap(({ series }) => Object.values(series).flat()).length;
  }
  // Exports without anything in their workouts would prove nothing.
  expect(stretches).toBeGreaterThan(500);
});

test("damaged exports give the same runs in whatever pieces they come", async () => {
  const integer = seededIntegers(7);
  const read = async (bytes: Uint8Array, length: number): Promise<unknown[]> => {
    const chunks = function* (): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    };
    const found: unknown[] = [];
    for await (const { finish } of readAppleHealth({ chunks, route: () => Promise.resolve(null) })) found.push(finish());
    return found;
  };
  for (let input = 0; input < 150; input++) {
    const bytes = mutate(new TextEncoder().encode(anyExport(integer, input % 2 === 0 ? oddExport : usualExport)), integer);
    expect(await read(bytes, 1 + integer(500))).toEqual(await read(bytes, bytes.length));
  }
});
