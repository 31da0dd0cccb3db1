import { decidePair, listDuplicates, ownRunnerId } from "../storage/index.ts";
import * as api from "./api.ts";
import { notThere } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";

/** Runs that came twice: which are taken as one, and which wait for the runner's word. */
export function duplicateRoutes(app: App, { store, background }: RouteContext): void {
  app.get("/api/duplicates", { schema: { summary: "Recordings taken as one run, and pairs to decide", response: { 200: api.duplicates } } }, () => listDuplicates(store, ownRunnerId));

  app.post("/api/duplicates", { schema: { summary: "Decide whether two recordings are one run", body: api.pairDecision, response: { 200: api.duplicates, 400: api.apiError, 404: api.apiError } } }, ({ body: { one, other, isSame } }) => {
    if (!decidePair(store, ownRunnerId, one, other, isSame)) throw notThere("run", other);
    background.refresh();
    return listDuplicates(store, ownRunnerId);
  });
}
