import { describe, expect, it, test } from "vitest";
import { osmPbfFile, type MapNode, type MapRelation, type MapWay } from "../../bench/osm-pbf-writer.ts";
import { mapOf, readMap } from "../../test/fixtures/map-files.ts";
import { steadyRecording } from "../../test/fixtures/steady-recording.ts";
import { matchSurfaces } from "./match-surfaces.ts";
import { areaOfTags, type Tags } from "./surface-of-tags.ts";

const metresPerDegree = 111_195;
const latitudeOf = (north: number): number => 50 + north / metresPerDegree;
const longitudeOf = (east: number): number => 8 + east / (metresPerDegree * Math.cos((50 * Math.PI) / 180));

/** A rectangle about the middle of the map [m]: its corners, and the way round them. */
function rectangle(id: number, [west, south, east, north]: readonly [number, number, number, number], tags: MapWay["tags"] = {}): { readonly nodes: MapNode[]; readonly way: MapWay } {
  const corners = [[west, south], [east, south], [east, north], [west, north]] as const;
  const nodes = corners.map(([x, y], index) => ({ id: 10 * id + index, latitude: latitudeOf(y), longitude: longitudeOf(x) }));
  return { nodes, way: { id, tags, nodes: [...nodes.map((node) => node.id), 10 * id] } };
}

/** Far away, so that the map has a way. */
const path = { nodes: [{ id: 1, latitude: latitudeOf(3000), longitude: longitudeOf(0) }, { id: 2, latitude: latitudeOf(3000), longitude: longitudeOf(100) }], way: { id: 1, tags: { highway: "path", surface: "gravel" }, nodes: [1, 2] } };

/** Eastward at 3 m/s through the middle, so far north of it [m]. */
const eastward = (north = 0) => steadyRecording({ seconds: 200, distance: 600, channels: { latitudeDegrees: () => latitudeOf(north), longitudeDegrees: (time) => longitudeOf(3 * time - 300), distance: (time) => 3 * time } });

function match(parts: readonly { readonly nodes: readonly MapNode[]; readonly way: MapWay }[], relations: readonly MapRelation[] = [], north = 0) {
  const all = [path, ...parts];
  return matchSurfaces(eastward(north), mapOf(all.flatMap(({ nodes }) => nodes), all.map(({ way }) => way), { relations })).stretches;
}
const told = (stretches: ReturnType<typeof match>) => stretches.map(({ surface, reason }) => reason ?? surface);

test.each<readonly [tags: Tags, surface: string | null, told: string | null]>([
  [{ leisure: "pitch", surface: "artificial_turf" }, "grass", "surface"],
  [{ leisure: "pitch", sport: "soccer" }, "unknown", "silent"],
  [{ leisure: "park" }, "unknown", "silent"],
  [{ natural: "sand" }, "sand", "leisure"],
  [{ natural: "beach" }, "unknown", "silent"],
  [{ natural: "beach", surface: "pebblestone" }, "gravel", "surface"],
  [{ landuse: "meadow" }, "grass", "leisure"],
  [{ highway: "pedestrian", area: "yes", surface: "sett" }, "paving", "surface"],
  [{ highway: "pedestrian" }, null, null],
  [{ natural: "water" }, null, null],
  [{ landuse: "forest" }, null, null],
  [{ leisure: "pitch", indoor: "yes" }, null, null],
  [{ leisure: "track", sport: "running" }, null, null],
])("%j across is %s, told by %s", (tags, surface, by) => {
  expect(areaOfTags(tags)).toEqual(surface === null ? null : { form: "area", surface, told: by });
});

