import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { PostureImported } from "../../../server/posture-api.ts";
import { ask } from "../api/ask.ts";
import { countWords } from "../words/units.ts";

/** Out to a file, and in again. */
export function Exchange({ hasEntries }: { readonly hasEntries: boolean }) {
  const id = useId();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const json: unknown = await file.text().then((text) => JSON.parse(text)).catch(() => null);
      if (json === null) throw new Error(`${file.name} is not JSON: choose a file that Footfall wrote.`);
      const { added, alreadyHere } = await ask<PostureImported>("/api/posture/import", { method: "POST", json });
      setOutcome(`${countWords(added.length, "posture")} taken in${alreadyHere > 0 ? `, ${alreadyHere} already here` : ""}.`);
    } catch (error) {
      setOutcome(error instanceof Error ? error.message : String(error));
    }
    await client.invalidateQueries();
  };
  return (
    <div className="actions">
      {hasEntries && <a className="button" href="/api/posture/export.json" download>Save as JSON</a>}
      {hasEntries && <a className="button" href="/api/posture/export.csv" download>Save as a table</a>}
      <label className="button" htmlFor={id}>Take in a JSON file</label>
      <input id={id} className="unseen file-choice" type="file" accept=".json,application/json" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ""; }} />
      <span role="status" className="quiet">{outcome}</span>
    </div>
  );
}
