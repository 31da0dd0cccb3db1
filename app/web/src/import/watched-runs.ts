import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { watchedQuery } from "../api/data-queries.ts";
import { useNote } from "../parts/notes.tsx";
import { countWords } from "../words/units.ts";

/** Shows what came in by itself: the pages look again, and a word says so. */
export function WatchedRuns(): null {
  const { data } = useQuery(watchedQuery);
  const client = useQueryClient();
  const say = useNote();
  const known = useRef<number | null | undefined>(undefined);
  const last = data?.lastImport;
  useEffect(() => {
    if (last === undefined) return;
    const isNew = known.current !== undefined && last !== null && last.id !== known.current;
    known.current = last?.id ?? null;
    if (!isNew || last.imported === 0) return;
    say({ text: `${countWords(last.imported, "run")} came in from a watched folder.` });
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "watched-folders" && queryKey[0] !== "runner" });
  }, [last, client, say]);
  return null;
}
