import { readFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyRequest } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { isPaired, pairDevice, type Store } from "../../storage/index.ts";
import { contentSecurityPolicy } from "../content-policy.ts";
import { diaryRoutes } from "../diary-routes.ts";
import { answerFailures, RequestFailure } from "../failure.ts";
import type { App } from "../routes.ts";
import { pairingPage } from "./pairing-page.ts";
import type { PairingCodes } from "./pairing-codes.ts";

/** Certificate and key, where the runner has them: without them a phone keeps no diary offline. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface LanOptions {
  readonly store: Store;
  readonly codes: PairingCodes;
  readonly port: number;
  readonly webRoot: string;
  readonly tls: TlsFiles | null;
  /** Name the certificate is for; the machine's address where none is told. */
  readonly name: string | null;
  readonly report: (error: unknown) => void;
}

/** The diary on the local network, for paired devices alone. */
export interface LanServer {
  /** For example `http://192.168.1.20:4401`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const cookieName = "footfall";
/** A phone stays paired until it is revoked, or is not seen for a year [s]. */
const cookieLife = 365 * 86_400;
const now = (): number => Date.now() / 1000;

/** Serves the diary page and the diary's routes, nothing else, to devices that were paired; to everyone else only the door. */
export async function startLanServer(options: LanOptions): Promise<LanServer> {
  const app = await buildLanServer(options);
  await app.listen({ host: "0.0.0.0", port: options.port });
  const bound = app.server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : options.port;
  return { address: `${options.tls ? "https" : "http"}://${options.name ?? ownAddresses()[0] ?? "127.0.0.1"}:${port}`, close: () => app.close() };
}

/** The same before it listens, for tests. */
export async function buildLanServer({ store, codes, webRoot, tls, name, report }: LanOptions): Promise<App> {
  const app: App = Fastify({ forceCloseConnections: "idle", bodyLimit: 2 ** 20, https: tls, trustProxy: false }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 4096 }, (_request, body, done) => done(null, new URLSearchParams(String(body))));
  answerFailures(app, report);
  app.addHook("onRequest", async (request) => admit(request, store, name));
  // Without any referrer a browser would not say that the form is our own.
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy }, strictTransportSecurity: false, referrerPolicy: { policy: "same-origin" } });
  app.addHook("onSend", async (request, reply) => {
    if (!request.url.startsWith("/assets/")) void reply.header("cache-control", "no-store");
  });

  app.get("/pair", (request, reply) => {
    const code = codeOf(request.query);
    if (!codes.isGood(code, now())) throw notGood();
    return reply.type("text/html; charset=utf-8").send(pairingPage(code, deviceName(request)));
  });
  app.post("/pair", (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    if (!codes.redeem(form.get("code") ?? "", now())) throw notGood();
    const token = pairDevice(store, (form.get("name") ?? "").trim().slice(0, 60) || deviceName(request), now());
    return reply.header("set-cookie", `${cookieName}=${token}; Path=/; Max-Age=${cookieLife}; HttpOnly; SameSite=Strict${tls ? "; Secure" : ""}`).redirect("/phone", 303);
  });
  app.get("/", (_request, reply) => reply.redirect("/phone", 303));
  diaryRoutes(app, { store });
  await app.register(fastifyStatic, { root: webRoot, cacheControl: false, serve: false });
  app.get("/phone", (_request, reply) => reply.sendFile("phone.html"));
  for (const file of ["phone-worker.js", "phone.webmanifest", "icon.svg"]) app.get(`/${file}`, (_request, reply) => reply.sendFile(file));
  app.get<{ Params: { file: string } }>("/assets/:file", ({ params: { file } }, reply) => reply.header("cache-control", "private, max-age=31536000, immutable").sendFile(file, join(webRoot, "assets")));
  app.setNotFoundHandler(() => { throw new RequestFailure(404, "not-found", "on the network Footfall shows the diary alone"); });
  await app.ready();
  return app;
}

/** Refuses names that are not this machine's, pages of others, and devices that are not paired; who brings a code is let to the door. */
function admit(request: FastifyRequest, store: Store, name: string | null): void {
  const host = request.headers.host?.toLowerCase() ?? "";
  if (!ownNames(name).includes(host.replace(/:\d+$/, ""))) throw new RequestFailure(403, "foreign-request", "this server answers to its own address only", "Host");
  const { origin } = request.headers;
  if (origin !== undefined && origin.toLowerCase() !== `${request.protocol}://${host}`) throw new RequestFailure(403, "foreign-request", "this server answers its own pages only", "Origin");
  if (request.url.split("?")[0] === "/pair") return;
  const token = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(request.headers.cookie ?? "")?.[1];
  if (token === undefined || !isPaired(store, token, now())) throw new RequestFailure(403, "not-paired", "this device is not paired; in Footfall on the computer, Settings shows a code to scan");
}

const notGood = (): RequestFailure => new RequestFailure(403, "code-used-up", "this code was used or is older than ten minutes; in Footfall on the computer, Settings shows a new one");

function codeOf(query: unknown): string {
  return typeof query === "object" && query !== null && "code" in query && typeof query.code === "string" ? query.code : "";
}

/** What to call a phone until its owner says otherwise. */
function deviceName({ headers }: FastifyRequest): string {
  const agent = headers["user-agent"] ?? "";
  return (["iPhone", "iPad", "Android", "Macintosh", "Windows"] as const).find((known) => agent.includes(known)) ?? "Phone";
}

/** This machine's addresses on the local network. */
export function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((found) => found ?? []).filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}

function ownNames(name: string | null): readonly string[] {
  const own = hostname().toLowerCase();
  return [...ownAddresses(), own, `${own}.local`, "127.0.0.1", "localhost", ...(name === null ? [] : [name.toLowerCase()])];
}

/** Reads certificate and key; throws where they cannot be had. */
export function readTlsFiles(cert: string, key: string): TlsFiles {
  return { cert: readFileSync(cert), key: readFileSync(key) };
}
