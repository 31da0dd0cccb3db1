import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { App } from "./routes.ts";
import { RequestFailure } from "./failure.ts";
import { isApi } from "./guard.ts";

/** Serves the built web app; a page's address that is no file gives the app itself, which knows its own places. */
export async function serveWebApp(app: App, webRoot: string): Promise<void> {
  const isBuilt = existsSync(join(webRoot, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      // Built files carry their content's hash in the name; the page itself is asked for anew each time.
      setHeaders: (response, path) => void response.setHeader("cache-control", path.startsWith(join(webRoot, "assets")) ? "public, max-age=31536000, immutable" : "no-cache"),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && !isApi(request) && (request.headers.accept ?? "").includes("text/html");
    if (!isPage) throw new RequestFailure(404, "not-found", `there is nothing at ${request.url.split("?")[0] ?? "/"}`);
    if (!isBuilt) throw new RequestFailure(503, "web-app-missing", "the web app is not built; run npm run build");
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
