import type { Cabinet, CabinetImported } from "../../../server/underfoot-api.ts";
import { FileExchange, partsWords, saidParts } from "./file-exchange.tsx";

/** The cabinet as a file, out and in. */
export function ShoeFiles({ cabinet: { shoes } }: { readonly cabinet: Cabinet }) {
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">Take it with you, or bring it in</h2>
      <p className="quiet">The cabinet as a table or as JSON: its pairs, and which goes with which run; photos go with a backup. A big export’s list of activities (activities.csv, with its columns Filename and Activity Gear) gives each run the pair it names.</p>
      <FileExchange<CabinetImported> hasAny={shoes.length > 0} path="/api/shoes" name="shoes" label="A cabinet’s file" told={(taken) => partsWords(takenParts(taken))} />
    </section>
  );
}

function takenParts({ added, changed, runs, unknownFiles, ...said }: CabinetImported): readonly string[] {
  return [
    ...(added.length > 0 ? [`${added.length} added (${added.join(", ")})`] : []), ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(runs > 0 ? [`${runs} runs got their pair`] : []), ...(unknownFiles > 0 ? [`${unknownFiles} of its files are not here`] : []), ...saidParts(said),
  ];
}
