import { Readable } from "node:stream";
import { listSurfaceMaps, removeSurfaceMap, restoreSurfaceMap, type MapEdit } from "../storage/index.ts";
import * as api from "./api.ts";
import { eventStream } from "./event-stream.ts";
import { notThere, RequestFailure } from "./failure.ts";
import * as shapes from "./map-api.ts";
import type { MapJobs } from "./map-jobs.ts";
import type { App, RouteContext } from "./routes.ts";

const one = { params: api.idParameters };
const failures = { 400: api.apiError, 404: api.apiError };
const now = (): number => Math.floor(Date.now() / 1000);

/** Maps of streets and paths: add with progress, list, remove, bring back. */
export function mapRoutes(app: App, { store, background }: RouteContext, jobs: MapJobs): void {
  app.addContentTypeParser("application/x-protobuf", (_request, payload, done) => done(null, payload));

  app.get("/api/surfaces/maps", { schema: { summary: "The maps that tell what you ran on", response: { 200: shapes.mapsHere } } }, () => ({ maps: listSurfaceMaps(store), jobs: jobs.underWay(), matching: background.matching() }));

  app.post("/api/surfaces/maps", { schema: { summary: "Open a job for an OpenStreetMap extract", body: shapes.mapRequest, response: { 200: shapes.mapJob, 400: api.apiError, 413: api.apiError, 507: api.apiError } } }, ({ body: { name, bytes } }) => jobs.open(name, bytes));

  app.put("/api/surfaces/maps/jobs/:id/file", { schema: { ...one, summary: "Send the extract as application/x-protobuf", response: { 200: shapes.mapJob, ...failures, 409: api.apiError, 413: api.apiError } } }, ({ params: { id }, body }) => {
    if (!(body instanceof Readable)) throw new RequestFailure(415, "wrong-content-type", "send the map's bytes as application/x-protobuf");
    return jobs.receive(id, body);
  });

  app.get("/api/surfaces/maps/jobs/:id/events", { schema: { ...one, summary: "Follow a map on its way in: server-sent `progress` events and one `done`" } }, ({ params: { id } }, reply) => {
    if (!jobs.has(id)) throw notThere("map", id);
    const stream = eventStream(reply);
    stream.onClosed(jobs.follow(id, (job) => (job.end ? stream.end("done", job) : stream.send("progress", job))));
  });

  app.post("/api/surfaces/maps/jobs/:id/cancel", { schema: { ...one, summary: "Stop it; nothing of the map is kept, unless it was read already", response: { 200: shapes.mapJob, ...failures } } }, ({ params: { id } }) => jobs.cancel(id));

  const changed = (done: MapEdit | null, id: number): MapEdit => {
    if (!done) throw notThere("map", id);
    background.refresh();
    return done;
  };
  app.delete("/api/surfaces/maps/:id", { schema: { ...one, summary: "Take a map out of use", response: { 200: shapes.mapChanged, ...failures } } }, ({ params: { id } }) => changed(removeSurfaceMap(store, id, now()), id));

  app.post("/api/surfaces/maps/:id/restore", { schema: { ...one, summary: "Bring a removed map back", response: { 200: shapes.mapChanged, ...failures } } }, ({ params: { id } }) => changed(restoreSurfaceMap(store, id, now()), id));
}
