import { useState } from "react";
import type { DiaryImported } from "../../../server/diary-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "../change/use-edit.ts";
import { TableDialog } from "./table-dialog.tsx";

/** The diary out as files, and entries in from a table or from such a file. */
export function DataExchange({ isSample, isEmpty }: { readonly isSample: boolean; readonly isEmpty: boolean }) {
  const edit = useEdit();
  const [table, setTable] = useState<{ readonly name: string; readonly file: string } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const choose = async (file: File): Promise<void> => {
    setTrouble(null);
    try {
      if (!/\.json$/i.test(file.name)) setTable({ name: file.name, file: await base64Of(file) });
      else {
        const diary: unknown = JSON.parse(await file.text());
        await edit(() => ask<DiaryImported>("/api/diary/import", { method: "POST", json: diary }));
      }
    } catch (error) {
      setTrouble(`${file.name}: ${error instanceof SyntaxError ? "this is no JSON file; choose diary.json as it was saved here, or a table as .csv" : error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <section aria-labelledby="exchange-title">
      <h2 id="exchange-title">In and out</h2>
      <p className="quiet">Entries come in from a table (.csv, .tsv) of whatever pain diary you kept, Bearable, Migraine Buddy and Daylio among them, or from a diary.json saved here.</p>
      <div className="actions">
        <label className="button file-button">Take in a table<input type="file" className="unseen" accept=".csv,.tsv,.txt,.json" onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ""; if (file) void choose(file); }} /></label>
        {!isSample && !isEmpty && (
          <>
            <a className="button" href="/api/diary/export.csv" download>Save entries as a table</a>
            <a className="button" href="/api/diary/days.csv" download>Save days as a table</a>
            <a className="button" href="/api/diary/export.json" download>Save everything (diary.json)</a>
          </>
        )}
      </div>
      {trouble && <p role="alert" className="refusal">{trouble}</p>}
      {table && <TableDialog name={table.name} file={table.file} onDone={() => setTable(null)} />}
    </section>
  );
}

/** A file's bytes in base64, whatever they are. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/, "") : ""));
    reader.addEventListener("error", () => reject(new Error("the file could not be read; choose it again")));
    reader.readAsDataURL(file);
  });
}
