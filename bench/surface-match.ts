import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addSurfaceMap, mapIndex, openMapFile, openStore } from "../app/storage/index.ts";
import { matchSurfaces } from "../src/index.ts";
import { generatedTown } from "./generated-map.ts";
import { secondsOf } from "./interleave.ts";
import { osmPbf } from "./osm-pbf-writer.ts";
import type { BenchResult } from "./result.ts";
import { routeOnMap } from "./route-on-map.ts";

const runs = 20;

/** A run of 10 km through a town of 36 km², its map read from a store: milliseconds, the median of some runs. */
export async function surfaceMatch(): Promise<readonly BenchResult[]> {
  const home = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  const store = openStore(home);
  try {
    const town = generatedTown({ seed: 1, blocks: 55, houses: 8 });
    const path = join(home, "town.osm.pbf");
    writeFileSync(path, Buffer.concat([...osmPbf(town.nodes, town.ways)]));
    const file = openMapFile(path);
    const { outcome } = await addSurfaceMap(store, file, { now: 0 });
    file.close();
    if (outcome !== "added") throw new Error(`the map was ${outcome}`);
    const times: number[] = [];
    for (let seed = 0; seed <= runs; seed++) {
      const { recording } = routeOnMap(town, 10_000, seed, { spread: 5, memory: 30 });
      const seconds = await secondsOf(() => void matchSurfaces(recording, mapIndex(store)));
      // The first one warms up and does not count.
      if (seed > 0) times.push(seconds);
    }
    return [{ name: "surface-match", value: 1000 * (times.toSorted((a, b) => a - b)[runs >> 1] ?? Number.NaN), unit: "ms", peer: null, peerValue: null, ratio: null }];
  } finally {
    store.close();
    rmSync(home, { recursive: true, force: true });
  }
}
