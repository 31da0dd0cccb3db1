import { useEffect, useId, useRef, useState } from "react";
import type { TableImported, TablePreview } from "../../../server/diary-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "../change/use-edit.ts";
import { momentWords } from "../words/dates.ts";
import { countWords } from "../words/units.ts";
import { entryWords } from "./pain-words.ts";
import { ColumnChoice, PlaceChoice, ReadingChoice, type TableOptions } from "./table-choices.tsx";

/** A table before it is taken in: what was understood of it, and what the runner puts right. */
export function TableDialog({ name, file, onDone }: { readonly name: string; /** Its bytes in base64. */ readonly file: string; readonly onDone: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const edit = useEdit();
  const [options, setOptions] = useState<TableOptions>(() => ({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone }));
  const [preview, setPreview] = useState<TablePreview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const left = new AbortController();
    ask<TablePreview>("/api/diary/table/preview", { method: "POST", json: { name, file, options }, signal: left.signal })
      .then((next) => { setPreview(next); setTrouble(null); })
      .catch((error: unknown) => { if (!left.signal.aborted) setTrouble(error instanceof Error ? error.message : String(error)); });
    return () => left.abort();
  }, [name, file, options]);
  const take = async (): Promise<void> => {
    setTaking(true);
    try {
      await edit(() => ask<TableImported>("/api/diary/table/import", { method: "POST", json: { name, file, options } }));
      onDone();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      setTaking(false);
    }
  };
  const isDays = preview?.format === "footfall-days";
  const hasNew = preview !== null && (isDays ? preview.days > 0 : preview.fresh > 0);
  return (
    <dialog ref={dialog} className="wide" aria-labelledby={`${id}-title`} onClose={onDone}>
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); void take(); }}>
        <h2 id={`${id}-title`} className="file-name">Take in {name}</h2>
        {preview === null && trouble === null && <p className="quiet">Reading the file…</p>}
        {preview && <Understood preview={preview} />}
        {(trouble ?? preview?.trouble) && <p role="alert" className="refusal">{capital(trouble ?? preview?.trouble?.message ?? "")}.</p>}
        {preview && !isDays && (
          <>
            {preview.format !== "footfall" && <ReadingChoice preview={preview} options={options} onChange={setOptions} />}
            <PlaceChoice preview={preview} options={options} onChange={setOptions} />
            <details open={preview.trouble?.where === "mapping" || undefined}>
              <summary>Columns</summary>
              <ColumnChoice columns={preview.columns} onMap={(mapping) => setOptions({ ...options, mapping })} />
            </details>
            {preview.first.length > 0 && <First entries={preview.first} />}
            {preview.refused.length > 0 && <Refused rows={preview.refused} />}
          </>
        )}
        <div className="actions">
          <button type="submit" className="main" disabled={preview === null || preview.trouble !== null || !hasNew || isTaking}>{preview === null || !hasNew ? "Nothing to take in" : isDays ? `Take in ${countWords(preview.days, "day")}` : `Take in ${countWords(preview.fresh, "entry", "entries")}`}</button>
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>Leave it</button>
          <span role="status" className="quiet">{isTaking ? "Taking it in…" : ""}</span>
        </div>
        <p className="quiet">All of it can be taken back with one Undo.</p>
      </form>
    </dialog>
  );
}

const formatNames: Record<TablePreview["format"], string> = { footfall: "Footfall’s own table of entries", "footfall-days": "Footfall’s own table of days", bearable: "a table from Bearable", "migraine-buddy": "a table from Migraine Buddy", daylio: "a table from Daylio", other: "a table of another program; its columns are guessed, look them over" };
const separatorNames: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs" };
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function Understood({ preview }: { readonly preview: TablePreview }) {
  const { format, rows, otherRows, fresh, alreadyHere, otherHere, removedBefore, leftOut, rounded, encoding, separator, assumptions } = preview;
  const counts = [
    `${countWords(rows, "row")}`, `${countWords(fresh, "new entry", "new entries")}`,
    ...(alreadyHere > 0 ? [`${alreadyHere} here already${otherHere > 0 ? `, ${otherHere} of them with other contents, left as they are here` : ""}`] : []),
    ...(removedBefore > 0 ? [`${removedBefore} that you removed before`] : []), ...(otherRows > 0 ? [`${countWords(otherRows, "row")} about something else`] : []),
    ...(leftOut > 0 ? [`${countWords(leftOut, "row")} left out for their place`] : []), ...(rounded > 0 ? [`${countWords(rounded, "rating")} rounded to whole numbers`] : []),
  ];
  return (
    <>
      <p>{capital(formatNames[format])}. {format === "footfall-days" ? `${countWords(preview.days, "day")}.` : `${counts.join("; ")}.`}</p>
      <p className="quiet">Read as {encoding}, columns parted by {separatorNames[separator] ?? `“${separator}”`}.{assumptions.map((text) => ` ${text}`).join("")}</p>
    </>
  );
}

function First({ entries }: { readonly entries: TablePreview["first"] }) {
  return (
    <section aria-label="The first entries as they would be kept">
      <h3>The first entries, as they would be kept</h3>
      <ul className="first-entries">{entries.slice(0, 5).map((entry, index) => <li key={index}><span className="quiet">{momentWords(entry.at)}</span> {entryWords(entry)}{entry.note && <span className="quiet"> · {entry.note}</span>}</li>)}</ul>
    </section>
  );
}

function Refused({ rows }: { readonly rows: TablePreview["refused"] }) {
  const few = 50;
  return (
    <details open={rows.length <= 3}>
      <summary>{countWords(rows.length, "row")} not taken, and why</summary>
      <ul className="refusals">{rows.slice(0, few).map(({ line, reason }) => <li key={line}><strong>Line {line}</strong>: {reason}</li>)}</ul>
      {rows.length > few && <p className="quiet">And {rows.length - few} more.</p>}
    </details>
  );
}