describe("open ground crossed away from any way", () => {
  it("is what the map says it is, and not surely", () => {
    const stretches = match([rectangle(5, [-1000, -100, 1000, 100], { landuse: "grass" })]);
    expect(told(stretches)).toEqual(["grass"]);
    // As much as open ground is trusted, in the literature's own words.
    expect(stretches[0]?.confidence).toBeCloseTo(0.6, 3);
  });

  it("stays unknown, with the reason, where the map is silent of what it is made of", () => {
    expect(told(match([rectangle(5, [-1000, -100, 1000, 100], { leisure: "park" })]))).toEqual(["area-silent"]);
  });

  it("stays unknown near its edge, where the watch cannot tell inside from out", () => {
    expect(told(match([rectangle(5, [-1000, -100, 1000, 2], { landuse: "grass" })]))).toEqual(["no-way"]);
    expect(told(match([rectangle(5, [-1000, -100, 1000, 100], { landuse: "grass" })], [], 120))).toEqual(["no-way"]);
  });

  it("is the innermost: a pitch in a park, from edge to edge", () => {
    const stretches = match([rectangle(5, [-1000, -200, 1000, 200], { leisure: "park" }), rectangle(6, [-100, -100, 100, 100], { leisure: "pitch", surface: "grass" })]);
    // At the pitch's edge the watch cannot tell on which side it is.
    expect(told(stretches)).toEqual(["area-silent", "no-way", "grass", "no-way", "area-silent"]);
    expect(Math.abs((stretches[2]?.from ?? 0) - 200)).toBeLessThan(20);
    expect(Math.abs((stretches[2]?.to ?? 0) - 400)).toBeLessThan(20);
  });

  it("gives way to a path across it", () => {
    const crossing = { nodes: [{ id: 3, latitude: latitudeOf(0), longitude: longitudeOf(-1000) }, { id: 4, latitude: latitudeOf(0), longitude: longitudeOf(1000) }], way: { id: 2, tags: { highway: "path", surface: "gravel" }, nodes: [3, 4] } };
    expect(told(match([rectangle(5, [-1000, -100, 1000, 100], { landuse: "grass" }), crossing]))).toEqual(["gravel"]);
  });
});

describe("multipolygons", () => {
  const outer = rectangle(5, [-1000, -100, 1000, 100]);
  const inner = rectangle(6, [-100, -50, 100, 50]);
  const grass = { id: 7, tags: { type: "multipolygon", landuse: "grass" }, ways: [5, 6] };

  it("have holes", () => {
    const stretches = match([outer, inner], [grass]);
    expect(told(stretches)).toEqual(["grass", "no-way", "grass"]);
    expect(Math.abs((stretches[0]?.to ?? 0) - 200)).toBeLessThan(20);
  });

  it("may be made of open ways that meet at their ends", () => {
    const [a, b, c, d] = outer.way.nodes;
    const halves = [{ nodes: outer.nodes, way: { ...outer.way, id: 8, nodes: [a ?? 0, b ?? 0, c ?? 0] } }, { nodes: [], way: { ...outer.way, id: 9, nodes: [c ?? 0, d ?? 0, a ?? 0] } }];
    expect(told(match(halves, [{ ...grass, ways: [8, 9] }]))).toEqual(["grass"]);
  });

  it("that are not whole in the file are left out, and that is said", () => {
    for (const ways of [[5, 99], [5, 1]]) {
      const all = [path, outer, inner];
      const { end } = readMap(osmPbfFile(all.flatMap(({ nodes }) => nodes), all.map(({ way }) => way), { relations: [{ ...grass, ways }] }));
      expect("code" in end ? [] : end.notices.map(({ code }) => code), String(ways)).toEqual(["areas-left-out"]);
    }
  });

  it("are running tracks too: run along the edges, between outer and inner", () => {
    const track = [rectangle(5, [-1000, -60, 1000, 4]), rectangle(6, [-990, -50, 990, -4])];
    expect(told(match(track, [{ id: 7, tags: { type: "multipolygon", leisure: "track", sport: "running" }, ways: [5, 6] }]))).toEqual(["track"]);
  });

  it("come out the same in many rounds as in one, and whatever else a relation is, it is none of ours", () => {
    const all = [path, outer, inner];
    const bytes = osmPbfFile(all.flatMap(({ nodes }) => nodes), all.map(({ way }) => way), { relations: [grass, { id: 8, tags: { type: "boundary", landuse: "grass" }, ways: [5] }], blockSize: 1 });
    expect(readMap(bytes, { nodesAtATime: 12, tileBytes: 100 }).end).toEqual(readMap(bytes).end);
    expect(readMap(bytes).end).toMatchObject({ ways: 3, notices: [] });
  });
});
