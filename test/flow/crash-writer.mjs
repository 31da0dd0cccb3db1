// Writes one kind of thing again and again into a store until it is killed, saying after each what the store has acknowledged. Run by crashes.test.ts.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { backUp, restore } from "../../dist/app/copies/index.js";
import {
  addPosture, addSurfaceMap, assignShoe, changeShoe, importFiles, listSurfaceMaps, openMapFile, openStore, ownRunnerId, purgeRemovedMaps, readRunner, recomputeStale, removeSurfaceMap, settlePosture, takeBack, undoImport, writeRunner,
} from "../../dist/app/storage/index.js";
import { addPainEntries } from "../../dist/app/storage/pain-diary.js";

const [home, kind, first, material] = process.argv.slice(2);
const now = 1_790_000_000;
const isOwnStore = kind !== "restore";
const store = isOwnStore ? openStore(home) : null;

/** Each writes its nth thing; what it returns was acknowledged. */
const writers = {
  "diary entry"(n) {
    addPainEntries(store, ownRunnerId, [{ clientId: `crash-${n}`, at: now + n, utcOffset: 0, pains: [{ region: "lower-lumbar", side: "left", painRating: 1 + (n % 10) }], occasion: "after-run", note: null }], { now: now + n, what: `look ${n}` });
  },
  "shoe edit"(n) {
    changeShoe(store, 1, { distanceBefore: 1000 * n }, now + n);
  },
  undo(n) {
    const edit = assignShoe(store, { runIds: [1, 2, 3], shoeId: 1, from: n % 300, to: 400 }, now + n);
    takeBack(store, edit.id, now + n);
  },
  posture(n) {
    addPosture(store, ownRunnerId, { day: "2023-01-05", sideView: null, toldLean: { degrees: n % 20, spreadDegrees: 2 }, inclinometer: null, note: `crash-${n}` }, now + n);
  },
  async recompute(n) {
    store.transaction(() => {
      writeRunner(store, { ...readRunner(store), mass: 60 + (n % 2) });
      settlePosture(store, ownRunnerId);
    });
    await recomputeStale(store, ownRunnerId);
  },
  async "import and its undo"() {
    const file = openMapFile(join(material, "run.fit"));
    const bytes = file.bytes.read(0, file.bytes.size);
    file.close();
    const { id } = await importFiles(store, [{ name: "crash.fit", bytes }], { source: "test", now });
    undoImport(store, id);
  },
  async "map add"(n) {
    // The one before the last goes, so that each is new.
    for (const { id } of listSurfaceMaps(store).filter(({ name }) => name.startsWith("town-")).slice(1)) removeSurfaceMap(store, id, 0);
    purgeRemovedMaps(store, now);
    const file = openMapFile(join(material, `town-${n % 40}.osm.pbf`));
    await addSurfaceMap(store, file, { now });
    file.close();
  },
  async backup(n) {
    writeRunner(store, { ...readRunner(store), mass: 60 + n / 100 });
    await backUp(home, join(material, "backup.zip"), { version: "1", now });
  },
  async restore(n) {
    await restore(home, join(material, `backup-${n % 3}.zip`), { now: now + n, passphrase: () => null });
  },
};

writeSync(1, "ready\n");
for (let n = Number(first); ; n++) {
  await writers[kind](n);
  writeSync(1, `${n}\n`);
}
