import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { generatedTown } from "../../bench/generated-map.ts";
import { generatedRun } from "../../bench/generated-run.ts";
import { osmPbfFile } from "../../bench/osm-pbf-writer.ts";
import { backUp, restore } from "../../app/copies/index.ts";
import { examineStore, listEdits, listImports, listPostures, listShoes, listSurfaceMaps, openStore, ownRunnerId, painEntries, readRunner, recomputeStale, settleUnderfoot, takeBack, undoImport, writeRunner, type Store } from "../../app/storage/index.ts";
import { buildOnce } from "../contracts/run-footfall.ts";
import { fillStore } from "../fixtures/full-store.ts";
import { seededIntegers } from "../fixtures/seeded.ts";
import { restoredRows, storeRows } from "../fixtures/store-rows.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

/** Moments at which each kind of writing is ended by kill -9; CRASHES asks for more. */
const crashes = Math.ceil(Number(process.env["CRASHES"] ?? 10) / 5);
const writer = fileURLToPath(new URL("crash-writer.mjs", import.meta.url));
const folder = temporaryFolder();
const base = join(folder, "base");
const material = join(folder, "material");

beforeAll(async () => {
  buildOnce();
  const store = openStore(base);
  await fillStore(store);
  mkdirSync(material);
  writeFileSync(join(material, "run.fit"), generatedRun({ seed: 9, minutes: 10, hasRunningDynamics: true }));
  for (let seed = 0; seed < 40; seed++) {
    const town = generatedTown({ seed: 50 + seed, blocks: 14, houses: 2 });
    writeFileSync(join(material, `town-${seed}.osm.pbf`), osmPbfFile(town.nodes, town.ways, { blockSize: 400 }));
  }
  for (const which of [0, 1, 2]) {
    writeRunner(store, { ...readRunner(store), mass: 50 + which });
    await backUp(base, join(material, `backup-${which}.zip`), { version: "1", now: 0 });
    backedUp.push(restoredRows(base));
  }
  store.close();
});

/** The stores in the three backups that are restored in turn. */
const backedUp: ReturnType<typeof storeRows>[] = [];

/** What a kind of writing has done to a store so far. */
interface WritingKind {
  readonly name: string;
  /** Longest time from the first acknowledgement to the kill [ms]. */
  readonly within: number;
  /** How much there is of what is written; it grows by one with each acknowledgement. Null where it is told otherwise. */
  readonly count?: (store: Store) => number;
  /** Holds a store against the last number acknowledged, beyond what holds for all. */
  readonly hold?: (store: Store, last: number) => void | Promise<void>;
}

const edits = (store: Store): number => listEdits(store, ownRunnerId, 100_000).length;
/** One of the two numbers that can be there: the last acknowledged, or the one under way when the kill came. */
const lastOrNext = (got: number, last: number): void => expect([last, last + 1]).toContain(got);

