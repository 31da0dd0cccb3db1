import { whatIfGround } from "../storage/index.ts";
import * as api from "./api.ts";
import { notThere } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";
import * as shapes from "./what-if-api.ts";

/** What was run, for the browser to ask "what if" of. */
export function whatIfRoutes(app: App, { store }: RouteContext): void {
  app.get("/api/what-if", { schema: { summary: "What was run, as cells of footfalls", querystring: shapes.whatIfQuery, response: { 200: shapes.whatIfGround, 400: api.apiError, 404: api.apiError } } }, async ({ query: { run } }) => {
    const ground = await whatIfGround(store, run ?? null);
    if (!ground) throw notThere("run", run ?? 0);
    return ground;
  });
}
