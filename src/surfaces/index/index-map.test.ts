import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { generatedTown } from "../../../bench/generated-map.ts";
import { fileBlock, Message, osmPbfFile, type MapNode, type MapWay } from "../../../bench/osm-pbf-writer.ts";
import { cpuTime } from "../../../test/fixtures/cpu-time.ts";
import { piecesIn, readMap, type ReadMap } from "../../../test/fixtures/map-files.ts";

const node = (id: number, latitude: number, longitude: number): MapNode => ({ id, latitude, longitude });
const path = (id: number, nodes: readonly number[], tags: MapWay["tags"] = { highway: "path", surface: "gravel" }): MapWay => ({ id, tags, nodes });
const cornersOf = (read: ReadMap): (readonly [number, number])[][] => piecesIn(read).map(({ latitudes, longitudes }) => [...latitudes].map((latitude, index) => [latitude, longitudes[index] ?? Number.NaN] as const));
const codeOf = ({ end }: ReadMap): string => ("code" in end ? end.code : "taken");
const noticesOf = ({ end }: ReadMap): readonly string[] => ("code" in end ? [] : end.notices.map(({ code }) => code));

const simple = [node(1, 50.001, 8.001), node(2, 50.002, 8.002), node(7, 50.002, 8.003)];

describe("a good map", () => {
  it("gives back each way's corners to a decimetre, and what it is", () => {
    const read = readMap(osmPbfFile(simple, [path(5, [1, 2, 7]), path(6, [7, 1], { highway: "motorway" }), path(8, [7, 1], { building: "yes" })]));
    expect(read.end).toEqual({ ways: 1, corners: 3, bounds: { south: 50.001, west: 8.001, north: 50.002, east: 8.003 }, notices: [] });
    expect(piecesIn(read)).toMatchObject([{ way: 5, kind: { surface: "gravel", told: "surface", form: "path" } }]);
    expect(cornersOf(read)).toEqual([[[50_001_000, 8_001_000], [50_002_000, 8_002_000], [50_002_000, 8_003_000]]]);
    expect(read.progress.at(-1)).toBe(1);
    expect(read.progress).toEqual(read.progress.toSorted((a, b) => a - b));
  });

  it("reads the same from every way of writing it", () => {
    const town = generatedTown({ seed: 1, blocks: 4, houses: 2 });
    const whole = readMap(osmPbfFile(town.nodes, town.ways));
    const pieces = piecesIn(whole);
    expect(pieces.length).toBeGreaterThan(50);
    const others = [
      osmPbfFile(town.nodes, town.ways, { hasPlainNodes: true }),
      osmPbfFile(town.nodes, town.ways, { isRaw: true }),
      osmPbfFile(town.nodes, town.ways, { blockSize: 17 }),
      osmPbfFile(town.nodes.toReversed(), town.ways),
    ];
    for (const bytes of others) expect(piecesIn(readMap(bytes))).toEqual(pieces);
    // Ways before nodes, as hardly anybody writes.
    const [head, nodes, ways] = [osmPbfFile([], []), osmPbfFile(town.nodes, []), osmPbfFile([], town.ways)];
    expect(piecesIn(readMap(Buffer.concat([ways, nodes.subarray(head.length)])))).toEqual(pieces);
  });

  it("comes out the same in many rounds as in one", () => {
    const town = generatedTown({ seed: 2, blocks: 5 });
    const bytes = osmPbfFile(town.nodes, town.ways, { blockSize: 20 });
    const rounds = readMap(bytes, { nodesAtATime: 60, tileBytes: 500 });
    expect(piecesIn(rounds)).toEqual(piecesIn(readMap(bytes)));
    expect(rounds.end).toEqual(readMap(bytes).end);
    expect(rounds.progress.at(-1)).toBe(1);
  });

  it("cuts a way at the edges of tiles without losing any of it, south and west of zero too", () => {
    for (const [latitude, longitude] of [[50, 8], [-33.9, -70.6], [-0.015, -0.015]] as const) {
      const read = readMap(osmPbfFile([node(1, latitude, longitude), node(2, latitude + 0.03, longitude + 0.017)], [path(3, [1, 2])]));
      const length = (corners: readonly (readonly [number, number])[]): number => corners.slice(1).reduce((sum, [north, east], index) => sum + Math.hypot(north - (corners[index]?.[0] ?? 0), east - (corners[index]?.[1] ?? 0)), 0);
      // Lines that touch two tiles are in both, so that together they are at least the whole.
      const sum = cornersOf(read).reduce((total, corners) => total + length(corners), 0);
      expect(sum).toBeGreaterThanOrEqual(Math.hypot(30_000, 17_000) - 20);
      expect(read.tiles.size).toBeGreaterThanOrEqual(4);
    }
  });
});

