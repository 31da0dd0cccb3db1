import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { readCsv } from "../../app/storage/csv.ts";
import { generatedRun } from "../../bench/generated-run.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, builtCommand, footfall, spawnFootfall, startCommandHost } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  buildOnce();
  const run = generatedRun({ seed: 1, minutes: 4, hasRunningDynamics: true });
  mkdirSync(path("runs"));
  writeFileSync(path("run.fit"), run);
  writeFileSync(path("runs/a.fit.gz"), gzipSync(run));
  writeFileSync(path("runs/b.fit"), generatedRun({ seed: 2, minutes: 3, hasRunningDynamics: false }));
  writeFileSync(path("runs/notes.txt"), "not looked at");
  writeFileSync(path("cut.fit"), run.subarray(0, run.length / 2));
  writeFileSync(path("ride.fit"), generatedRun({ seed: 3, minutes: 3, hasRunningDynamics: false, sport: 2 }));
  writeFileSync(path("noise.fit"), Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251));
  writeFileSync(path("broken.fit.gz"), gzipSync(run).subarray(0, 900));
  writeFileSync(path("empty.fit"), "");
});

async function cells(text: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows: (readonly string[])[] = [];
  async function* once(): AsyncGenerator<string> {
    yield text;
  }
  for await (const row of readCsv(once())) rows.push(row.cells);
  const [header = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""])));
}

/** What simulate wrote into a row: numbers and the reason, an empty cell as null. */
function written(row: Readonly<Record<string, string>>): object {
  const values = new Map<string, number | string | null>();
  for (const [name, text] of Object.entries(row)) {
    if (name.startsWith("predicted")) values.set(name, text === "" ? null : Number(text));
    if (name === "error") values.set(name, text === "" ? null : text);
  }
  return Object.fromEntries(values);
}

