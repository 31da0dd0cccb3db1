import { describe, expect, it, test } from "vitest";
import { generatedTown } from "../../bench/generated-map.ts";
import type { MapNode, MapWay } from "../../bench/osm-pbf-writer.ts";
import { routeOnMap, type WatchError } from "../../bench/route-on-map.ts";
import { mapOf } from "../../test/fixtures/map-files.ts";
import { steadyRecording } from "../../test/fixtures/steady-recording.ts";
import type { Recording, Surface } from "../domain/index.ts";
import { matchSurfaces } from "./match-surfaces.ts";
import { surfaceOfTags } from "./surface-of-tags.ts";

const metresPerDegree = 111_195;
const degreesNorth = (metres: number): number => metres / metresPerDegree;
const degreesEast = (metres: number): number => metres / (metresPerDegree * Math.cos((50 * Math.PI) / 180));

/** Straight ways from west to east, each so far north of the first [m]. */
function parallel(...ways: readonly (readonly [north: number, tags: MapWay["tags"], from?: number, to?: number])[]): { readonly nodes: MapNode[]; readonly ways: MapWay[] } {
  const nodes = ways.flatMap(([north, , from = -100, to = 2100], index) => [from, to].map((east, end) => ({ id: 10 * index + end + 1, latitude: 50 + degreesNorth(north), longitude: 8 + degreesEast(east) })));
  return { nodes, ways: ways.map(([, tags], index) => ({ id: index + 1, tags, nodes: [10 * index + 1, 10 * index + 2] })) };
}

/** Two kilometres east at 3 m/s, so far north of the first way [m]. */
function eastward(north: number | ((east: number) => number), extra: Partial<Recording> = {}): Recording {
  const at = typeof north === "number" ? () => north : north;
  return { ...steadyRecording({ seconds: 666, distance: 1998, channels: { latitudeDegrees: (time) => 50 + degreesNorth(at(3 * time)), longitudeDegrees: (time) => 8 + degreesEast(3 * time), distance: (time) => 3 * time } }), ...extra };
}

const asphalt = { highway: "cycleway", surface: "asphalt" };
const gravel = { highway: "path", surface: "gravel" };
const match = (map: ReturnType<typeof parallel>, recording: Recording) => matchSurfaces(recording, mapOf(map.nodes, map.ways)).stretches;
const told = (stretches: ReturnType<typeof match>) => stretches.map(({ surface, reason }) => reason ?? surface);

describe("a run along one way", () => {
  it("is of its surface from end to end, as sure as the map's tag is", () => {
    const stretches = match(parallel([0, gravel]), eastward(2));
    expect(stretches).toMatchObject([{ from: 0, to: 1998, surface: "gravel", by: "map", reason: null }]);
    expect(stretches[0]?.confidence).toBeGreaterThan(0.93);
    expect(stretches[0]?.confidence).toBeLessThanOrEqual(0.95);
  });

  it("says why where the map is silent or unclear", () => {
    expect(told(match(parallel([0, { highway: "path" }]), eastward(0)))).toEqual(["map-silent"]);
    expect(told(match(parallel([0, { highway: "path", surface: "paved" }]), eastward(0)))).toEqual(["map-unclear"]);
  });

  it("changes where the surface does, to about a point's spacing", () => {
    const nodes = [-100, 900, 2100].map((east, index) => ({ id: index + 1, latitude: 50, longitude: 8 + degreesEast(east) }));
    const ways = [{ id: 1, tags: gravel, nodes: [1, 2] }, { id: 2, tags: asphalt, nodes: [2, 3] }];
    const stretches = matchSurfaces(eastward(1), mapOf(nodes, ways)).stretches.filter(({ reason }) => reason === null);
    expect(stretches.map(({ surface }) => surface)).toEqual(["gravel", "asphalt"]);
    expect(Math.abs((stretches[0]?.to ?? 0) - 900)).toBeLessThan(30);
    expect(Math.abs((stretches[1]?.from ?? 0) - 900)).toBeLessThan(30);
  });

  it("is not taken in by ways that cross it", () => {
    const map = parallel([0, gravel]);
    for (const east of [300, 700, 1100]) {
      const nodes = [-80, 80].map((north, end) => ({ id: 1000 + east + end, latitude: 50 + degreesNorth(north), longitude: 8 + degreesEast(east) }));
      map.nodes.push(...nodes);
      map.ways.push({ id: 1000 + east, tags: asphalt, nodes: nodes.map(({ id }) => id) });
    }
    expect(told(match(map, eastward(2)))).toEqual(["gravel"]);
  });
});

