import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RunSeries } from "../../../server/api.ts";
import type { Assigned, Changed, RunUnderfoot as Underfoot } from "../../../server/underfoot-api.ts";
import type { Surface } from "../../../../src/index.ts";
import { ask } from "../api/ask.ts";
import { runUnderfootQuery } from "../api/underfoot-queries.ts";
import { useUnits } from "../parts/use-units.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { speakerWords, surfaceWords } from "../words/shoe-words.ts";
import { distanceWords, type Units } from "../words/units.ts";
import { SurfaceSelect } from "./ground-rules.tsx";
import { SelectField } from "./select-field.tsx";
import { StretchPicker, wholeRun, type Picked } from "./stretch-picker.tsx";
import { useEdit } from "./use-edit.ts";

/** In which pair and on what a run was, stretch by stretch, and how that is changed. */
export function RunUnderfoot({ runId, series }: { readonly runId: number; readonly series: RunSeries | undefined }) {
  const { data, error, refetch } = useQuery(runUnderfootQuery(runId));
  return (
    <section aria-labelledby="underfoot-title">
      <h2 id="underfoot-title">Shoes and ground</h2>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={200}>Looking under your feet…</Waiting>}
      {data && <Stretches underfoot={data} series={series} />}
    </section>
  );
}

function Stretches({ underfoot, series }: { readonly underfoot: Underfoot; readonly series: RunSeries | undefined }) {
  const { id, distance, shoes, surfaces, cabinet } = underfoot;
  const units = useUnits();
  const edit = useEdit();
  const length = distance ?? 0;
  const [picked, setPicked] = useState<Picked>(wholeRun(length));
  const [surface, setSurface] = useState<Surface>("asphalt");
  const [shoe, setShoe] = useState(String(cabinet.find(({ isRetired }) => !isRetired)?.id ?? "none"));
  const [trouble, setTrouble] = useState<string | null>(null);
  const nameOf = (shoeId: number | null): string => (shoeId === null ? "none of your pairs" : cabinet.find((known) => known.id === shoeId)?.name ?? "a removed pair");
  const isWhole = picked.from <= 0 && picked.to >= length;
  const range = isWhole ? {} : { from: picked.from, to: picked.to };
  const attempt = (send: () => Promise<Changed | Assigned>): void => {
    setTrouble(null);
    void edit(send).catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
  };
  const which = isWhole ? "the whole run" : `this stretch (${rangeWords(picked, length, units)})`;
  return (
    <div className="underfoot">
      <div className="pair">
        <StretchList heading="Shoes" empty="No pair is said for this run." items={shoes.map((stretch) => ({ ...stretch, words: nameOf(stretch.shoeId), reason: null }))} length={length} units={units} />
        <StretchList heading="Ground" empty="Nothing is known of the ground." items={surfaces.map((stretch) => ({ ...stretch, words: surfaceWords[stretch.surface] }))} length={length} units={units} />
      </div>
      <details>
        <summary>Change shoes or ground</summary>
        <div className="ground-pick">
          {length > 0 && <StretchPicker series={series} length={length} picked={picked} onPick={setPicked} />}
          <div className="pair">
            <SurfaceSelect label="Ground" value={surface} onChange={setSurface} />
            <div className="actions">
              <button type="button" onClick={() => attempt(() => ask<Changed>(`/api/runs/${id}/surface`, { method: "PUT", json: { ...range, surface } }))}>Set the ground of {which}</button>
              <button type="button" className="plain" onClick={() => attempt(() => ask<Changed>(`/api/runs/${id}/surface`, { method: "PUT", json: { ...range, surface: null } }))}>Forget what I said there</button>
            </div>
          </div>
          <div className="pair">
            <SelectField label="Pair" value={shoe} onChange={setShoe}>
              {cabinet.map(({ id: shoeId, name, isRetired }) => <option key={shoeId} value={shoeId}>{name}{isRetired ? " (retired)" : ""}</option>)}
              <option value="none">none of these</option>
            </SelectField>
            <div className="actions">
              <button type="button" onClick={() => attempt(() => ask<Assigned>("/api/shoes/assign", { method: "POST", json: { runIds: [id], shoeId: shoe === "none" ? null : Number(shoe), ...range } }))}>Put the pair under {which}</button>
              <button type="button" className="plain" onClick={() => attempt(() => ask<Assigned>("/api/shoes/assign", { method: "POST", json: { runIds: [id] } }))}>Let the rules choose</button>
            </div>
          </div>
          {trouble && <p role="alert">{trouble}</p>}
        </div>
      </details>
    </div>
  );
}

interface Item {
  readonly from: number;
  readonly to: number;
  readonly by: Underfoot["shoes"][number]["by"];
  readonly words: string;
  readonly reason: string | null;
}

function StretchList({ heading, empty, items, length, units }: { readonly heading: string; readonly empty: string; readonly items: readonly Item[]; readonly length: number; readonly units: Units }) {
  return (
    <div>
      <h3>{heading}</h3>
      {items.length === 0 && <p className="quiet">{empty}</p>}
      <ul className="stretch-list">
        {items.map(({ from, to, by, words, reason }) => (
          <li key={from}><strong>{words}</strong> <span className="quiet">{items.length === 1 && from <= 0 && to >= length ? "" : `${rangeWords({ from, to }, length, units)}, `}{reason ?? speakerWords[by]}</span></li>
        ))}
      </ul>
    </div>
  );
}

const rangeWords = ({ from, to }: Picked, length: number, units: Units): string => `${distanceWords(from, units, 2)} to ${to >= length ? "the end" : distanceWords(to, units, 2)}`;
