import { backOverview } from "../storage/index.ts";
import * as api from "./back-api.ts";
import type { App, RouteContext } from "./routes.ts";

/** What the pages of the back draw at once. */
export function backRoutes(app: App, { store }: RouteContext): void {
  app.get("/api/back", { schema: { summary: "The diary day by day beside the runs", response: { 200: api.backOverview } } }, () => backOverview(store));
}
