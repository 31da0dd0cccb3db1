import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Store } from "../storage/index.ts";
import type { Background } from "./background.ts";
import type { ImportJobs } from "./import-jobs.ts";

/** The server's app, whose routes take and give what their zod schemas say. */
export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>;

/** What routes work with. */
export interface RouteContext {
  readonly store: Store;
  readonly version: string;
  readonly background: Background;
  readonly jobs: ImportJobs;
}
