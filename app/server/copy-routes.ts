import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CopyTrouble } from "../copies/index.ts";
import * as shapes from "./copies-api.ts";
import type { CopyJobs } from "./copy-jobs.ts";
import { RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";
import { apiError } from "./shared-api.ts";

const failures = { 400: apiError, 404: apiError, 409: apiError, 413: apiError, 507: apiError };
const answer = { 200: shapes.dataPlace, ...failures };

/** Where everything lives, copies of it, their way back, and how all of it goes. */
export function copyRoutes(app: App, { background }: RouteContext, jobs: CopyJobs): void {
  const changed = async (work: Promise<void>): Promise<shapes.DataPlace> => {
    await work.catch((error: unknown) => {
      throw error instanceof CopyTrouble ? new RequestFailure(409, error.code, error.message) : error;
    });
    background.refresh();
    return jobs.place();
  };

  app.get("/api/data", { schema: { summary: "Where everything lives, and the job on it", response: { 200: shapes.dataPlace } } }, () => jobs.place());

  app.post("/api/data/copies", { schema: { summary: "Make a backup or an export", body: shapes.copyRequest, response: { 200: shapes.copyJob, ...failures } } }, ({ body }) => jobs.make(body));

  app.get("/api/data/job/file", { schema: { summary: "The backup or export that is ready" } }, (_request, reply) => {
    const file = jobs.ready();
    if (!file) throw new RequestFailure(404, "not-ready", "there is no file to fetch; make a backup or an export first");
    void reply.header("content-disposition", `attachment; filename="${file.name}"`).type("application/zip");
    return reply.send(createReadStream(file.path));
  });

  app.post("/api/data/job/dismiss", { schema: { summary: "Stop the job, or forget it with its file", response: answer } }, () => changed(jobs.dismiss()));

  app.post(
    "/api/data/restore",
    { schema: { summary: "Send a backup or export as application/zip; it takes the place of all that is here. Header x-passphrase, percent-encoded, opens a locked one", querystring: shapes.restoreQuery, response: { 200: shapes.copyJob, ...failures } } },
    ({ query: { name }, body, headers }) => {
      if (!(body instanceof Readable)) throw new RequestFailure(415, "wrong-content-type", `${name}: send the file's bytes as application/zip`);
      const length = Number(headers["content-length"]);
      return jobs.restore(name, body, Number.isFinite(length) ? length : null, passphraseOf(headers["x-passphrase"]));
    },
  );

  app.post("/api/data/restore/undo", { schema: { summary: "Bring back the store that the last restore took the place of", response: answer } }, () => changed(jobs.undoRestore()));

  app.post("/api/data/remove", { schema: { summary: "Remove everything for good", body: shapes.removeRequest, response: answer } }, () => changed(jobs.removeEverything()));
}

function passphraseOf(header: string | readonly string[] | undefined): string | null {
  if (typeof header !== "string" || header === "") return null;
  try {
    return decodeURIComponent(header);
  } catch {
    throw new RequestFailure(400, "bad-request", "x-passphrase: percent-encode it", "x-passphrase");
  }
}
