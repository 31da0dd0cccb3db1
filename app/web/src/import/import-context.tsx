import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { ImportRecord } from "../../../server/api.ts";
import { ask } from "../api/ask.ts";
import { runnerQuery } from "../api/queries.ts";
import { BodyQuestions } from "./body-questions.tsx";
import type { GivenFile } from "./dropped-files.ts";
import type { ImportState } from "./import-state.ts";
import { sendAll } from "./send-files.ts";

interface ImportDoor {
  readonly state: ImportState;
  /** Opens the door: asks for the body first where it was never told, then for files where none were given. */
  readonly open: (files?: readonly GivenFile[]) => void;
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

const ImportContext = createContext<ImportDoor | null>(null);

export function useImport(): ImportDoor {
  const door = use(ImportContext);
  if (!door) throw new Error("useImport outside ImportProvider");
  return door;
}

export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ phase: "none" });
  const [waiting, setWaiting] = useState<readonly GivenFile[] | null>(null);
  const running = useRef<AbortController | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const refresh = useCallback(() => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "runner" }), [client]);

  const start = useCallback(async (files: readonly GivenFile[]) => {
    if (files.length === 0 || running.current) return;
    const controller = new AbortController();
    running.current = controller;
    try {
      setState(await sendAll(files, controller.signal, setState));
    } catch (error) {
      setState({ phase: "failed", message: error instanceof Error ? error.message : String(error) });
    }
    running.current = null;
    await refresh();
  }, [refresh]);

  const choose = useCallback((files: readonly GivenFile[]) => {
    if (files.length > 0) void start(files);
    else chooser.current?.click();
  }, [start]);

  const open = useCallback((files: readonly GivenFile[] = []) => {
    if (running.current) return;
    if (client.getQueryData(runnerQuery.queryKey)?.isComplete === false) setWaiting(files);
    else choose(files);
  }, [client, choose]);

  const undo = useCallback(async () => {
    if (state.phase !== "over") return;
    for (const id of state.ids.toReversed()) await ask<ImportRecord>(`/api/imports/${id}/undo`, { method: "POST" });
    setState({ ...state, isUndone: true });
    await refresh();
  }, [state, refresh]);

  const door = useMemo<ImportDoor>(() => ({
    state, open, cancel: () => running.current?.abort(), undo: () => void undo(), dismiss: () => setState({ phase: "none" }),
  }), [state, open, undo]);

  return (
    <ImportContext value={door}>
      {children}
      <input
        ref={chooser} type="file" multiple hidden accept=".fit,.tcx,.gpx,.gz,.zip" data-testid="files" aria-label="Files to import"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].map((file) => ({ name: file.name, file }));
          event.target.value = "";
          void start(files);
        }}
      />
      {waiting && <BodyQuestions fileCount={waiting.length} onClose={() => setWaiting(null)} onDone={() => { setWaiting(null); choose(waiting); }} />}
    </ImportContext>
  );
}
