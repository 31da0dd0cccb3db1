import { useRef, useState } from "react";
import type { Cabinet, CabinetImported } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "./use-edit.ts";

/** The cabinet as a file, out and in. */
export function ShoeFiles({ cabinet: { shoes } }: { readonly cabinet: Cabinet }) {
  const edit = useEdit();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    try {
      const text = await file.text();
      await edit(async () => {
        const taken = await ask<CabinetImported>("/api/shoes/import", { method: "POST", json: { text } });
        setSaid(`${file.name}: ${takenWords(taken)}`);
        return taken;
      });
    } catch (error) {
      setSaid(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">Take it with you, or bring it in</h2>
      <p className="quiet">The cabinet as a table or as JSON. A big export’s list of activities (activities.csv, with its columns Filename and Activity Gear) gives each run the pair it names.</p>
      {said && <p role="status">{said}</p>}
      <div className="actions">
        {shoes.length > 0 && <a className="button" href="/api/shoes.csv" download="shoes.csv">As a table</a>}
        {shoes.length > 0 && <a className="button" href="/api/shoes.json" download="shoes.json">As JSON</a>}
        <button type="button" onClick={() => input.current?.click()}>Bring in a file</button>
        <input
          ref={input} type="file" hidden accept=".csv,.json" data-testid="cabinet-file" aria-label="A cabinet’s file"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file) void take(file);
          }}
        />
      </div>
    </section>
  );
}

function takenWords({ added, changed, runs, unknownFiles }: CabinetImported): string {
  const parts = [
    ...(added.length > 0 ? [`${added.length} added (${added.join(", ")})`] : []), ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(runs > 0 ? [`${runs} runs got their pair`] : []), ...(unknownFiles > 0 ? [`${unknownFiles} of its files are not here`] : []),
  ];
  return parts.length === 0 ? "all of it was here already." : `${parts.join(", ")}.`;
}
