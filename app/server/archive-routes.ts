import { Readable } from "node:stream";
import * as api from "./api.ts";
import { RequestFailure } from "./failure.ts";
import type { IncomingArchives } from "./incoming-archives.ts";
import type { App } from "./routes.ts";

/** One route: a whole archive, streamed to the disk. */
export function archiveRoutes(app: App, incoming: IncomingArchives): void {
  app.addContentTypeParser("application/zip", (_request, payload, done) => done(null, payload));
  app.post(
    "/api/imports/archive",
    { schema: { summary: "Send a zip as application/zip; it is imported as one import", querystring: api.archiveQuery, response: { 200: api.importRecord, 400: api.apiError, 413: api.apiError, 507: api.apiError } } },
    ({ query: { name }, body, headers }) => {
      if (!(body instanceof Readable)) throw new RequestFailure(415, "wrong-content-type", `${name}: send the archive's bytes as application/zip`);
      const length = Number(headers["content-length"]);
      return incoming.take(name, body, Number.isFinite(length) ? length : null);
    },
  );
}