const kinds: readonly WritingKind[] = [
  {
    name: "diary entry", within: 120, count: (store) => painEntries(store, ownRunnerId).length,
    hold(store, last) {
      const there = new Set(painEntries(store, ownRunnerId).map(({ clientId }) => clientId));
      for (let n = 1; n <= last; n++) expect(there.has(`crash-${n}`)).toBe(true);
      expect(listEdits(store, ownRunnerId, 100_000).filter(({ what }) => what.startsWith("look ")).length).toBe([...there].filter((id) => id.startsWith("crash-")).length);
    },
  },
  {
    name: "shoe edit", within: 150, count: edits,
    hold(store, last) {
      const { distanceBefore = 0 } = listShoes(store, ownRunnerId).find(({ id }) => id === 1) ?? {};
      if (last > 0) lastOrNext(distanceBefore / 1000, last);
    },
  },
  {
    name: "undo", within: 150,
    hold(store) {
      const open = listEdits(store, ownRunnerId, 100_000).filter(({ what, isUndone }) => what.endsWith("under 3 runs") && !isUndone);
      expect(open.length).toBeLessThanOrEqual(1);
      for (const { id } of open) takeBack(store, id, 0);
      // Two of the runs had been given a pair by hand before.
      expect(storeRows(store.home)["shoe_claims"]).toEqual(backedUp[0]?.["shoe_claims"]);
    },
  },
  { name: "posture", within: 120, count: (store) => listPostures(store, ownRunnerId).length },
  {
    name: "recompute", within: 1000,
    async hold(store, last) {
      if (last > 0) expect([60, 61]).toContain(readRunner(store).mass);
      await recomputeStale(store, ownRunnerId);
      expect(storeRows(store.home)["summaries"]).toEqual((await recomputedAfresh(readRunner(store).mass ?? 0))["summaries"]);
    },
  },
  {
    name: "import and its undo", within: 1200,
    hold(store) {
      for (const { id, state, imported } of listImports(store, ownRunnerId)) if (id > 2 && state !== "undone" && imported > 0) undoImport(store, id);
      const { recordings, originals, shoe_claims: claims } = storeRows(store.home);
      expect([recordings, originals, claims]).toEqual([backedUp[0]?.["recordings"], backedUp[0]?.["originals"], backedUp[0]?.["shoe_claims"]]);
    },
  },
  {
    name: "map add", within: 900,
    hold(store, last) {
      const towns = listSurfaceMaps(store).filter(({ name }) => name.startsWith("town-"));
      if (last > 0) expect(towns.some(({ name }) => name === `town-${last % 40}.osm.pbf`)).toBe(true);
      expect(store.first(z.object({ count: z.number() }), "SELECT count(*) AS count FROM surface_maps WHERE contents IS NOT NULL AND NOT EXISTS (SELECT 1 FROM surface_tiles WHERE map_id = surface_maps.id)")?.count).toBe(0);
    },
  },
  {
    name: "backup", within: 300,
    async hold(store, last) {
      const file = join(material, "backup.zip");
      if (last === 0 && !existsSync(file)) return;
      const home = join(folder, `from-backup-${last}`);
      await restore(home, file, { now: 0, passphrase: () => null });
      const brought = openStore(home);
      lastOrNext(Math.round(100 * ((readRunner(brought).mass ?? 0) - 60)), last);
      brought.close();
      expect(readRunner(store).mass).toBeGreaterThanOrEqual(60 + last / 100 - 1e-9);
    },
  },
  {
    name: "restore", within: 900,
    hold(store, last) {
      if (last === 0) return;
      // The last that was acknowledged or the next, never the third, and the whole of it.
      const which = (readRunner(store).mass ?? 0) - 50;
      expect([last % 3, (last + 1) % 3]).toContain(which);
      expect(restoredRows(store.home)).toEqual(backedUp[which]);
    },
  },
];

const afresh = new Map<number, ReturnType<typeof storeRows>>();

/** The store as it is when nothing cuts the recomputing short. */
async function recomputedAfresh(mass: number): Promise<ReturnType<typeof storeRows>> {
  const known = afresh.get(mass);
  if (known) return known;
  const home = join(folder, `mass-${mass}`);
  cpSync(base, home, { recursive: true });
  const store = openStore(home);
  writeRunner(store, { ...readRunner(store), mass });
  await recomputeStale(store, ownRunnerId);
  store.close();
  const rows = storeRows(home);
  afresh.set(mass, rows);
  return rows;
}

/** Writes from number `first` on until it is killed so long [ms] after it is ready; answers the last number acknowledged. */
function writeUntilKilled(home: string, kind: string, first: number, after: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, home, kind, String(first), material], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let trouble = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), after);
      said += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (trouble += text));
    child.on("close", (_code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`${kind} ended by itself: ${trouble}`));
      else resolve(Number(said.trimEnd().split("\n").filter((line) => /^\d+$/.test(line)).at(-1) ?? first - 1));
    });
  });
}

describe.each(kinds)("$name", ({ name, within, count, hold }) => {
  test(`killed at any of ${crashes} moments, all that was acknowledged is there, and nothing half`, async () => {
    const home = join(folder, name.replaceAll(" ", "-"));
    mkdirSync(home);
    copyFileSync(join(base, "footfall.sqlite"), join(home, "footfall.sqlite"));
    const integer = seededIntegers(name.length);
    let last = 0;
    let acknowledged = 0;
    for (let crash = 0; crash < crashes; crash++) {
      const counted = count && inStore(home, count);
      const from = last + 1;
      const reached = await writeUntilKilled(home, name, from, integer(within));
      acknowledged += reached - last;
      const store = openStore(home);
      expect(examineStore(store).flatMap(({ troubles }) => troubles)).toEqual([]);
      // What follows from an edit was settled with it; of an import that was cut short it is when it goes on or is taken back.
      if (name !== "import and its undo") expect(settleUnderfoot(store, ownRunnerId)).toBe(0);
      if (counted !== undefined && count) lastOrNext(count(store) - counted, reached - last);
      last = count && counted !== undefined ? last + count(store) - counted : reached;
      await hold?.(store, reached);
      store.close();
    }
    console.info(`${name}: ${crashes} times killed, ${acknowledged} acknowledged`);
  }, 60_000 + crashes * 10_000);
});

function inStore<Result>(home: string, work: (store: Store) => Result): Result {
  const store = openStore(home);
  try {
    return work(store);
  } finally {
    store.close();
  }
}
