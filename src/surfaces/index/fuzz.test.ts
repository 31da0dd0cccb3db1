import { expect, test } from "vitest";
import { generatedTown } from "../../../bench/generated-map.ts";
import { osmPbfFile } from "../../../bench/osm-pbf-writer.ts";
import { cpuTime } from "../../../test/fixtures/cpu-time.ts";
import { mapOf, piecesIn, readMap, type ReadMap } from "../../../test/fixtures/map-files.ts";
import { mutate } from "../../../test/fixtures/mutate.ts";
import { seededIntegers } from "../../../test/fixtures/seeded.ts";
import { routeOnMap } from "../../../bench/route-on-map.ts";
import { matchSurfaces } from "../match-surfaces.ts";

/** Damaged maps; FUZZ_INPUTS asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 4000);

const town = generatedTown({ seed: 4, blocks: 2, houses: 1 });
// Undeflated ones let the damage through to the innermost messages; deflated ones mostly end at the door.
const seeds = [
  osmPbfFile(town.nodes, town.ways, { isRaw: true }),
  osmPbfFile(town.nodes, town.ways, { isRaw: true, hasPlainNodes: true, blockSize: 30 }),
  osmPbfFile(town.nodes, town.ways, { blockSize: 40 }),
];

test("every damaged map ends in an index or a named refusal", () => {
  const integer = seededIntegers(20_260_502);
  let taken = 0;
  let slowest = 0;
  for (let input = 0; input < inputs; input++) {
    const bytes = mutate(seeds[integer(seeds.length)] ?? expect.unreachable("no seed"), integer);
    const before = cpuTime();
    const read = readMap(bytes, { nodesAtATime: 50 + integer(5000), tileBytes: 1000 });
    slowest = Math.max(slowest, cpuTime() - before);
    taken += checkRead(read) ? 1 : 0;
  }
  console.info(`${inputs} damaged maps, ${taken} taken, slowest ${slowest.toFixed(1)} ms`);
  // A map that is damaged anywhere is refused whole, so that few get through: those whose damage changed no more than a name or a place.
  expect(taken).toBeGreaterThan(inputs / 50);
  expect(slowest).toBeLessThan(2000);
}, 600_000);

function checkRead(read: ReadMap): boolean {
  if ("code" in read.end) {
    expect(read.end.message.length).toBeGreaterThan(20);
    return false;
  }
  const { bounds, ways, corners } = read.end;
  expect(ways).toBeGreaterThan(0);
  expect(corners).toBeGreaterThan(0);
  expect(bounds.south >= -90 && bounds.north <= 90 && bounds.west >= -180 && bounds.east <= 180).toBe(true);
  expect(piecesIn(read).length).toBeGreaterThan(0);
  return true;
}

test("tracks that make no sense are matched without harm", () => {
  const map = mapOf(town.nodes, town.ways);
  const { recording } = routeOnMap(town, 1000, 1, { spread: 3, memory: 10 });
  const integer = seededIntegers(7);
  const nasty = [Number.NaN, Infinity, -Infinity, 0, 90, -90, 180, -180, 1e9, 50.0005, 8.0005];
  for (let times = 0; times < 200; times++) {
    const { latitudeDegrees = new Float64Array(0), longitudeDegrees = new Float64Array(0), distance = new Float64Array(0), ...rest } = recording.samples;
    const spoilt = [latitudeDegrees, longitudeDegrees, distance].map((column) => column.map((value) => (integer(20) === 0 ? nasty[integer(nasty.length)] ?? value : value)));
    const [latitudes = latitudeDegrees, longitudes = longitudeDegrees, distances = distance] = spoilt;
    const { stretches } = matchSurfaces({ ...recording, samples: { ...rest, latitudeDegrees: latitudes, longitudeDegrees: longitudes, distance: times % 2 === 0 ? distance : distances } }, map);
    stretches.forEach(({ from, to }, index) => {
      expect(to).toBeGreaterThan(from);
      expect(from).toBe(index === 0 ? 0 : stretches[index - 1]?.to);
    });
  }
});
