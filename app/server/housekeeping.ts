import { clearTemporary } from "../copies/index.ts";
import { purgeAside, purgeDeletedRuns, purgeEdits, purgeRemovedMaps, type Store } from "../storage/index.ts";

const aDay = 86_400_000;

/** Removes for good what can no longer be brought back, at once and then once a day. */
export function keepHouse(store: Store, report: (error: unknown) => void): { readonly stop: () => void } {
  const clean = (): void => {
    try {
      const now = Math.floor(Date.now() / 1000);
      purgeDeletedRuns(store, now);
      purgeEdits(store, now);
      purgeRemovedMaps(store, now);
      purgeAside(store.home, now);
      clearTemporary(store.home);
    } catch (error) {
      // A full or read-only disk keeps what it has; the app goes on.
      report(error);
    }
  };
  clean();
  const timer = setInterval(clean, aDay).unref();
  return { stop: () => clearInterval(timer) };
}
