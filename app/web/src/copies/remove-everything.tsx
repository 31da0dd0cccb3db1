import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import type { DataPlace } from "../../../server/copies-api.ts";
import { ask } from "../api/ask.ts";
import { useNote } from "../parts/notes.tsx";

const words = "remove everything";

/** The one thing here that has no way back: it asks for words, not for a click. */
export function RemoveEverything({ isBusy }: { readonly isBusy: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const client = useQueryClient();
  const say = useNote();
  const [typed, setTyped] = useState("");
  const id = useId();
  const remove = useMutation({
    mutationFn: () => ask<DataPlace>("/api/data/remove", { method: "POST", json: { words } }),
    onSuccess: async () => {
      dialog.current?.close();
      await client.invalidateQueries();
      say({ text: "Everything is removed. Footfall is as new." });
    },
  });
  const isMeant = typed.trim().toLowerCase() === words;
  return (
    <div className="copies-form">
      <h3>Leave</h3>
      <p className="quiet">Removes runs, diary, shoes, postures, maps and settings from this machine, with the backups in Footfall’s own folder. Copies that you saved elsewhere stay.</p>
      <div className="actions"><button type="button" disabled={isBusy} onClick={() => { setTyped(""); remove.reset(); dialog.current?.showModal(); }}>Remove everything…</button></div>
      <dialog ref={dialog} aria-labelledby={`${id}-title`}>
        <form method="dialog" onSubmit={(event) => { event.preventDefault(); if (isMeant) remove.mutate(); }}>
          <h2 id={`${id}-title`}>Remove everything for good?</h2>
          <p>There is no way back from this but a backup of yours.</p>
          <div className="field">
            <label htmlFor={id}>Type “{words}”</label>
            <input id={id} type="text" autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
          </div>
          {remove.error && <p role="alert">{remove.error.message}</p>}
          <div className="actions">
            <button type="submit" disabled={!isMeant || remove.isPending}>Remove everything</button>
            <button type="button" className="main" onClick={() => dialog.current?.close()}>Keep it</button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
