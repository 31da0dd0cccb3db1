import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { MapJob } from "../../../server/map-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "./use-edit.ts";

interface MapDoor {
  /** Maps on their way in, and those that ended and were not closed yet. */
  readonly jobs: readonly MapJob[];
  /** Why a file could not even be begun with. */
  readonly trouble: string | null;
  readonly add: (files: readonly File[]) => void;
  /** Follows what another page, or this one before it was reloaded, has begun. */
  readonly follow: (id: number) => void;
  readonly stop: (id: number) => void;
  readonly dismiss: (id: number) => void;
}

const MapContext = createContext<MapDoor | null>(null);

export function useMaps(): MapDoor {
  const door = use(MapContext);
  if (!door) throw new Error("useMaps outside MapProvider");
  return door;
}

/** Whether a file is a map by its name. */
export const isMap = ({ name }: { readonly name: string }): boolean => /\.pbf$/i.test(name);

/** Sends maps and follows them, whatever page is open meanwhile. */
export function MapProvider({ children }: { readonly children: ReactNode }) {
  const edit = useEdit();
  const [jobs, setJobs] = useState<readonly MapJob[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const followed = useRef(new Set<number>());

  const show = useCallback((job: MapJob) => setJobs((known) => (known.some(({ id }) => id === job.id) ? known.map((other) => (other.id === job.id ? job : other)) : [...known, job])), []);
  const follow = useCallback((id: number) => {
    if (followed.current.has(id)) return;
    followed.current.add(id);
    const events = new EventSource(`/api/surfaces/maps/jobs/${id}/events`);
    events.addEventListener("progress", ({ data }) => show(JSON.parse(data)));
    events.addEventListener("done", ({ data }) => {
      events.close();
      const job: MapJob = JSON.parse(data);
      show(job);
      if (job.end?.edit) void edit(() => Promise.resolve({ edit: job.end?.edit ?? null }));
    });
    events.addEventListener("error", () => {
      // The browser tries again by itself unless the server is gone for good.
      if (events.readyState !== EventSource.CLOSED) return;
      setJobs((known) => known.filter((job) => job.id !== id));
      setTrouble("Footfall is not running any more. Start it again and choose the map once more: nothing of it was kept.");
    });
  }, [edit, show]);

  const send = useCallback(async (file: File) => {
    try {
      const job = await ask<MapJob>("/api/surfaces/maps", { method: "POST", json: { name: file.name, bytes: file.size } });
      show(job);
      follow(job.id);
      // How it went the events tell.
      await ask<MapJob>(`/api/surfaces/maps/jobs/${job.id}/file`, { method: "PUT", body: file, type: "application/x-protobuf" }).catch(() => undefined);
    } catch (error) {
      setTrouble(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }, [follow, show]);

  const add = useCallback((files: readonly File[]) => {
    setTrouble(null);
    void files.reduce((before, file) => before.then(() => send(file)), Promise.resolve());
  }, [send]);

  const door = useMemo<MapDoor>(() => ({
    jobs, trouble, follow, add,
    stop: (id) => void ask(`/api/surfaces/maps/jobs/${id}/cancel`, { method: "POST" }).catch(() => undefined),
    dismiss: (id) => setJobs((known) => known.filter((job) => job.id !== id)),
  }), [jobs, trouble, follow, add]);
  return <MapContext value={door}>{children}</MapContext>;
}
