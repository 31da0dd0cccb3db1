import { importedFiles, importedFilesCsv, largestFile, listImports, ownRunnerId, readImport, undoImport } from "../storage/index.ts";
import * as api from "./api.ts";
import { eventStream } from "./event-stream.ts";
import { notThere, RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";

const one = { params: api.idParameters };
const answers = { 200: api.importRecord, 404: api.apiError };

/** Imports: open, send files, finish or cancel, follow, undo. */
export function importRoutes(app: App, { store, jobs, background }: RouteContext): void {
  app.post("/api/imports", { schema: { summary: "Open an import", body: api.importRequest, response: { 200: api.importRecord, 400: api.apiError } } }, ({ body }) => jobs.open(body.files));

  app.get("/api/imports", { schema: { summary: "Imports, newest first", response: { 200: api.importList } } }, () => ({ imports: listImports(store, ownRunnerId) }));

  app.put(
    "/api/imports/:id/files",
    {
      bodyLimit: largestFile,
      schema: { ...one, summary: "Send one file as application/octet-stream", querystring: api.importFileQuery, response: { 200: api.fileOutcome, 400: api.apiError, 404: api.apiError, 409: api.apiError } },
    },
    ({ params: { id }, query: { name }, body }) => {
      if (body !== undefined && body !== null && !(body instanceof Uint8Array)) throw new RequestFailure(415, "wrong-content-type", `${name}: send the file's bytes as application/octet-stream`);
      return jobs.take(id, name, body ?? new Uint8Array());
    },
  );

  app.post("/api/imports/:id/finish", { schema: { ...one, summary: "Close an import: every file was sent", response: answers } }, ({ params: { id } }) => jobs.close(id, "done"));

  app.post("/api/imports/:id/cancel", { schema: { ...one, summary: "Stop an import; what came in stays", response: answers } }, ({ params: { id } }) => jobs.close(id, "cancelled"));

  app.post("/api/imports/:id/undo", { schema: { ...one, summary: "Take out exactly what an import brought", response: answers } }, async ({ params: { id } }) => {
    if (!readImport(store, id)) throw notThere("import", id);
    await jobs.close(id, "cancelled");
    const undone = undoImport(store, id);
    if (!undone) throw notThere("import", id);
    background.refresh();
    return undone;
  });

  app.get("/api/imports/:id/files", { schema: { ...one, summary: "What became of each file of an import", response: { 200: api.importFiles, 404: api.apiError } } }, ({ params: { id } }) => {
    const record = readImport(store, id);
    if (!record) throw notThere("import", id);
    return { import: record, files: importedFiles(store, id) };
  });

  app.get("/api/imports/:id/files.csv", { schema: { ...one, summary: "The same as a table" } }, ({ params: { id } }, reply) => {
    if (!readImport(store, id)) throw notThere("import", id);
    void reply.header("content-disposition", `attachment; filename="import-${id}.csv"`).type("text/csv; charset=utf-8");
    return importedFilesCsv(store, id);
  });

  app.get("/api/imports/:id/events", { schema: { ...one, summary: "Follow an import: server-sent `progress` events and one `done`" } }, ({ params: { id } }, reply) => {
    if (!readImport(store, id)) throw notThere("import", id);
    const stream = eventStream(reply);
    const leave = jobs.follow(id, { progress: (progress) => stream.send("progress", progress), done: (record) => stream.end("done", record) });
    stream.onClosed(leave);
  });
}
