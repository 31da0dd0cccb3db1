import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { numberWords } from "../../../../src/index.ts";
import type { SurfaceMap } from "../../../server/api.ts";
import type { MapChanged, MapJob } from "../../../server/map-api.ts";
import { ask } from "../api/ask.ts";
import { mapsQuery } from "../api/underfoot-queries.ts";
import { Trouble } from "../parts/waiting.tsx";
import { momentWords } from "../words/dates.ts";
import { countWords, sizeWords } from "../words/units.ts";
import { isMap, useMaps } from "./map-door.tsx";
import { mapEndWords, mapProgressWords } from "./map-words.ts";
import { useEdit } from "./use-edit.ts";

/** The maps that tell the ground under the runs: add with progress, remove, bring back. */
export function GroundMaps() {
  const { data, error, refetch } = useQuery(mapsQuery);
  const { jobs, trouble, add, follow } = useMaps();
  const input = useRef<HTMLInputElement>(null);
  const underWay = data?.jobs;
  useEffect(() => underWay?.forEach(({ id }) => follow(id)), [underWay, follow]);
  const used = data?.maps.filter(({ state }) => state === "ready") ?? [];
  const removed = data?.maps.filter(({ state }) => state === "removed") ?? [];
  return (
    <section aria-labelledby="maps-title">
      <h2 id="maps-title">Maps</h2>
      <p className="support">A map tells the ground under your runs by itself, where its mappers noted it. Download an OpenStreetMap extract of where you run (a file that ends in .osm.pbf, for example from download.geofabrik.de) and add it here, or drop it on the page. It is read on this machine; only its streets, paths and grounds are kept.</p>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      <ul className="maps" aria-label="Maps in use">{used.map((map) => <MapRow key={map.id} map={map} />)}</ul>
      {data?.matching && <p className="quiet" role="status">Laying the maps under your runs anew: {numberWords(data.matching.done)} of {countWords(data.matching.total, "run")}</p>}
      {jobs.map((job) => <MapOnItsWay key={job.id} job={job} />)}
      {trouble && <p role="alert">{trouble}</p>}
      <div className="actions">
        <button type="button" onClick={() => input.current?.click()}>Add a map</button>
        <input
          ref={input} type="file" multiple hidden accept=".pbf" data-testid="map-file" aria-label="An OpenStreetMap extract"
          onChange={(event) => {
            add([...event.target.files ?? []]);
            event.target.value = "";
          }}
        />
      </div>
      {removed.length > 0 && (
        <details>
          <summary>{countWords(removed.length, "removed map")}</summary>
          <p className="quiet">Each can be brought back for thirty days, or added again by its file.</p>
          <ul className="maps">{removed.map((map) => <MapRow key={map.id} map={map} />)}</ul>
        </details>
      )}
    </section>
  );
}

function MapRow({ map: { id, name, bytes, addedAt, ways, state, notices } }: { readonly map: SurfaceMap }) {
  const edit = useEdit();
  const change = () => (state === "ready" ? ask<MapChanged>(`/api/surfaces/maps/${id}`, { method: "DELETE" }) : ask<MapChanged>(`/api/surfaces/maps/${id}/restore`, { method: "POST" }));
  return (
    <li>
      <div>
        <strong className="file-name">{name}</strong>
        <p className="quiet">{sizeWords(bytes)}, added {momentWords(addedAt)}, {countWords(ways, "street, path or ground", "streets, paths and grounds")}</p>
        {notices.length > 0 && <details><summary>What could not be taken</summary><ul>{notices.map(({ code, message }) => <li key={code} className="quiet">{message}.</li>)}</ul></details>}
      </div>
      <button type="button" className="plain" aria-label={`${state === "ready" ? "Remove" : "Bring back"} ${name}`} onClick={() => void edit(change).catch(() => undefined)}>{state === "ready" ? "Remove" : "Bring back"}</button>
    </li>
  );
}

function MapOnItsWay({ job }: { readonly job: MapJob }) {
  const { stop, dismiss } = useMaps();
  const { id, name, stage, done, total, end } = job;
  return (
    <div className="map-job">
      <p><strong className="file-name">{name}</strong></p>
      {end === null && (
        <>
          <p className="quiet" aria-live="off">{mapProgressWords(job)}</p>
          <progress max={Math.max(1, total)} value={done} aria-label={`${name}: how far`} />
          {stage !== "matching" && <div className="actions"><button type="button" onClick={() => stop(id)}>Stop</button></div>}
        </>
      )}
      {end !== null && (
        <>
          <p role={end.map ? "status" : "alert"}>{mapEndWords(end)}</p>
          {!isMap({ name }) && !end.map && <p className="quiet">A map’s file ends in .osm.pbf.</p>}
          <div className="actions"><button type="button" className="plain" onClick={() => dismiss(id)} aria-label={`Close what is said of ${name}`}>Close</button></div>
        </>
      )}
    </div>
  );
}
