import type { FileOutcome, ImportProgress, ImportRecord } from "../../../server/api.ts";
import { ask, Refused } from "../api/ask.ts";
import type { GivenFile } from "./dropped-files.ts";
import { count, emptyTally, withProgress, withRecord, type ImportState, type Tally } from "./import-state.ts";

type Show = (state: ImportState) => void;

/** Sends what the runner gave: loose files as one import, then each archive as one of its own. */
export async function sendAll(files: readonly GivenFile[], signal: AbortSignal, show: Show): Promise<ImportState> {
  const isArchive = ({ name }: GivenFile): boolean => /\.zip$/i.test(name);
  const loose = files.filter((file) => !isArchive(file));
  const ids: number[] = [];
  let tally = emptyTally(loose.length);
  if (loose.length > 0) {
    const sent = await sendLoose(loose, signal, show);
    ids.push(sent.id);
    ({ tally } = sent);
  }
  for (const archive of files.filter(isArchive)) {
    if (signal.aborted) break;
    const sent = await sendArchive(archive, tally, signal, show);
    if (sent.id !== null) ids.push(sent.id);
    ({ tally } = sent);
  }
  return { phase: "over", ids, tally, isCancelled: signal.aborted, isUndone: false };
}

// One file after the other, each stored before the next is sent: what was answered is safe, whatever happens then.
async function sendLoose(files: readonly GivenFile[], signal: AbortSignal, show: Show): Promise<{ readonly id: number; readonly tally: Tally }> {
  const { id } = await ask<ImportRecord>("/api/imports", { method: "POST", json: { files: files.length } });
  const startedAt = performance.now();
  let tally = emptyTally(files.length);
  for (const { name, file } of files) {
    if (signal.aborted) break;
    show({ phase: "running", tally: { ...tally, file: name } });
    const outcome = await sendOne(id, name, file, signal);
    if (outcome) tally = count(tally, outcome, (performance.now() - startedAt) / 1000);
  }
  const { cameTwice } = await ask<ImportRecord>(`/api/imports/${id}/${signal.aborted ? "cancel" : "finish"}`, { method: "POST" });
  return { id, tally: { ...tally, cameTwice } };
}

async function sendOne(id: number, name: string, file: File, signal: AbortSignal): Promise<FileOutcome | null> {
  try {
    return await ask<FileOutcome>(`/api/imports/${id}/files?name=${encodeURIComponent(name)}`, { method: "PUT", body: file, signal });
  } catch (error) {
    if (signal.aborted) return null;
    // A file that the server will not take at all is one refusal; the others still come in.
    if (error instanceof Refused) return { file: name, imported: [], alreadyHere: [], notRun: null, refused: [{ code: error.code, message: error.message, where: error.where }] };
    throw error;
  }
}

async function sendArchive({ name, file }: GivenFile, before: Tally, signal: AbortSignal, show: Show): Promise<{ readonly id: number | null; readonly tally: Tally }> {
  show({ phase: "running", tally: { ...emptyTally(0), file: name } });
  let id: number;
  try {
    ({ id } = await ask<ImportRecord>(`/api/imports/archive?name=${encodeURIComponent(name.replace(/^.*\//, ""))}`, { method: "POST", body: file, type: "application/zip", signal }));
  } catch (error) {
    if (signal.aborted) return { id: null, tally: before };
    if (error instanceof Refused) return { id: null, tally: { ...before, refused: [...before.refused, { file: name, message: error.message, where: error.where }] } };
    throw error;
  }
  const record = await followed(id, signal, (progress) => show({ phase: "running", tally: withProgress(before, progress) }));
  return { id, tally: withRecord(before, record) };
}

/** Follows an import to its end; aborting stops it there. */
function followed(id: number, signal: AbortSignal, onProgress: (progress: ImportProgress) => void): Promise<ImportRecord> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/imports/${id}/events`);
    const stop = (): void => void ask<ImportRecord>(`/api/imports/${id}/cancel`, { method: "POST" }).catch(() => undefined);
    const end = (): void => {
      events.close();
      signal.removeEventListener("abort", stop);
    };
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    events.addEventListener("progress", ({ data }) => onProgress(JSON.parse(data)));
    events.addEventListener("done", ({ data }) => {
      end();
      resolve(JSON.parse(data));
    });
    events.addEventListener("error", () => {
      // The browser tries again by itself unless the server is gone for good.
      if (events.readyState !== EventSource.CLOSED) return;
      end();
      reject(new Error("Footfall is not running any more. Start it again: it goes on with the archive by itself."));
    });
  });
}
