import { addPosture, changePosture, deletePosture, exportPostures, importPostureFile, listPostures, ownRunnerId, PostureRefusal, posturesCsv, readPosture, TableRefused, type Edit } from "../storage/index.ts";
import { apiError, idParameters } from "./api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import * as api from "./posture-api.ts";
import type { App, RouteContext } from "./routes.ts";

const now = (): number => Date.now() / 1000;
const answers = { 400: apiError, 404: apiError };

/** The owner's postures: dated, each in force from its day on. */
export function postureRoutes(app: App, { store, background }: RouteContext): void {
  /** The posture as it is now, with the way back from what made it so. */
  const kept = (done: { readonly id: number; readonly edit: Edit } | null, id: number): api.PostureKept => {
    const entry = done && readPosture(store, done.id);
    if (!entry) throw notThere("posture", id);
    return { entry, edit: done.edit };
  };
  const keep = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof PostureRefusal) throw new RequestFailure(400, "impossible-posture", error.message, error.where);
      if (error instanceof TableRefused) throw new RequestFailure(400, "file-refused", error.message, "text");
      throw error;
    } finally {
      background.refresh();
    }
  };

  app.get("/api/posture", { schema: { summary: "Postures, newest first", response: { 200: api.postureList } } }, () => ({ entries: listPostures(store, ownRunnerId) }));

  app.post("/api/posture", { schema: { summary: "Keep a posture", body: api.postureTaken, response: { ...answers, 200: api.postureKept } } }, async ({ body }) => kept(await keep(() => addPosture(store, ownRunnerId, body, now())), 0));

  app.put("/api/posture/:id", { schema: { summary: "Put another posture in its place", params: idParameters, body: api.postureTaken, response: { ...answers, 200: api.postureKept } } }, async ({ params: { id }, body }) =>
    kept(await keep(() => changePosture(store, ownRunnerId, id, body, now())), id));

  app.delete("/api/posture/:id", { schema: { summary: "Take a posture away", params: idParameters, response: { ...answers, 200: api.postureRemoved } } }, async ({ params: { id } }) => {
    const done = await keep(() => deletePosture(store, ownRunnerId, id, now()));
    if (!done) throw notThere("posture", id);
    return done;
  });

  app.post("/api/posture/import", { bodyLimit: 2 ** 26, schema: { summary: "Take in exported postures, a table or JSON", body: api.postureFile, response: { ...answers, 200: api.postureImported } } }, ({ body }) => keep(() => importPostureFile(store, ownRunnerId, body.text, now())));

  app.get("/api/posture.json", { schema: { summary: "Postures as taken, marked points included" } }, (_request, reply) =>
    reply.type("application/json; charset=utf-8").header("content-disposition", 'attachment; filename="posture.json"').send(JSON.stringify(exportPostures(store, ownRunnerId), null, 2)));

  app.get("/api/posture.csv", { schema: { summary: "The same as a table" } }, (_request, reply) =>
    reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="posture.csv"').send(posturesCsv(store, ownRunnerId)));
}
