import { rmSync } from "node:fs";
import { join } from "node:path";
import { databaseName, exchangeStore, openStore, purgeAside, removeSample } from "../storage/index.ts";
import { removeOwnBackups } from "./backup.ts";

/** Puts an empty store in the place of a home's and removes everything else there for good, own backups too. Nobody may have the store open. */
export function removeAll(home: string, now: number): null {
  const folder = join(home, "empty");
  rmSync(folder, { recursive: true, force: true });
  const empty = openStore(folder);
  // Emptiness was asked for: no sample comes into it.
  removeSample(empty);
  empty.close();
  exchangeStore(home, join(folder, databaseName), now);
  rmSync(folder, { recursive: true, force: true });
  purgeAside(home, Infinity);
  removeOwnBackups(home);
  return null;
}