describe("a map with losses", () => {
  it("keeps what there is of a way whose corners are missing", () => {
    const read = readMap(osmPbfFile([...simple, node(9, 50.003, 8.004), node(10, 50.004, 8.004)], [path(5, [1, 2, 99, 9, 10]), path(6, [1, 2])]));
    expect(noticesOf(read)).toEqual(["missing-corners"]);
    expect(cornersOf(read).map((corners) => corners.length)).toEqual([2, 2, 2]);
  });

  it("leaves out corners that are nowhere on earth and lines that leap", () => {
    const impossible = readMap(osmPbfFile([...simple, node(9, 91, 8), node(10, 50, 181), node(11, 200, 8e6)], [path(5, [1, 2, 9]), path(6, [2, 10, 11, 7])]));
    expect(noticesOf(impossible)).toEqual(["missing-corners", "impossible-places"]);
    const leaping = readMap(osmPbfFile([...simple, node(9, 50.002, 9)], [path(5, [1, 2, 9])]));
    expect([noticesOf(leaping), cornersOf(leaping).length]).toEqual([["leaps"], 1]);
    const around = readMap(osmPbfFile([node(1, 10, 179.999), node(2, 10, -179.999), node(3, 10.001, -179.999)], [path(5, [1, 2, 3])]));
    expect([noticesOf(around), cornersOf(around).length]).toEqual([["leaps"], 1]);
  });

  it("takes rings, doubled corners and the same way twice as they are", () => {
    const read = readMap(osmPbfFile([...simple, node(2, 0, 0)], [path(5, [1, 2, 7, 1]), path(5, [1, 2, 7, 1]), path(6, [2, 2, 2]), path(7, [1]), path(8, [])]));
    expect(codeOf(read)).toBe("taken");
    // The first place of a node counts.
    expect(cornersOf(read)[0]).toContainEqual([50_002_000, 8_002_000]);
  });
});

const small = osmPbfFile(simple, [path(5, [1, 2, 7])]);

