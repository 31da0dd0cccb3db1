import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ImportRecord, Removed } from "../../../server/api.ts";
import { ask } from "../api/ask.ts";
import { importsQuery, statusQuery } from "../api/queries.ts";
import { useImport } from "../import/import-context.tsx";
import { momentWords } from "../words/dates.ts";
import { countWords } from "../words/units.ts";
import { useNote } from "./notes.tsx";

/** What is kept, where it came from, and how it goes again. */
export function DataSection() {
  const { data: { imports } } = useSuspenseQuery(importsQuery);
  const { data: status } = useSuspenseQuery(statusQuery);
  const client = useQueryClient();
  const say = useNote();
  const { open } = useImport();
  const change = async (work: () => Promise<string>): Promise<void> => {
    try {
      say({ text: await work() });
    } catch (error) {
      say({ text: error instanceof Error ? error.message : String(error) });
    }
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "runner" });
  };
  const undo = (record: ImportRecord) => change(async () => {
    await ask<ImportRecord>(`/api/imports/${record.id}/undo`, { method: "POST" });
    return `The ${countWords(record.imported, "run")} of that import are gone again.`;
  });
  const removeSample = () => change(async () => {
    const { runs } = await ask<Removed>("/api/sample", { method: "DELETE" });
    return `The sample’s ${countWords(runs, "run")} are removed and stay away.`;
  });
  const own = imports.filter(({ source }) => source !== "sample");
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">Data</h2>
      {own.length === 0 && <p className="quiet">Your imports will be listed here, each with a way back.</p>}
      {own.length > 0 && (
        <ul className="imports">
          {own.map((record) => (
            <li key={record.id}>
              <span>
                {momentWords(record.startedAt)}, {sourceWords(record.source)}: {outcomeWords(record)}
                {record.refused.length > 0 && (
                  <details>
                    <summary>Not taken, and why</summary>
                    <ul className="refusals">{record.refused.map((refusal, index) => <li key={index}><strong className="file-name">{refusal.file}</strong>{refusal.where ? `, ${refusal.where}` : ""}: {refusal.message}</li>)}</ul>
                  </details>
                )}
              </span>
              {record.imported > 0 && (record.state === "done" || record.state === "cancelled") && <button type="button" onClick={() => void undo(record)} aria-label={`Undo the import of ${momentWords(record.startedAt)}`}>Undo</button>}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <button type="button" onClick={() => open()}>Import runs</button>
        <Link to="/runs/twice" className="button">Runs that came twice</Link>
        {status.hasSample && <button type="button" onClick={() => void removeSample()}>Remove the sample for good</button>}
      </div>
    </section>
  );
}

const sourceWords = (source: string): string => (source === "web" ? "in the browser" : `by ${source}`);

function outcomeWords({ state, imported, alreadyHere, refused }: ImportRecord): string {
  if (state === "undone") return `${countWords(imported, "run")}, taken back`;
  const parts = [countWords(imported, "run"), ...(alreadyHere > 0 ? [`${alreadyHere} already here`] : []), ...(refused.length > 0 ? [`${refused.length} not taken`] : [])];
  return parts.join(", ") + (state === "cancelled" ? ", stopped early" : "");
}
