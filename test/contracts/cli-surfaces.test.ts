import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { generatedTown } from "../../bench/generated-map.ts";
import { osmPbfFile } from "../../bench/osm-pbf-writer.ts";
import { routeOnMap } from "../../bench/route-on-map.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { trackGpx } from "../fixtures/track-gpx.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall, type Ended } from "./run-footfall.ts";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const surfaces = (...words: readonly string[]): Promise<Ended> => footfall(["surfaces", ...words, "--home", path("home")]);

beforeAll(async () => {
  buildOnce();
  const town = generatedTown({ seed: 6, blocks: 8, houses: 3 });
  const bytes = osmPbfFile(town.nodes, town.ways);
  writeFileSync(path("town.osm.pbf"), bytes);
  writeFileSync(path("half.osm.pbf"), bytes.subarray(0, bytes.length / 2));
  writeFileSync(path("notes.txt"), "a shopping list");
  writeFileSync(path("run.gpx"), trackGpx(routeOnMap(town, 3000, 2, { spread: 4, memory: 20 }).recording));
  await footfall(["import", path("run.gpx"), "--home", path("home")]);
});

describe("footfall surfaces, from a map to a run's surfaces and back", () => {
  let map = "";

  test("bad files are refused by name, and nothing of them is kept", async () => {
    expect(await surfaces("add", path("half.osm.pbf"))).toMatchObject({ code: 1, stderr: expect.stringMatching(/half\.osm\.pbf: byte \d+: .*cut short, download it again/) });
    expect(await surfaces("add", path("notes.txt"))).toMatchObject({ code: 1, stderr: expect.stringContaining("no OpenStreetMap extract") });
    expect(await surfaces("add", path("nowhere.osm.pbf"))).toMatchObject({ code: 1, stderr: expect.stringContaining("there is no such file") });
    expect(await surfaces("add", folder)).toMatchObject({ code: 1, stderr: expect.stringContaining("it is a folder") });
    expect(await surfaces("maps")).toMatchObject({ code: 0, stdout: expect.stringContaining("No maps yet") });
  });

  test("a run before there is a map says that there is none", async () => {
    const { code, stdout, stderr } = await surfaces("match", "1");
    expect(stdout).toContain("100 % unknown");
    expect(stderr).toContain("There is no map yet");
    expect(code).toBe(0);
  });

  test("a map is added with progress, listed, and known again", async () => {
    const { code, stdout } = await surfaces("add", path("town.osm.pbf"), "--json");
    const added: { readonly outcome: string; readonly map: { readonly id: number } } = JSON.parse(stdout);
    map = String(added.map.id);
    expectShape("added-surface-map", added);
    expect([code, added.outcome]).toEqual([0, "added"]);
    expect((await surfaces("add", path("town.osm.pbf"))).stdout).toContain("was here already");
    const list = await surfaces("maps", "--json");
    expectShape("surface-maps", JSON.parse(list.stdout));
    expect((await surfaces("maps")).stdout).toMatch(/town\.osm\.pbf, \d+ streets, paths and grounds, 50\.00° N to 50\.01° N/);
  });

  test("runs are matched, one or all, each stretch with its surface or the reason", async () => {
    const { code, stdout } = await surfaces("match", "--all", "--json");
    const [match]: readonly { readonly run: number; readonly shares: readonly { readonly share: number }[] }[] = JSON.parse(stdout);
    expectShape("surface-match", match);
    expect(match?.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(code).toBe(0);
    expect((await surfaces("match", "1")).stdout).toMatch(/ – .* likely, \d+ %/);
    expect((await surfaces("match", "--all")).stdout).toMatch(/^ +1 {2}.*unknown \d+ %\n$/);
  });

  test("a map is removed and brought back", async () => {
    const gone = await surfaces("maps", "--remove", map, "--json");
    expectShape("surface-map", JSON.parse(gone.stdout));
    expect((await surfaces("match", "1")).stdout).toContain("100 % unknown");
    expect((await surfaces("maps")).stdout).toContain("removed");
    expect((await surfaces("maps", "--restore", map)).stdout).toContain("in use again");
    expect(await surfaces("maps", "--restore", map)).toMatchObject({ code: 1, stderr: expect.stringContaining(`no map ${map} among the removed`) });
  });

  test("what was said of the ground goes out and comes in again, and a file that cannot be meant is refused by its line", async () => {
    await surfaces("set", "1", "grass", "--from", "0.5km", "--to", "1km");
    await surfaces("rules", "--add", "dirt", "--kind", "trail");
    for (const name of ["ground.csv", "ground.json"]) await surfaces("export", "--to", path(name));
    expectShape("surfaces-export", JSON.parse((await surfaces("export")).stdout));
    await surfaces("set", "1", "forget");
    await surfaces("rules", "--drop", "1");
    const taken = await surfaces("import", path("ground.csv"), "--json");
    expectShape("surfaces-import", JSON.parse(taken.stdout));
    expect(JSON.parse(taken.stdout)).toMatchObject({ rules: 1, stretches: 1, unknownRuns: 0 });
    expect((await surfaces("import", path("ground.json"))).stdout).toBe("all of it was here already.\n");
    expect((await surfaces("list", "1")).stdout).toContain("grass");
    writeFileSync(path("lawn.csv"), "surface,startedAt\nlawn,2026-05-02T07:00:00Z\n");
    expect(await surfaces("import", path("lawn.csv"))).toMatchObject({ code: 1, stderr: expect.stringContaining("nobody knows a ground “lawn”") });
  });

  test("wrong use is said in one line", async () => {
    expect(await surfaces("match")).toMatchObject({ code: 2, stderr: expect.stringContaining("--all") });
    expect(await surfaces("match", "1", "--all")).toMatchObject({ code: 2 });
    expect(await surfaces("match", "77")).toMatchObject({ code: 1, stderr: expect.stringContaining("no run 77") });
    expect(await surfaces("maps", "--remove", "x")).toMatchObject({ code: 2, stderr: expect.stringContaining("give its number") });
    expect((await surfaces("add", "--help")).stdout).toContain("footfall surfaces add ~/Downloads");
  });
});
