import { seededRandom } from "../src/index.ts";
import type { MapNode, MapWay } from "./osm-pbf-writer.ts";

/** What a made-up town is like. */
export interface GeneratedTown {
  readonly seed: number;
  /** Blocks of houses east and north. */
  readonly blocks: number;
  /** Houses in a block: what fills most of a real extract and means nothing to a runner. */
  readonly houses?: number;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** A row of town blocks: its nodes and ways, both in order of their numbers. */
interface TownPart {
  readonly nodes: MapNode[];
  readonly ways: MapWay[];
}

const blockSize = 110;
const metresPerDegree = 111_195;
/** Room for the numbers of one row of blocks. */
const idsARow = 10_000_000;

/**
 * A town of streets on a bent grid: streets of asphalt, some without a word on it, some with a paved footway seven metres beside; parks with paths of gravel, earth and
 * grass; here and there two paths side by side. Nobody's real town. The same seed gives the same map.
 */
export function generatedTown(town: GeneratedTown): TownPart {
  const rows = [...townRows(town)];
  return { nodes: rows.flatMap(({ nodes }) => nodes), ways: rows.flatMap(({ ways }) => ways) };
}

/** The same row by row, for maps too large to be held. */
export function* townRows({ seed, blocks, houses = 0, latitude = 50, longitude = 8 }: GeneratedTown): Generator<TownPart> {
  const degreesEast = 1 / (metresPerDegree * Math.cos((latitude * Math.PI) / 180));
  const at = (east: number, north: number): Omit<MapNode, "id"> => ({ latitude: latitude + north / metresPerDegree, longitude: longitude + east * degreesEast });
  // Bends the grid so that no two streets are alike.
  const bent = (east: number, north: number): readonly [number, number] => [east + 18 * Math.sin(north / 190 + seed), north + 18 * Math.sin(east / 230 + 2 * seed)];
  for (let row = 0; row <= blocks; row++) {
    const random = seededRandom(seed * 1_000_003 + row);
    const nodes: MapNode[] = [];
    const ways: MapWay[] = [];
    const node = (east: number, north: number): number => {
      const id = (row + 1) * idsARow + nodes.length;
      nodes.push({ id, ...at(...bent(east, north)) });
      return id;
    };
    const way = (tags: MapWay["tags"], ids: readonly number[]): void => void ways.push({ id: (row + 1) * idsARow + ways.length, tags, nodes: ids });
    // The crossings come first, so that their numbers are known to the row below.
    for (let column = 0; column <= blocks; column++) node(column * blockSize, row * blockSize);
    const crossing = (column: number, up: number): number => (row + 1 + up) * idsARow + column;
    for (let column = 0; column <= blocks; column++) {
      const [east, north] = [column * blockSize, row * blockSize];
      const along = (isEast: boolean, off: number, first: number, last: number): number[] => {
        const inner = [0.2, 0.4, 0.6, 0.8].map((share) => node(...onSide(east, north, isEast, share * blockSize, off + 2 * (random() - 0.5))));
        return [first, ...inner, last];
      };
      for (const isEast of [true, false]) {
        if ((isEast ? column : row) === blocks) continue;
        const [first, last] = [crossing(column, 0), isEast ? crossing(column + 1, 0) : crossing(column, 1)];
        way(streets[Math.floor(random() * streets.length)]!, along(isEast, 0, first, last));
        if (random() < 0.35) way(besides[Math.floor(random() * besides.length)]!, along(isEast, 7 + 3 * random(), first, last));
      }
      if (column === blocks || row === blocks) continue;
      if (random() < 0.3) {
        const tags = parkPaths[Math.floor(random() * parkPaths.length)]!;
        const middle = node(east + blockSize * (0.35 + 0.3 * random()), north + blockSize * (0.35 + 0.3 * random()));
        way(tags, [crossing(column, 0), middle, crossing(column + 1, 1)]);
        way(parkPaths[Math.floor(random() * parkPaths.length)]!, [crossing(column + 1, 0), middle, crossing(column, 1)]);
      } else {
        for (let house = 0; house < houses; house++) {
          const [x, y] = [east + 15 + random() * 75, north + 15 + random() * 75];
          const [wide, deep] = [7 + 8 * random(), 7 + 8 * random()];
          const corners = [node(x, y), node(x + wide, y), node(x + wide, y + deep), node(x, y + deep)];
          way({ building: "yes", "addr:housenumber": String(1 + Math.floor(random() * 200)), "addr:street": `Street ${Math.floor(random() * 5000)}` }, [...corners, corners[0]!]);
        }
      }
    }
    yield { nodes, ways };
  }
}

function onSide(east: number, north: number, isEast: boolean, along: number, off: number): readonly [number, number] {
  return isEast ? [east + along, north + off] : [east - off, north + along];
}

const streets: readonly MapWay["tags"][] = [
  { highway: "residential", surface: "asphalt" }, { highway: "residential", surface: "asphalt", name: "A street" }, { highway: "residential" }, { highway: "tertiary", surface: "asphalt" },
  { highway: "secondary", surface: "asphalt" }, { highway: "residential", surface: "sett" }, { highway: "living_street", surface: "paving_stones" }, { highway: "service" },
];
const besides: readonly MapWay["tags"][] = [
  { highway: "footway", surface: "paving_stones", footway: "sidewalk" }, { highway: "footway", surface: "asphalt" }, { highway: "path", surface: "gravel" }, { highway: "footway" },
];
const parkPaths: readonly MapWay["tags"][] = [
  { highway: "path", surface: "gravel" }, { highway: "footway", surface: "compacted" }, { highway: "path", surface: "dirt" }, { highway: "path", surface: "grass" },
  { highway: "track", tracktype: "grade2" }, { highway: "path", surface: "woodchips" }, { highway: "path" },
];
