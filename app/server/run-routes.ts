import { Readable } from "node:stream";
import { footfallRows, footfallsHeader, formOfRun } from "../../src/index.ts";
import { analyseStored, deleteRun, listRuns, originalOf, readRun, restoreRun, runSeries } from "../storage/index.ts";
import * as api from "./api.ts";
import { notThere } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";

const one = { params: api.idParameters };

/** The list of runs, and one run with its series, footfalls and original file. */
export function runRoutes(app: App, { store, background }: RouteContext): void {
  app.get("/api/runs", { schema: { summary: "Runs, newest first", querystring: api.runListQuery, response: { 200: api.runList, 400: api.apiError } } }, ({ query }) => listRuns(store, query));

  app.get("/api/runs/:id", { schema: { ...one, summary: "One run", response: { 200: api.runDetail, 404: api.apiError } } }, ({ params: { id } }) => {
    const run = readRun(store, id);
    if (!run) throw notThere("run", id);
    return run;
  });

  app.get("/api/runs/:id/series", { schema: { ...one, summary: "A run along its records", response: { 200: api.runSeries, 404: api.apiError } } }, ({ params: { id } }) => {
    const found = analyseStored(store, id);
    if (!found) throw notThere("run", id);
    return runSeries(found.recording, found.analysis);
  });

  app.get("/api/runs/:id/form", { schema: { ...one, summary: "How evenly and how straight the body advanced on a run", response: { 200: api.runForm, 404: api.apiError } } }, ({ params: { id } }) => {
    const found = analyseStored(store, id);
    if (!found) throw notThere("run", id);
    return formOfRun(found.recording, found.analysis);
  });

  app.get("/api/runs/:id/footfalls.csv", { schema: { ...one, summary: "A run's footfalls, one a row, as `footfall analyse --csv` writes them" } }, ({ params: { id } }, reply) => {
    const found = analyseStored(store, id);
    const original = originalOf(store, id);
    if (!found || !original) throw notThere("run", id);
    const lines = function* (): Generator<string> {
      yield footfallsHeader();
      yield* footfallRows(original.name, 0, found.analysis);
    };
    return reply.type("text/csv; charset=utf-8").header("content-disposition", attachment(`${original.name}.footfalls.csv`)).send(Readable.from(lines()));
  });

  app.get("/api/runs/:id/original", { schema: { ...one, summary: "The file a run came from, byte for byte" } }, ({ params: { id } }, reply) => {
    const original = originalOf(store, id);
    if (!original) throw notThere("run", id);
    return reply.type("application/octet-stream").header("content-disposition", attachment(original.name)).send(Buffer.from(original.bytes));
  });

  app.delete("/api/runs/:id", { schema: { ...one, summary: "Take a run away; restore brings it back for thirty days", response: { 200: api.removed, 404: api.apiError } } }, ({ params: { id } }) => {
    if (!deleteRun(store, id, Date.now() / 1000)) throw notThere("run", id);
    background.refresh();
    return { runs: 1 };
  });

  app.post("/api/runs/:id/restore", { schema: { ...one, summary: "Bring a removed run back", response: { 200: api.removed, 404: api.apiError } } }, ({ params: { id } }) => {
    if (!restoreRun(store, id)) throw notThere("run", id);
    background.refresh();
    return { runs: 1 };
  });
}

/** Names a download so that no character of a file's name can end the header. */
function attachment(name: string): string {
  return `attachment; filename="${name.replace(/[^\w .()-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
}