describe("analyse", () => {
  test("--json has the published shape, one object per recording in the order given, the path as given", async () => {
    const { code, stdout } = await footfall(["analyse", path("run.fit"), path("runs"), "--json", "--mass", "68kg", "--height", "178cm"]);
    const objects: readonly Readonly<Record<string, unknown>>[] = JSON.parse(stdout);
    expectShape("analyse", objects);
    expect(objects.map((object) => object["file"])).toEqual([path("run.fit"), path("runs/a.fit.gz"), path("runs/b.fit")]);
    expect(objects[0]).toMatchObject({ sport: "running", recording: 0, records: 241, duration: 240, method: [{ id: "running-dynamics", share: 1 }] });
    expect({ ...objects[1], file: null }).toEqual({ ...objects[0], file: null });
    expect(code).toBe(0);
  });

  test("one bad file never stops the rest; each refusal names the file, the trouble and what to do", async () => {
    const files = ["ride.fit", "noise.fit", "broken.fit.gz", "empty.fit", "nowhere.fit", "run.fit"].map(path);
    const { code, stdout, stderr } = await footfall(["analyse", ...files, "--json"]);
    const objects: readonly { readonly file: string; readonly error?: { readonly code: string } }[] = JSON.parse(stdout);
    expectShape("analyse", objects);
    expect(objects.map(({ error }) => error?.code)).toEqual(["not-a-run", "unknown-format", "damaged", "empty", "unreadable", undefined]);
    for (const file of files.slice(0, 5)) expect(stderr).toContain(`${file}: `);
    expect(code).toBe(1);
  });

  test("a truncated file whose good records were kept is done, with a warning", async () => {
    const { code, stdout } = await footfall(["analyse", path("cut.fit"), "--json"]);
    const [object]: readonly { readonly warnings: readonly { readonly code: string }[] }[] = JSON.parse(stdout);
    expect(object?.warnings.map((warning) => warning.code)).toContain("truncated");
    expect(code).toBe(0);
  });

  test("--csv has one row per footfall, each number with its band", async () => {
    const [{ stdout }, { stdout: json }] = await Promise.all([footfall(["analyse", path("run.fit"), "--csv"]), footfall(["analyse", path("run.fit"), "--json"])]);
    const rows = await cells(stdout);
    const [summary]: readonly { readonly footfallCount: number }[] = JSON.parse(json);
    expect(rows.length).toBe(summary?.footfallCount);
    for (const { peakCompressionL5S1BodyWeights: value, peakCompressionL5S1BodyWeightsLow: low, peakCompressionL5S1BodyWeightsHigh: high } of rows) {
      expect(Number(low)).toBeLessThan(Number(value));
      expect(Number(value)).toBeLessThan(Number(high));
    }
  });

  test("text gives every number its unit, band and basis", async () => {
    const { stdout } = await footfall(["analyse", path("run.fit")]);
    expect(stdout).toMatch(/ground contact time +\d+ ms +\d+ – \d+ +measured/);
    expect(stdout).toMatch(/L5-S1 +\d\.\d+ body weights +\d\.\d+ – \d\.\d+ +simulated/);
    expect(stdout).toMatch(/loss of stature +\d+(?:\.\d+)? mm +\d+(?:\.\d+)? – \d+(?:\.\d+)? +simulated/);
    expect(stdout).toContain("the same in runners with and without back pain");
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("an unreadable folder is named (skipped as root, whom no mode keeps out)", async () => {
    mkdirSync(path("closed"), { mode: 0 });
    const { code, stderr } = await footfall(["analyse", path("closed")]);
    chmodSync(path("closed"), 0o700);
    expect(stderr).toContain(`${path("closed")}: no permission to read it`);
    expect(code).toBe(1);
  });

  test("a folder without recordings is said to be one", async () => {
    mkdirSync(path("hollow"));
    const { code, stderr } = await footfall(["analyse", path("hollow")]);
    expect(stderr).toContain("no FIT, TCX or GPX file");
    expect(code).toBe(1);
  });
});

describe("simulate", () => {
  test("--json has the published shape and waveforms of one step", async () => {
    const { code, stdout } = await footfall(["simulate", "--speed", "5:30/km", "--step-rate", "170spm", "--mass", "154lb", "--lean", "8deg", "--shoe-stiffness", "95N/mm", "--shoe-distance", "400km", "--json"]);
    const answer: { readonly condition: object; readonly stepRate: { readonly value: number }; readonly waveforms: { readonly sampleRate: number; readonly verticalForce: readonly number[] } } = JSON.parse(stdout);
    expectShape("simulate", answer);
    expect(answer.stepRate.value).toBeCloseTo(170 / 60, 9);
    expect(answer.waveforms.verticalForce.length / answer.waveforms.sampleRate).toBeCloseTo(60 / 170, 2);
    // The mean force over a step is the runner's weight.
    const { verticalForce } = answer.waveforms;
    expect(verticalForce.reduce((sum, force) => sum + force, 0) / verticalForce.length).toBeCloseTo(1, 2);
    expect(code).toBe(0);
  });

  test("--compare and --directions answer in the published shape and in words; what cannot be meant is wrong use", async () => {
    const told = ["simulate", "--speed", "10km/h", "--foot-strike", "rearfoot"];
    const { stdout: json } = await footfall([...told, "--compare", "step-rate=175spm, surface=grass", "--directions", "--json"]);
    const answer: { readonly comparison: { readonly outputs: readonly { readonly name: string; readonly verdict: string | null }[] }; readonly directions: { readonly outputs: readonly { readonly output: string }[] } } = JSON.parse(json);
    expectShape("simulate", answer);
    expect(answer.comparison.outputs.find(({ name }) => name === "L5-S1")?.verdict).toBe("cannot tell");
    expect(answer.directions.outputs.map(({ output }) => output)).toContain("L5-S1");
    const { stdout: text } = await footfall([...told, "--compare", "surface=grass", "--directions"]);
    expect(text).toContain("The evidence here is mixed");
    expect(text).toContain("the model does not know");
    for (const [changes, reason] of [["colour=red", "give option=value"], ["surface=", "give option=value"], ["speed=400km/h", "400km/h"], ["contact-time=0.9s", "does not fit"]] as const) {
      const { code, stderr } = await footfall([...told, "--compare", changes]);
      expect(code).toBe(2);
      expect(stderr).toContain(reason);
    }
  });

  test("--sensitivity and --sources answer in the published shape and in words, and go with one footfall only", async () => {
    const told = ["simulate", "--speed", "3.3", "--mass", "70kg", "--foot-strike", "rearfoot", "--surface", "grass", "--acceleration", "0.5"];
    const { stdout: json } = await footfall([...told, "--sensitivity", "--json"]);
    const answer: { readonly sensitivity: readonly { readonly input: string; readonly isTold: boolean }[]; readonly sources: readonly object[] } = JSON.parse(json);
    expectShape("simulate", answer);
    expect(answer.sensitivity.find(({ input }) => input === "surface")?.isTold).toBe(false);
    expect(answer.sources.length).toBeGreaterThan(10);
    const { stdout: text } = await footfall([...told, "--sensitivity", "--sources"]);
    expect(text).toContain("cannot be told from nothing");
    expect(text).toContain("The evidence here is mixed");
    expect(text).toMatch(/Computed from these works\n {2}morin-2005/);
    expect(await footfall(["simulate", "--batch", path("conditions.csv"), "--sources"])).toMatchObject({ code: 2, stderr: expect.stringContaining("leave --batch out") });
  });

  test("--batch writes the columns back unchanged, then the predictions; a row that cannot be simulated says why", async () => {
    const input = 'runner,speed,stepRate,mass,surface\r\n"one, two",3.0,2.8,70,grass\r\n"say ""hi""",3,170,,\r\nempty,,,,\r\nwalk,1.3,,,\r\nheavy,3,,700,\r\nlava,3,,,lava\r\n';
    writeFileSync(path("conditions.csv"), `\uFEFF${input}`);
    const { code, stdout, stderr } = await footfall(["simulate", "--batch", path("conditions.csv"), "--waveforms"]);
    const rows = await cells(stdout);
    for (const row of rows) expectShape("batch-result", written(row));
    expect(rows.map((row) => [row["runner"], row["speed"], row["stepRate"], row["mass"], row["surface"]])).toEqual([
      ["one, two", "3.0", "2.8", "70", "grass"], ['say "hi"', "3", "170", "", ""], ["empty", "", "", "", ""], ["walk", "1.3", "", "", ""], ["heavy", "3", "", "700", ""], ["lava", "3", "", "", "lava"],
    ]);
    expect(rows.map((row) => row["error"])).toEqual([
      "", "step rate 170: steps per second? did you mean 170spm?", "", "", "mass 700: kilograms? it must lie between 15 and 300 kg", expect.stringContaining('surface "lava"'),
    ]);
    expect(Number(rows[0]?.["predictedStepRate"])).toBe(2.8);
    expect(rows[1]?.["predictedGroundContactTime"]).toBe("");
    expect(stderr).toContain("3 of 6 rows could not be simulated");
    const lines = readFileSync(path("conditions.waveforms.jsonl"), "utf8").trimEnd().split("\n");
    for (const line of lines) expectShape("batch-waveforms", JSON.parse(line));
    expect(lines.length).toBe(6);
    expect(code).toBe(1);
  });

  test("a batch that is no table of conditions is refused with the reason", async () => {
    writeFileSync(path("semicolons.csv"), "speed;mass\n3,1;70\n");
    writeFileSync(path("strange.csv"), "a,b\n1,2\n");
    expect(await footfall(["simulate", "--batch", path("semicolons.csv")])).toMatchObject({ code: 1, stderr: expect.stringContaining("separated by semicolons") });
    expect(await footfall(["simulate", "--batch", path("strange.csv")])).toMatchObject({ code: 1, stderr: expect.stringContaining("none of its columns is a condition") });
    expect(await footfall(["simulate", "--batch", path("nowhere.csv")])).toMatchObject({ code: 1, stderr: expect.stringContaining("there is no such file") });
  });
});

describe("contacts", () => {
  // Half-sine contacts of 0.25 s every 0.36 s on a drifting baseline: a 70 kg runner's impulse of one step is weight × 0.36 s.
  const rate = 1000;
  const weight = 70 * 9.80665;
  const peak = (weight * 0.36 * Math.PI) / (2 * 0.25);
  const force = Array.from({ length: 4000 }, (_, index) => {
    const phase = (index / rate + 0.1) % 0.36;
    return (phase < 0.25 ? peak * Math.sin((Math.PI * phase) / 0.25) : 0) + 0.01 * index;
  });

  test("--json --model has the published shape and finds the contacts that were put in", async () => {
    writeFileSync(path("force.csv"), `time,Fz\n${force.map((value, index) => `${index / rate},${value}`).join("\n")}\n`);
    const { code, stdout } = await footfall(["contacts", path("force.csv"), "--column", "Fz", "--sample-rate", "1000", "--mass", "70", "--model", "--json"]);
    const contacts: readonly { readonly initialContact: number; readonly toeOff: number; readonly peakBodyWeights: number; readonly model: object | null }[] = JSON.parse(stdout);
    expectShape("contacts", contacts);
    // The first is cut off by the record's start, the last by its end.
    expect(contacts.length).toBe(10);
    for (const [index, { initialContact, toeOff, peakBodyWeights, model }] of contacts.entries()) {
      expect(Math.abs(initialContact - 0.26 - 0.36 * index)).toBeLessThan(0.005);
      expect(Math.abs(toeOff - initialContact - 0.25)).toBeLessThan(0.01);
      expect(Math.abs(peakBodyWeights - peak / weight)).toBeLessThan(0.03);
      expect(model).not.toBeNull();
    }
    expect(code).toBe(0);
  });

  test("what is missing or cannot be found is asked for by name", async () => {
    expect(await footfall(["contacts", path("force.csv"), "--mass", "70"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--sample-rate is needed") });
    expect(await footfall(["contacts", path("force.csv"), "--sample-rate", "1000"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--mass is needed") });
    expect(await footfall(["contacts", path("force.csv"), "--sample-rate", "1000", "--mass", "70"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--column time | Fz") });
    expect(await footfall(["contacts", path("force.csv"), "--sample-rate", "1000", "--mass", "70", "--column", "Fy"])).toMatchObject({ code: 2, stderr: expect.stringContaining("it has time, Fz") });
  });
});

describe("wrong use", () => {
  test.each<[readonly string[], RegExp]>([
    [["analyse", "run.fit", "--jsno"], /^footfall analyse: unknown option '--jsno' \(Did you mean --json\?\); see `footfall analyse --help`$/],
    [["analize"], /^footfall: unknown command 'analize' \(Did you mean analyse\?\)/],
    [["analyse"], /^footfall analyse: missing required argument 'FILE'/],
    [["analyse", "x", "--json", "--csv"], /exclude each other/],
    [["simulate", "--mass", "700"], /^footfall: mass 700: kilograms\? it must lie between 15 and 300 kg$/],
    [["simulate", "--step-rate", "170"], /step rate 170: steps per second\? did you mean 170spm\?/],
    [["simulate", "--contact-time", "200ms", "--flight-time", "100ms", "--step-rate", "2"], /leave one of the three out/],
    [["simulate", "--sex", "x"], /give one of female, male/],
    [["simulate", "--waveforms"], /--waveforms goes with --batch/],
  ])("%j ends with 2 and one clear line", async (words, line) => {
    const { code, stdout, stderr } = await footfall(words);
    expect(stderr.trimEnd()).toMatch(line);
    expect(stderr.trimEnd().split("\n").length).toBe(1);
    expect([code, stdout]).toEqual([2, ""]);
  });
});

test("every command has help with an example, and all that give data have --json", async () => {
  const { stdout } = await footfall(["--help"]);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].flatMap(([, name]) => (name === undefined || name === "help" ? [] : [name]));
  expect(names.length).toBeGreaterThanOrEqual(11);
  for (const name of names) {
    const help = await footfall([name, "--help"]);
    expect(help.code, name).toBe(0);
    expect(help.stdout, name).toContain("Example");
    expect(help.stdout, name).toMatch(/--json|Commands:|serve/);
  }
});

describe("a process", () => {
  test.each([
    [["analyse", path("run.fit"), "--json"]], [["analyse", path("nowhere.fit")]], [["analize"]], [["simulate", "--json"]], [["--version"]],
  ])("of its own says and ends the same as one of many commands: %j", async (words) => {
    expect(await spawnFootfall(words)).toEqual(await footfall(words));
  });

  test("ends by itself: no command leaves anything open", async () => {
    const { run, end } = startCommandHost();
    const home = ["--home", path("home")];
    for (const words of [["import", path("run.fit"), path("runs"), "--threads", "2"], ["diary", "none"], ["diary", "flags"], ["link"], ["plan"], ["what-if"], ["backup", path("b.zip")], ["report", "--pdf", path("report.pdf")], ["doctor"]]) {
      const { code, stderr } = await run([...words, ...home]);
      expect(code, `${words.join(" ")}: ${stderr}`).toBe(0);
    }
    expect(await end()).toBe(0);
  });
});

test("a reader that has seen enough is no error", () => {
  const { status, stderr } = spawnSync("sh", ["-c", `{ "${process.execPath}" "${builtCommand}" analyse "${path("run.fit")}" --csv; echo "ended $?" >&2; } | head -n 1 > /dev/null`], { encoding: "utf8" });
  expect(stderr.replace(/^.*not told.*$/m, "").trim()).toBe("ended 0");
  expect(status).toBe(0);
});

describe("truth", () => {
  test("--json has the published shape and the exit code says whether the gate is passed", async () => {
    const { code, stdout } = await footfall(["truth", "--json"]);
    const report: { readonly gate: { readonly passed: boolean } } = JSON.parse(stdout);
    expectShape("truth", report);
    expect(code).toBe(report.gate.passed ? 0 : 3);
  });

  test("--data adds figures from measured data, and names the sets it did not find", async () => {
    writeFileSync(path("GRF_IMU_data.csv"), "Sub,IsFemale,Mass,Speed,GRFPeak,GRFImpulse,GRFtc,IMUPeak,IMUImpulse,IMUtc,IMUsf\n1,0,70,3.8,2.7,0.33,0.21,2.7,0.33,0.21,2.9\n1,0,70,4.1,2.8,0.33,0.2,2.7,0.33,0.21,2.95\n");
    const { stdout, stderr } = await footfall(["truth", "--json", "--data", folder]);
    const report: { readonly data: readonly object[] } = JSON.parse(stdout);
    expectShape("truth", report);
    expect(report.data.length).toBeGreaterThan(0);
    expect(stderr).toContain("fukuchi-2017");
    expect(await footfall(["truth", "--data", path("nowhere")])).toMatchObject({ code: 1, stderr: expect.stringContaining("there is no such file or folder") });
  });
});

test("the bench prints what its schema says, and knows its names", () => {
  const bench = builtCommand.replace("app/cli/main.js", "bench/main.js");
  const { status, stdout } = spawnSync(process.execPath, [bench, "footfalls", "--json"], { encoding: "utf8" });
  expectShape("bench", JSON.parse(stdout));
  expect(status).toBe(0);
  expect(spawnSync(process.execPath, [bench, "nothing"], { encoding: "utf8" })).toMatchObject({ status: 2, stderr: expect.stringContaining("there are fit-decode") });
});