describe("what is no map, or not whole", () => {
  const block = (build: (message: Message) => void): Uint8Array => {
    const message = new Message();
    build(message);
    return fileBlock("OSMData", message, false);
  };
  const blob = (build: (message: Message) => void): Uint8Array => {
    const [content, head, length] = [new Message(), new Message(), Buffer.alloc(4)];
    build(content);
    head.text(1, "OSMData");
    head.number(3, content.length);
    length.writeUInt32BE(head.length);
    return Buffer.concat([length, head.written(), content.written()]);
  };
  const head = osmPbfFile([], []);
  const after = (bytes: Uint8Array): Uint8Array => Buffer.concat([head, bytes]);
  const wayBlock = (build: (way: Message) => void): Uint8Array =>
    block((message) => {
      const [way, group, table] = [new Message(), new Message(), new Message()];
      table.text(1, "highway");
      build(way);
      group.message(3, way);
      message.message(1, table);
      message.message(2, group);
    });

  const refusals: readonly (readonly [what: string, bytes: Uint8Array, code: string, words: RegExp])[] = [
    ["nothing at all", new Uint8Array(0), "empty", /download it again/],
    ["a text", Buffer.from("<?xml version='1.0'?><osm></osm>"), "unknown-format", /\.osm\.pbf/],
    ["the same packed once more", gzipSync(small), "unknown-format", /\.osm\.pbf/],
    ["noise", Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), "unknown-format", /\.osm\.pbf/],
    ["a head and nothing more", head, "not-a-recording", /no way/],
    ["nodes without ways", osmPbfFile(simple, []), "not-a-recording", /no way/],
    ["ways without nodes", osmPbfFile([], [path(5, [1, 2])]), "unsupported", /places/],
    ["a history", osmPbfFile(simple, [], { requiredFeatures: ["OsmSchema-V0.6", "HistoricalInformation"] }), "unsupported", /history/],
    ["blocks packed otherwise", after(blob((message) => message.bytes(7, new Uint8Array(20)))), "unsupported", /Zstandard/],
    ["a block without data", after(blob((message) => message.number(2, 5))), "damaged", /holds no data/],
    ["a block that lies about its size", after(blob((message) => {
      message.number(2, 7);
      message.bytes(3, deflateSync(Buffer.alloc(9)));
    })), "damaged", /another size/],
    ["a block of thirty-three mebibytes of nothing", after(blob((message) => message.bytes(3, deflateSync(Buffer.alloc(33 * 2 ** 20))))), "damaged", /cannot be unpacked/],
    ["many blocks of thirty mebibytes of nothing", after(Buffer.concat(Array.from({ length: 4 }, () => blob((message) => message.bytes(3, deflateSync(Buffer.concat([Buffer.from([0x9a, 0x06, 0x80, 0x80, 0x80, 0x0f]), Buffer.alloc(30 * 2 ** 20)]))))))), "too-large", /times its size/],
    ["a string that is not there", after(wayBlock((way) => {
      way.number(1, 5);
      way.bytes(2, Uint8Array.of(0));
      way.bytes(3, Uint8Array.of(99));
    })), "damaged", /cannot be read/],
    ["a key without its value", after(wayBlock((way) => way.bytes(2, Uint8Array.of(0)))), "damaged", /cannot be read/],
    ["a length of four gibibytes", after(block((message) => {
      message.varint(2 * 8 + 2);
      message.varint(2 ** 32);
    })), "damaged", /byte|cannot be read/],
  ];

  it.each(refusals)("%s is refused by name", (_, bytes, code, words) => {
    const read = readMap(bytes);
    expect(read.end).toMatchObject({ code, message: expect.stringMatching(words) });
    expect([...read.tiles]).toEqual([]);
  });

  it("a file cut anywhere is refused, and says that it was cut", () => {
    for (let length = 1; length < small.length; length++) {
      const { end } = readMap(small.subarray(0, length));
      expect(["damaged", "unknown-format", "not-a-recording"]).toContain("code" in end ? end.code : "taken");
    }
    const town = generatedTown({ seed: 3, blocks: 6, houses: 4 });
    const whole = osmPbfFile(town.nodes, town.ways, { blockSize: 200 });
    expect(readMap(whole.subarray(0, whole.length / 2 + 9)).end).toMatchObject({ code: "damaged", message: expect.stringContaining("cut short"), where: expect.stringMatching(/^byte \d+$/) });
  });
});

test("a table of millions of empty strings costs little", () => {
  const table = new Message();
  for (let index = 0; index < 2_000_000; index++) table.bytes(1, new Uint8Array(0));
  const [message, group, way] = [new Message(), new Message(), new Message()];
  way.number(1, 1);
  group.message(3, way);
  message.message(1, table);
  message.message(2, group);
  const bytes = Buffer.concat([osmPbfFile(simple, [path(5, [1, 2, 7])]), fileBlock("OSMData", message, true)]);
  const before = cpuTime();
  expect(codeOf(readMap(bytes))).toBe("taken");
  expect(cpuTime() - before).toBeLessThan(5000);
});
