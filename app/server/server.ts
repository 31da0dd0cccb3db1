import helmet from "@fastify/helmet";
import swagger from "@fastify/swagger";
import Fastify from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { CopyTrouble } from "../copies/index.ts";
import type { Store } from "../storage/index.ts";
import { contentSecurityPolicy } from "./content-policy.ts";
import { backRoutes } from "./back-routes.ts";
import { recomputeInBackground, type Background } from "./background.ts";
import { diaryFileRoutes } from "./diary-file-routes.ts";
import { diaryRoutes } from "./diary-routes.ts";
import { duplicateRoutes } from "./duplicate-routes.ts";
import { copyJobs } from "./copy-jobs.ts";
import { copyRoutes } from "./copy-routes.ts";
import { answerFailures } from "./failure.ts";
import { guard } from "./guard.ts";
import { keepHouse } from "./housekeeping.ts";
import { importJobs } from "./import-jobs.ts";
import { archiveRoutes } from "./archive-routes.ts";
import { incomingArchives } from "./incoming-archives.ts";
import { importRoutes } from "./import-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { mapJobs } from "./map-jobs.ts";
import { mapRoutes } from "./map-routes.ts";
import { lanRoutes, type LanDoor } from "./lan-routes.ts";
import { poseRoutes } from "./pose-routes.ts";
import { postureRoutes } from "./posture-routes.ts";
import { profileRoutes } from "./profile-routes.ts";
import { reportRoutes } from "./report-routes.ts";
import type { App } from "./routes.ts";
import { runRoutes } from "./run-routes.ts";
import { truthRoutes } from "./truth-routes.ts";
import { shoeRoutes, surfaceRoutes } from "./underfoot-routes.ts";
import { openLinkDesk } from "../link/index.ts";
import { experimentRoutes } from "./experiment-routes.ts";
import { linkRoutes } from "./link-routes.ts";
import { whatIfRoutes } from "./what-if-routes.ts";
import { watchRoutes } from "./watch-routes.ts";
import { watchFolders } from "./watching.ts";
import { serveWebApp } from "./web-app.ts";

export interface ServerOptions {
  readonly store: Store;
  /** 0 for any free one. */
  readonly port: number;
  /** Folder of the built web app. */
  readonly webRoot: string;
  /** Footfall's own version. */
  readonly version: string;
  /** The door on the local network, where it is open. */
  readonly lan?: LanDoor | null;
  /** Told of faults of the server itself, with all their detail. */
  readonly report?: (error: unknown) => void;
}

/** A running server. */
export interface Server {
  /** For example `http://127.0.0.1:4242`. */
  readonly address: string;
  /** Lets answers under way finish, stops following and recomputing; the store stays open. */
  readonly close: () => Promise<void>;
}

/** A server that has just started only answers, until nobody has asked anything for so long; then it brings up to date what is old [ms]. */
const answersFirst = 1000;

/** Serves the web app and its API on this machine only. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { app, background } = await buildServer(options);
  const address = await app.listen({ host: "127.0.0.1", port: options.port }).catch(async (error: unknown) => {
    await app.close();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") throw new Error(`port ${options.port} is taken by another program; choose another with --port`, { cause: error });
    if (error instanceof Error && "code" in error && error.code === "EACCES") throw new Error(`port ${options.port} may not be used; choose one above 1023 with --port`, { cause: error });
    throw error;
  });
  // Once the server is closed a refresh does nothing.
  const timer = setTimeout(() => {
    app.server.off("request", putOff);
    background.refresh();
  }, answersFirst).unref();
  const putOff = (): void => void timer.refresh();
  app.server.on("request", putOff);
  return { address, close: () => app.close() };
}

/** The server before it listens, for tests. */
export async function buildServer({ store, port, webRoot, version, lan = null, report = () => undefined }: ServerOptions): Promise<{ readonly app: App; readonly background: Background }> {
  const app = Fastify({ forceCloseConnections: "idle", routerOptions: { ignoreTrailingSlash: true } }).withTypeProvider<ZodTypeProvider>();
  const background = recomputeInBackground(store, report);
  const jobs = importJobs(store, background.refresh, report);
  const incoming = incomingArchives(store, jobs);
  const watching = watchFolders(store, jobs, report);
  const desk = openLinkDesk();
  const maps = mapJobs(store, background.refresh, report);
  const copies = copyJobs(store, version, report, async (exchange) => {
    if (maps.underWay().length > 0) throw new CopyTrouble("in-use", "a map is being read; let it end or stop it first");
    const goOn = await background.pause();
    try {
      return store.whileClosed(exchange);
    } finally {
      goOn();
      watching.refresh();
    }
  });
  const housekeeping = keepHouse(store, report);

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // What a form of any site can send without asking is taken by no route.
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  answerFailures(app, report);
  guard(app, () => portOf(app) ?? port);
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy }, strictTransportSecurity: false, referrerPolicy: { policy: "no-referrer" } });
  // What was seen of a runner's body stays out of every cache.
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
  });
  await app.register(swagger, { openapi: { openapi: "3.1.0", info: { title: "Footfall", version, description: "The web app's own API, on this machine only." } }, transform: jsonSchemaTransform });
  await app.register(async (routes: App) => {
    const context = { store, version, background, jobs };
    profileRoutes(routes, context);
    runRoutes(routes, context);
    backRoutes(routes, context);
    importRoutes(routes, context);
    duplicateRoutes(routes, context);
    archiveRoutes(routes, incoming);
    watchRoutes(routes, context, watching);
    shoeRoutes(routes, context);
    diaryRoutes(routes, context);
    diaryFileRoutes(routes, context);
    lanRoutes(routes, context, lan);
    surfaceRoutes(routes, context);
    mapRoutes(routes, context, maps);
    whatIfRoutes(routes, context);
    linkRoutes(routes, context, desk);
    experimentRoutes(routes, context);
    reportRoutes(routes, context, desk);
    planRoutes(routes, context);
    truthRoutes(routes);
    copyRoutes(routes, context, copies);
    postureRoutes(routes, context);
    routes.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
  });
  poseRoutes(app);
  await serveWebApp(app, webRoot);
  app.addHook("preClose", async () => {
    const watchesEnded = watching.stop();
    await jobs.closeAll();
    await watchesEnded;
    await desk.close();
    await maps.closeAll();
    await copies.close();
    housekeeping.stop();
    await background.stop();
  });
  await app.ready();
  await incoming.resumeLeft();
  watching.refresh();
  return { app, background };
}

function portOf({ server }: App): number | null {
  const address = server.listening ? server.address() : null;
  return address !== null && typeof address === "object" ? address.port : null;
}
