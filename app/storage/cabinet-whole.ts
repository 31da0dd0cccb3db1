import { shoeKindFigures, shoeKinds } from "../../src/index.ts";
import { readCabinet } from "./cabinet.ts";
import type { Store } from "./open-store.ts";
import { readShoeRules } from "./run-rules.ts";
import { sampleRunnerId } from "./runners.ts";

/** The cabinet with its rules and the starter list of kinds. */
export function wholeCabinet(store: Store, runnerId: number, now: number) {
  return {
    ...readCabinet(store, runnerId, now),
    rules: readShoeRules(store, runnerId),
    kinds: shoeKinds.map((kind) => ({ kind, ...shoeKindFigures[kind] })),
    isSample: sampleRunnerId(store) === runnerId,
  };
}
