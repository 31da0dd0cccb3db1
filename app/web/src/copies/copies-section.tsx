import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { CopyJob, CopyRequest, DataPlace } from "../../../server/copies-api.ts";
import { ask } from "../api/ask.ts";
import { placeQuery } from "../api/data-queries.ts";
import { useNote } from "../parts/notes.tsx";
import { momentWords } from "../words/dates.ts";
import { sizeWords } from "../words/units.ts";
import { JobPanel } from "./job-panel.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { RemoveEverything } from "./remove-everything.tsx";

/** Where everything lives, copies of it, the way back to one, and how all of it goes. */
export function CopiesSection() {
  const { data } = useSuspenseQuery(placeQuery);
  const client = useQueryClient();
  const say = useNote();
  const [sending, setSending] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      say({ text: error instanceof Error ? error.message : String(error) });
    }
    await client.invalidateQueries({ queryKey: placeQuery.queryKey });
  };
  const make = (json: CopyRequest) => void attempt(async () => void (await ask<CopyJob>("/api/data/copies", { method: "POST", json })));
  const bringBack = (said: string) => void attempt(async () => {
    await ask<DataPlace>("/api/data/restore/undo", { method: "POST" });
    await client.invalidateQueries();
    say({ text: said });
  });
  const restore = (file: File, passphrase: string) => void attempt(async () => {
    setSending(true);
    const headers = passphrase === "" ? {} : { "x-passphrase": encodeURIComponent(passphrase) };
    await ask<CopyJob>(`/api/data/restore?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file, type: "application/zip", headers }).finally(() => setSending(false));
  });
  const isBusy = sending || data.job?.state === "running";
  const isRestored = data.job?.kind === "restore" && data.job.state === "done";
  // Everything that was shown may be another's now.
  useEffect(() => void (isRestored && client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "data" })), [isRestored, client]);
  return (
    <section aria-labelledby="copies-title">
      <h2 id="copies-title">Backups and your data</h2>
      <p>Everything lives in one folder on this machine, <span className="file-name">{data.home}</span>, {sizeWords(data.bytes)}.</p>
      <MakeCopy isBusy={isBusy} onMake={make} />
      <Restore isBusy={isBusy} onRestore={restore} />
      {sending && <p role="status">Sending the file to Footfall on this machine…</p>}
      {data.job && <JobPanel job={data.job} />}
      {data.setAsideAt && !isBusy && (
        <p>The data that a restore took the place of on {momentWords(data.setAsideAt)} are kept for thirty days. <button type="button" onClick={() => bringBack("The data of before are back; what they took the place of is kept in turn.")}>Bring them back</button></p>
      )}
      <RemoveEverything isBusy={isBusy} />
    </section>
  );
}

function MakeCopy({ isBusy, onMake }: { readonly isBusy: boolean; readonly onMake: (asked: CopyRequest) => void }) {
  const [isLocked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const differ = isLocked && again !== "" && again !== passphrase;
  const isReady = !isLocked || (passphrase !== "" && again === passphrase);
  return (
    <form className="copies-form" onSubmit={(event) => { event.preventDefault(); if (isReady) onMake({ kind: "backup", passphrase: isLocked ? passphrase : null }); }}>
      <h3>Keep a copy</h3>
      <p className="quiet">A backup is one file with everything in it, to be put back here or on another machine. An export is the same in formats that other programs read. You can go on meanwhile; keep the file on another disk.</p>
      <label className="tick"><input type="checkbox" checked={isLocked} onChange={({ target }) => setLocked(target.checked)} /> Lock the backup with a passphrase</label>
      {isLocked && (
        <>
          <PassphraseField label="Passphrase" isNew value={passphrase} onChange={setPassphrase} hint="There is no way back without it. Four or five words nobody would guess are good." />
          <PassphraseField label="The same again" isNew value={again} onChange={setAgain} hint={differ ? "The two differ." : ""} />
        </>
      )}
      <div className="actions">
        <button type="submit" className="main" disabled={isBusy || !isReady}>Back up now</button>
        <button type="button" disabled={isBusy} onClick={() => onMake({ kind: "export" })}>Export</button>
      </div>
    </form>
  );
}

function Restore({ isBusy, onRestore }: { readonly isBusy: boolean; readonly onRestore: (file: File, passphrase: string) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const input = useRef<HTMLInputElement>(null);
  return (
    <form className="copies-form" onSubmit={(event) => { event.preventDefault(); if (file) onRestore(file, passphrase); }}>
      <h3>Go back to one</h3>
      <p className="quiet">A backup or an export of Footfall takes the place of all that is here, once it is checked whole. What is here now is kept for thirty days and can be brought back.</p>
      <div className="actions">
        <button type="button" disabled={isBusy} onClick={() => input.current?.click()}>{file ? "Choose another file" : "Choose a file"}</button>
        {file && <span className="file-name">{file.name}, {sizeWords(file.size)}</span>}
        <input ref={input} type="file" hidden accept=".zip,application/zip" data-testid="copy-file" aria-label="A backup or export of Footfall" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
      </div>
      {file && (
        <>
          <PassphraseField label="Passphrase, if it is locked" isNew={false} value={passphrase} onChange={setPassphrase} hint="" />
          <div className="actions"><button type="submit" disabled={isBusy}>Restore it</button></div>
        </>
      )}
    </form>
  );
}