describe("two ways side by side", () => {
  it("of one surface are that surface, whichever it was", () => {
    expect(told(match(parallel([0, asphalt], [6, { ...asphalt, highway: "residential" }]), eastward(3)))).toEqual(["asphalt"]);
  });

  it("of different surface stay unknown half-way between, by symmetry", () => {
    expect(told(match(parallel([0, asphalt], [8, { ...gravel, highway: "cycleway" }]), eastward(4)))).toEqual(["ways-close"]);
  });

  it("are told apart where they lie far enough from each other", () => {
    expect(told(match(parallel([0, asphalt], [30, gravel]), eastward(1)))).toEqual(["asphalt"]);
    expect(told(match(parallel([0, asphalt], [30, gravel]), eastward(29)))).toEqual(["gravel"]);
  });
});

describe("where there is nothing to go by", () => {
  it("a run away from every way is on no mapped way", () => {
    expect(told(match(parallel([0, gravel], [600, gravel]), eastward(300)))).toEqual(["no-way"]);
  });

  it("a run that no map covers says so, and one without positions too", () => {
    expect(told(match(parallel([0, gravel], [100, gravel]), eastward(5000)))).toEqual(["no-map"]);
    expect(matchSurfaces(eastward(0), { bounds: [], piecesOf: () => [] }).stretches.map(({ reason }) => reason)).toEqual(["no-map"]);
    const indoors = steadyRecording({ seconds: 600, distance: 1800, channels: { distance: (time) => 3 * time } });
    expect(match(parallel([0, gravel]), indoors)).toEqual([{ from: 0, to: 1800, surface: "unknown", by: "map", reason: "no-position", confidence: null }]);
    expect(match(parallel([0, gravel]), steadyRecording({ seconds: 10, channels: {} }))).toEqual([]);
  });

  it("a gap in the fixes is unknown for as long as it lasts", () => {
    const whole = eastward(0);
    const { latitudeDegrees = new Float64Array(0) } = whole.samples;
    const stretches = match(parallel([0, gravel]), { ...whole, samples: { ...whole.samples, latitudeDegrees: latitudeDegrees.map((latitude, second) => (second >= 200 && second < 300 ? Number.NaN : latitude)) } });
    expect(told(stretches)).toEqual(["gravel", "no-position", "gravel"]);
    expect([stretches[1]?.from, stretches[1]?.to].map((metres) => Math.round((metres ?? 0) / 20))).toEqual([30, 45]);
  });
});

/** Shares of a run's seconds [1] by what was said of them, over some runs through a made-up town. */
function quality(error: WatchError, runs = 4): { readonly right: number; readonly wrong: number; readonly unknown: number; readonly promised: number } {
  const town = generatedTown({ seed: 3, blocks: 20 });
  const map = mapOf(town.nodes, town.ways);
  const count = { right: 0, wrong: 0, unknown: 0, promised: 0 };
  for (let seed = 0; seed < runs; seed++) {
    const { recording, under } = routeOnMap(town, 10_000, seed, error);
    const { stretches } = matchSurfaces(recording, map);
    under.forEach((tags, second) => {
      const truth: Surface = surfaceOfTags(tags)?.surface ?? "unknown";
      const stretch = stretches.find(({ to }) => 3 * second <= to);
      if (!stretch || stretch.surface === "unknown") count.unknown++;
      else {
        count[stretch.surface === truth ? "right" : "wrong"]++;
        count.promised += stretch.confidence ?? 0;
      }
    });
  }
  const all = count.right + count.wrong + count.unknown;
  return { right: count.right / all, wrong: count.wrong / all, unknown: count.unknown / all, promised: count.promised / (count.right + count.wrong) };
}

// The town changes its surface every hundred metres, has paths seven metres beside a third of its streets, and 14 % of the run on ways whose surface no tag tells.
test.each([[3, 0.65, 0.01], [5, 0.55, 0.015], [10, 0.3, 0.03]])("with a watch %d m off, at least %d of a town run is right and at most %d wrong", (spread, least, most) => {
  const { right, wrong, unknown, promised } = quality({ spread, memory: 30 });
  console.info(`σ ${spread} m: right ${(100 * right).toFixed(1)} %, wrong ${(100 * wrong).toFixed(1)} %, unknown ${(100 * unknown).toFixed(1)} %`);
  expect(right).toBeGreaterThan(least);
  expect(wrong).toBeLessThan(most);
  // Of what it named, no more was wrong than it said might be.
  expect(wrong / (right + wrong)).toBeLessThan(1 - promised);
});
