import { useRef, useState } from "react";
import type { EditRecord } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "./use-edit.ts";

/** Out to files, a table or JSON, and in again; what comes in can be taken back. */
export function FileExchange<Taken extends { readonly edit: EditRecord | null }>({ hasAny, path, name, label, told }: {
  /** Whether there is anything to take out. */
  readonly hasAny: boolean;
  /** Routes: `.csv` and `.json` of it go out, `/import` takes in. */
  readonly path: string;
  /** Of the saved files, without ending. */
  readonly name: string;
  /** What the file is, for who cannot see the button. */
  readonly label: string;
  /** What came of a file. */
  readonly told: (taken: Taken) => string;
}) {
  const edit = useEdit();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    try {
      const text = await file.text();
      await edit(async () => {
        const taken = await ask<Taken>(`${path}/import`, { method: "POST", json: { text } });
        setSaid(`${file.name}: ${told(taken)}`);
        return taken;
      });
    } catch (error) {
      setSaid(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <>
      {said && <p role="status">{said}</p>}
      <div className="actions">
        {hasAny && <a className="button" href={`${path}.csv`} download={`${name}.csv`}>As a table</a>}
        {hasAny && <a className="button" href={`${path}.json`} download={`${name}.json`}>As JSON</a>}
        <button type="button" onClick={() => input.current?.click()}>Bring in a file</button>
        <input
          ref={input} type="file" hidden accept=".csv,.json" data-testid={`${name}-file`} aria-label={label}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file) void take(file);
          }}
        />
      </div>
    </>
  );
}

/** What a file said of which runs, in parts of a sentence. */
export function saidParts({ rules, stretches, unknownRuns }: { readonly rules: number | null; readonly stretches: number; readonly unknownRuns: number }): readonly string[] {
  return [
    ...(rules === null ? [] : [`${rules} ${rules === 1 ? "rule" : "rules"} in the place of those here`]), ...(stretches > 0 ? [`${stretches} ${stretches === 1 ? "stretch" : "stretches"} said`] : []),
    ...(unknownRuns > 0 ? [`${unknownRuns} left out: their runs are not here`] : []),
  ];
}

export const partsWords = (parts: readonly string[]): string => (parts.length === 0 ? "all of it was here already." : `${parts.join(", ")}.`);
