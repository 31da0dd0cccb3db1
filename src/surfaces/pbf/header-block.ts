import { MapRefusal } from "../map-refusal.ts";
import { WireReader } from "./wire-reader.ts";

const knownFeatures: readonly string[] = ["OsmSchema-V0.6", "DenseNodes"];

/** Refuses a file whose head says that reading it needs more than is known here; throws a WireError where there is no head. */
export function checkHeader(message: Uint8Array): void {
  const reader = new WireReader(message);
  const decoder = new TextDecoder();
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field !== 4) {
      reader.skip();
      continue;
    }
    const feature = decoder.decode(reader.raw());
    if (knownFeatures.includes(feature)) continue;
    const advice = feature === "HistoricalInformation" ? "it is a history file; download the plain extract" : "download the plain extract, or write it anew by `osmium cat`";
    throw new MapRefusal("unsupported", `reading it needs "${feature.slice(0, 40)}", which Footfall does not know: ${advice}`);
  }
}
