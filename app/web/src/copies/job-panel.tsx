import { useQueryClient } from "@tanstack/react-query";
import { numberWords } from "../../../../src/index.ts";
import type { CopyJob, DataPlace } from "../../../server/copies-api.ts";
import { ask } from "../api/ask.ts";
import { placeQuery } from "../api/data-queries.ts";
import { sizeWords } from "../words/units.ts";

const underWay = { backup: "Making the backup", export: "Making the export", restore: "Checking the file" } as const;

/** A backup, export or restore under way, and what came of it. */
export function JobPanel({ job }: { readonly job: CopyJob }) {
  const client = useQueryClient();
  const dismiss = async (): Promise<void> => void client.setQueryData(placeQuery.queryKey, await ask<DataPlace>("/api/data/job/dismiss", { method: "POST" }));
  return (
    <div className="map-job">
      {job.state === "running" && (
        <>
          <p aria-live="off">{underWay[job.kind]}, {numberWords(100 * job.share)} %</p>
          <progress max={1} value={job.share} aria-label={`${underWay[job.kind]}: how far`} />
          <div className="actions"><button type="button" onClick={() => void dismiss()}>Stop</button></div>
        </>
      )}
      {job.state !== "running" && (
        <>
          <p role={job.state === "failed" ? "alert" : "status"}>{endWords(job)}</p>
          <div className="actions">
            {job.bytes !== null && <a className="button main" href="/api/data/job/file" download={job.name}>Save {job.name}</a>}
            <button type="button" className="plain" onClick={() => void dismiss()}>Close</button>
          </div>
        </>
      )}
    </div>
  );
}

function endWords({ kind, state, name, bytes, error }: CopyJob): string {
  if (state === "failed") return `${error?.message ?? "It failed"}. Nothing here was changed.`;
  if (state === "stopped") return "Stopped. Nothing here was changed.";
  return kind === "restore" ? `Everything is as in ${name} now.` : `The ${kind} is ready, ${sizeWords(bytes ?? 0)}. Once you have saved it, close this: Footfall then forgets its own copy.`;
}
