import { diaryRunnerId, sampleRunnerId } from "../storage/index.ts";
import type { LinkDesk } from "../link/index.ts";
import { claimsAnswer } from "./claims-api.ts";
import { linkAnswer } from "./link-api.ts";
import type { App, RouteContext } from "./routes.ts";

/** Does pain go with running, and with which part of it? */
export function linkRoutes(app: App, { store }: Pick<RouteContext, "store">, desk: LinkDesk): void {
  app.get("/api/link", { schema: { summary: "Does pain go with running, and with which part of it", response: { 200: linkAnswer } } }, async () => {
    const runnerId = diaryRunnerId(store);
    return { isSample: sampleRunnerId(store) === runnerId, ...await desk.ask(store, runnerId) };
  });

  app.get("/api/claims", { schema: { summary: "The claims ledger", response: { 200: claimsAnswer } } }, async () => {
    const runnerId = diaryRunnerId(store);
    return { isSample: sampleRunnerId(store) === runnerId, ...await desk.claims(store, runnerId) };
  });
}
