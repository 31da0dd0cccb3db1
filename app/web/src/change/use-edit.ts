import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Changed, EditRecord } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { useNote } from "../parts/notes.tsx";

/** Sends a change, says what was done with a way back, and brings the pages up to date. Throws what the server refused, for the form to say in place. */
export function useEdit(): (send: () => Promise<{ readonly edit: EditRecord | null }>) => Promise<void> {
  const client = useQueryClient();
  const say = useNote();
  return useCallback(async (send) => {
    const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "runner" && queryKey[0] !== "truth" });
    const { edit } = await send();
    const undo = async (id: number): Promise<void> => {
      try {
        await ask<Changed>(`/api/edits/${id}/undo`, { method: "POST" });
        say({ text: "Taken back." });
      } catch (error) {
        say({ text: error instanceof Error ? error.message : String(error) });
      }
      await refresh();
    };
    say(edit ? { text: `You ${edit.what}.`, action: { name: "Undo", run: () => void undo(edit.id) } } : { text: "There was nothing to change." });
    await refresh();
  }, [client, say]);
}
