import type { FastifyInstance, FastifyRequest } from "fastify";
import { RequestFailure } from "./failure.ts";

/**
 * Refuses what did not come from this machine's own address or pages. A foreign site can make a browser send requests here; its Origin, its name
 * in Host (a name it points to 127.0.0.1), or the browser's own Sec-Fetch-Site give it away. Programs without a browser send neither and are let in.
 */
export function guard(app: FastifyInstance, port: () => number): void {
  app.addHook("onRequest", async (request) => {
    const own = ownHosts(port());
    const { host } = request.headers;
    if (host === undefined || !own.has(host.toLowerCase())) throw foreign("Host", host);
    const { origin } = request.headers;
    if (origin !== undefined && ![...own].some((name) => origin.toLowerCase() === `http://${name}`)) throw foreign("Origin", origin);
    if (isApi(request) && !["same-origin", "none", undefined].includes(siteOf(request))) throw foreign("Sec-Fetch-Site", siteOf(request));
  });
}

function ownHosts(port: number): Set<string> {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/** Whether a request is for data, not for a page. */
export function isApi(request: FastifyRequest): boolean {
  return request.url === "/api" || request.url.startsWith("/api/") || request.url.startsWith("/api?");
}

function siteOf({ headers }: FastifyRequest): string | undefined {
  const site = headers["sec-fetch-site"];
  return Array.isArray(site) ? site[0] : site;
}

function foreign(header: string, value: string | undefined): RequestFailure {
  return new RequestFailure(403, "foreign-request", `this server answers only its own pages on this machine; ${header} was ${value ?? "missing"}`, header);
}
