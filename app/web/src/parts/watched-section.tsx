import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { WatchedFolders } from "../../../server/watch-api.ts";
import { ask } from "../api/ask.ts";
import { watchedQuery } from "../api/data-queries.ts";
import { timeWords } from "../words/dates.ts";
import { useNote } from "./notes.tsx";

type Watched = WatchedFolders["folders"][number];

const offerWords = { downloads: "Watch your downloads", inbox: "Make an inbox" } as const;

/** Folders whose new files are imported by themselves while Footfall runs. */
export function WatchedSection() {
  const { data: { folders, offered } } = useSuspenseQuery(watchedQuery);
  const client = useQueryClient();
  const say = useNote();
  const change = async (path: string, method: string, json: unknown, said: string): Promise<void> => {
    try {
      client.setQueryData(watchedQuery.queryKey, await ask<WatchedFolders>(path, json === undefined ? { method } : { method, json }));
      say({ text: said });
    } catch (error) {
      say({ text: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <section aria-labelledby="watched-title">
      <h2 id="watched-title">Watched folders</h2>
      <p className="quiet">While Footfall runs, recordings and exports that come into these folders are imported by themselves, each import with its way back. <code>footfall import --watch FOLDER</code> adds any other.</p>
      {folders.length > 0 && (
        <ul className="imports">
          {folders.map((folder) => (
            <li key={folder.id}>
              <span><span className="file-name">{folder.path}</span><br /><span className="quiet">{lookWords(folder)}</span></span>
              <span className="actions">
                <button type="button" aria-pressed={folder.isWatched} onClick={() => void change(`/api/watched-folders/${folder.id}`, "PUT", { isWatched: !folder.isWatched }, folder.isWatched ? "The folder rests." : "The folder is watched.")} aria-label={`${folder.isWatched ? "Let it rest" : "Watch"}: ${folder.path}`}>{folder.isWatched ? "Let it rest" : "Watch"}</button>
                <button type="button" onClick={() => void change(`/api/watched-folders/${folder.id}`, "DELETE", undefined, "The folder is forgotten; its runs stay.")} aria-label={`Forget ${folder.path}`}>Forget</button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul className="imports">
        {offered.map(({ place, path }) => (
          <li key={place}>
            <span className="quiet file-name">{path}</span>
            <button type="button" onClick={() => void change("/api/watched-folders", "POST", { place }, "The folder is watched.")}>{offerWords[place]}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lookWords({ isWatched, lookedAt, trouble }: Watched): string {
  if (!isWatched) return "Rests";
  if (trouble !== null) return `Cannot be looked into: ${trouble}. It is tried again.`;
  return lookedAt === null ? "Watched" : `Watched, last looked into at ${timeWords(lookedAt)}`;
}
