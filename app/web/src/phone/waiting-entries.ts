import type { Synced } from "../../../server/diary-api.ts";
import { ask } from "../api/ask.ts";
import type { ToldEntry } from "../back/entry-form.tsx";

/** An entry written on this phone that the computer does not have yet. */
export interface WaitingEntry extends ToldEntry {
  /** Sent twice, it is kept once. */
  readonly clientId: string;
}

const place = "footfall.waiting";

/** What waits, the oldest first; what cannot be read is left where it is. */
export function waitingEntries(): readonly WaitingEntry[] {
  const text = localStorage.getItem(place);
  const found: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(found) ? found : [];
}

function keep(entries: readonly WaitingEntry[]): void {
  localStorage.setItem(place, JSON.stringify(entries));
}

/** Writes an entry down on the phone. */
export function writeDown(entry: ToldEntry): WaitingEntry {
  const written = { ...entry, clientId: newId() };
  keep([...waitingEntries(), written]);
  return written;
}

/** Takes an entry back that still waits. */
export function takeBack(clientId: string): void {
  keep(waitingEntries().filter((entry) => entry.clientId !== clientId));
}

/** Sends what waits. What the computer refuses is told, and not sent again. */
export async function sendWaiting(): Promise<{ readonly refused: readonly string[]; readonly redFlags: Synced["redFlags"] }> {
  const entries = waitingEntries();
  const { parts, redFlags } = await ask<Synced>("/api/diary/sync", { method: "POST", json: { entries } });
  const answered = new Set(parts.flatMap(({ kind, index }) => (kind === "entries" ? entries[index]?.clientId ?? [] : [])));
  // More may have been written meanwhile.
  keep(waitingEntries().filter(({ clientId }) => !answered.has(clientId)));
  return { refused: parts.flatMap(({ outcome, message }) => (outcome === "refused" ? message ?? "an entry" : [])), redFlags };
}

/** `crypto.randomUUID` is there with a certificate only. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
