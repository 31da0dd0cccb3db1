import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { FileOutcome, ImportRecord } from "../../../server/api.ts";
import { ask, Refused } from "../api/ask.ts";
import { runnerQuery } from "../api/queries.ts";
import { BodyQuestions } from "./body-questions.tsx";
import type { GivenFile } from "./dropped-files.ts";
import { count, emptyTally, type ImportState } from "./import-state.ts";

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
    await ask<ImportRecord>(`/api/imports/${state.id}/undo`, { method: "POST" });
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
        ref={chooser} type="file" multiple hidden accept=".fit,.tcx,.gpx,.gz" data-testid="files" aria-label="Files to import"
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

// One file after the other, each stored before the next is sent: what was answered is safe, whatever happens then.
async function sendAll(files: readonly GivenFile[], signal: AbortSignal, show: (state: ImportState) => void): Promise<ImportState> {
  const { id } = await ask<ImportRecord>("/api/imports", { method: "POST", json: { files: files.length } });
  const startedAt = performance.now();
  let tally = emptyTally(files.length);
  for (const { name, file } of files) {
    if (signal.aborted) break;
    show({ phase: "running", tally: { ...tally, file: name } });
    const outcome = await sendOne(id, name, file, signal);
    if (outcome) tally = count(tally, outcome, (performance.now() - startedAt) / 1000);
  }
  await ask<ImportRecord>(`/api/imports/${id}/${signal.aborted ? "cancel" : "finish"}`, { method: "POST" });
  return { phase: "over", id, tally, isCancelled: signal.aborted, isUndone: false };
}

async function sendOne(id: number, name: string, file: File, signal: AbortSignal): Promise<FileOutcome | null> {
  try {
    return await ask<FileOutcome>(`/api/imports/${id}/files?name=${encodeURIComponent(name)}`, { method: "PUT", body: file, signal });
  } catch (error) {
    if (signal.aborted) return null;
    // A file that the server will not take at all is one refusal; the others still come in.
    if (error instanceof Refused) return { file: name, imported: [], alreadyHere: [], refused: [{ code: error.code, message: error.message, where: error.where }] };
    throw error;
  }
}
