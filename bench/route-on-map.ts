import { seededRandom, type Recording } from "../src/index.ts";
import type { MapNode, MapWay } from "./osm-pbf-writer.ts";

/** A run along the ways of a made-up map, and what was truly under the foot. */
export interface RouteOnMap {
  readonly recording: Recording;
  /** Tags of the way under the foot at each second of the recording. */
  readonly under: readonly MapWay["tags"][];
}

/** How the watch errs: a normal error east and north [m] that fades over so many seconds; 0 for one that is new at each fix. */
export interface WatchError {
  readonly spread: number;
  readonly memory: number;
}

const metresPerDegree = 111_195;
const speed = 3;

/** A run that takes any way at each crossing, never straight back; seeded. */
export function routeOnMap({ nodes, ways }: { readonly nodes: readonly MapNode[]; readonly ways: readonly MapWay[] }, length: number, seed: number, error: WatchError): RouteOnMap {
  const random = seededRandom(seed);
  const places = new Map(nodes.map((node) => [node.id, node]));
  const runnable = ways.filter(({ tags }) => tags["highway"] !== undefined);
  const waysAt = new Map<number, MapWay[]>();
  for (const way of runnable) for (const end of [way.nodes[0]!, way.nodes.at(-1)!]) waysAt.set(end, [...(waysAt.get(end) ?? []), way]);
  const cosine = Math.cos((nodes[0]!.latitude * Math.PI) / 180);
  const latitudes: number[] = [];
  const longitudes: number[] = [];
  const under: MapWay["tags"][] = [];
  let way = runnable[Math.floor(random() * runnable.length)]!;
  let corners = way.nodes;
  let left = 0;
  for (let run = 0; run < length; ) {
    for (let corner = 1; corner < corners.length; corner++) {
      const [from, to] = [places.get(corners[corner - 1]!)!, places.get(corners[corner]!)!];
      const [east, north] = [(to.longitude - from.longitude) * metresPerDegree * cosine, (to.latitude - from.latitude) * metresPerDegree];
      const stretch = Math.hypot(east, north);
      for (; left < stretch; left += speed) {
        latitudes.push(from.latitude + (to.latitude - from.latitude) * (left / stretch));
        longitudes.push(from.longitude + (to.longitude - from.longitude) * (left / stretch));
        under.push(way.tags);
      }
      left -= stretch;
      run += stretch;
    }
    const end = corners.at(-1)!;
    const choices = (waysAt.get(end) ?? []).filter((choice) => choice !== way);
    way = choices[Math.floor(random() * choices.length)] ?? way;
    corners = way.nodes[0] === end ? way.nodes : way.nodes.toReversed();
  }
  const [errorEast, errorNorth] = [drifting(error, random), drifting(error, random)];
  const time = Float64Array.from(latitudes, (_, second) => second);
  const distance = time.map((second) => speed * second);
  const recording: Recording = {
    format: "fit", sport: "running", sportFrom: "file", startedAt: 1_770_000_000, utcOffset: 3600, duration: time.length - 1, distance: distance.at(-1) ?? 0,
    device: null, title: null, indoor: null, pauses: [], notices: [],
    samples: {
      length: time.length, time, distance,
      latitudeDegrees: Float64Array.from(latitudes, (latitude) => latitude + errorNorth() / metresPerDegree),
      longitudeDegrees: Float64Array.from(longitudes, (longitude) => longitude + errorEast() / (metresPerDegree * cosine)),
    },
  };
  return { recording, under };
}

function drifting({ spread, memory }: WatchError, random: () => number): () => number {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const kept = memory > 0 ? Math.exp(-1 / memory) : 0;
  let error = spread * normal();
  return () => (error = kept * error + Math.sqrt(1 - kept * kept) * spread * normal());
}
