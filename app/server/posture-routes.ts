import { addPosture, changePosture, deletePosture, exportPostures, importPostures, listPostures, ownRunnerId, PostureRefusal, posturesCsv, readPosture, restorePosture } from "../storage/index.ts";
import { apiError, idParameters } from "./api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import * as api from "./posture-api.ts";
import type { App, RouteContext } from "./routes.ts";

const answers = { 400: apiError, 404: apiError };

/** The owner's postures: dated, each in force from its day on. */
export function postureRoutes(app: App, { store, background }: RouteContext): void {
  const entry = (id: number): api.PostureEntry => {
    const found = readPosture(store, id);
    if (!found) throw notThere("posture", id);
    return found;
  };
  const keep = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      if (error instanceof PostureRefusal) throw new RequestFailure(400, "impossible-posture", error.message, error.where);
      throw error;
    } finally {
      background.refresh();
    }
  };

  app.get("/api/posture", { schema: { summary: "Postures, newest first", response: { 200: api.postureList } } }, () => ({ entries: listPostures(store, ownRunnerId) }));

  app.post("/api/posture", { schema: { summary: "Keep a posture", body: api.postureTaken, response: { ...answers, 200: api.postureEntry } } }, ({ body }) => entry(keep(() => addPosture(store, ownRunnerId, body))));

  app.put("/api/posture/:id", { schema: { summary: "Put another posture in its place", params: idParameters, body: api.postureTaken, response: { ...answers, 200: api.postureEntry } } }, ({ params: { id }, body }) => {
    if (!keep(() => changePosture(store, ownRunnerId, id, body))) throw notThere("posture", id);
    return entry(id);
  });

  app.delete("/api/posture/:id", { schema: { summary: "Take a posture away; restore brings it back", params: idParameters, response: { ...answers, 200: api.postureRemoved } } }, ({ params: { id } }) => {
    if (!keep(() => deletePosture(store, ownRunnerId, id, Date.now() / 1000))) throw notThere("posture", id);
    return { id };
  });

  app.post("/api/posture/:id/restore", { schema: { summary: "Bring a removed posture back", params: idParameters, response: { ...answers, 200: api.postureEntry } } }, ({ params: { id } }) => {
    if (!keep(() => restorePosture(store, ownRunnerId, id))) throw notThere("posture", id);
    return entry(id);
  });

  app.post("/api/posture/import", { schema: { summary: "Take in exported postures", body: api.postureImport, response: { ...answers, 200: api.postureImported } } }, ({ body }) => keep(() => importPostures(store, ownRunnerId, body.entries)));

  app.get("/api/posture/export.json", { schema: { summary: "Postures as taken, marked points included" } }, (_request, reply) =>
    reply.type("application/json; charset=utf-8").header("content-disposition", 'attachment; filename="posture.json"').send(JSON.stringify(exportPostures(store, ownRunnerId), null, 2)));

  app.get("/api/posture/export.csv", { schema: { summary: "Postures as a table of angles" } }, (_request, reply) =>
    reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="posture.csv"').send(posturesCsv(store, ownRunnerId)));
}
