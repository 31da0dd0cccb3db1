import { openStore, resolveHome, type Store } from "../storage/index.ts";
import { textOf, type OptionValues } from "./runner-options.ts";

/** Opens the store of the folder the options name, and closes it when the work is done. */
export async function withStore<Result>(options: OptionValues, work: (store: Store) => Promise<Result> | Result): Promise<Result> {
  const store = openStore(resolveHome(textOf(options, "home") ?? undefined));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
