import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { RunnerProfile, RunnerProfileChange } from "../../../server/api.ts";
import { ask } from "../api/ask.ts";
import { runnerQuery } from "../api/queries.ts";
import { HeightField, MassField } from "../parts/body-fields.tsx";
import { useUnits } from "../parts/use-units.ts";
import { UnitChoice } from "../parts/unit-choice.tsx";

/** The three things asked on the way through the import door. */
export function BodyQuestions({ fileCount, onClose, onDone }: { readonly fileCount: number; readonly onClose: () => void; readonly onDone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const client = useQueryClient();
  const [units, setUnits] = useState(useUnits());
  const [mass, setMass] = useState<number | null>(null);
  const [height, setHeight] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: (change: RunnerProfileChange) => ask<RunnerProfile>("/api/runner", { method: "PUT", json: change }),
    onSuccess: (profile) => {
      client.setQueryData(runnerQuery.queryKey, profile);
      onDone();
    },
  });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="body-questions">
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); save.mutate({ units, mass, height }); }}>
        <h2 id="body-questions">Three things first</h2>
        <p className="quiet">Forces come in multiples of your weight, and your height sets the length of your legs. Both stay on this machine; you can change them in Settings.</p>
        <UnitChoice units={units} onChange={setUnits} />
        <MassField units={units} value={mass} onChange={setMass} />
        <HeightField units={units} value={height} onChange={setHeight} />
        {save.error && <p role="alert">{save.error.message}</p>}
        <div className="actions">
          <button type="submit" className="main" disabled={mass === null || height === null || save.isPending}>{fileCount === 0 ? "Choose files" : "Import"}</button>
          <button type="button" className="plain" onClick={onDone}>Skip for now</button>
        </div>
        <p className="quiet">If you skip, Footfall assumes a body of middling size and says so beside the numbers.</p>
      </form>
    </dialog>
  );
}
