import type { GroundImported } from "../../../server/underfoot-api.ts";
import { FileExchange, partsWords, saidParts } from "./file-exchange.tsx";

/** What was said of the ground as a file, out and in. */
export function GroundFiles() {
  return (
    <section aria-labelledby="ground-files-title">
      <h2 id="ground-files-title">Take it with you, or bring it in</h2>
      <p className="quiet">Your rules and what you said of stretches, as a table or as JSON. Rules in a file take the place of those here. Maps are added above.</p>
      <FileExchange<GroundImported> hasAny path="/api/surfaces" name="ground" label="A file of what was said of the ground" told={(taken) => partsWords(saidParts(taken))} />
    </section>
  );
}
