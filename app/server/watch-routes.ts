import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { forgetWatchedFolder, isoMoment, keepWatchedFolder, lastImportFrom, listWatchedFolders, ownRunnerId, setWatchedByApp, type Store } from "../storage/index.ts";
import * as api from "./api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";
import { offeredPlaces, placeToWatch, watchChange, watchedFolders, type WatchedFolders } from "./watch-api.ts";
import { watchedSource, type Watching } from "./watching.ts";

const answers = { 200: watchedFolders, 400: api.apiError, 404: api.apiError };

/** Watched folders: which there are, watch, rest, forget. */
export function watchRoutes(app: App, { store }: Pick<RouteContext, "store">, watching: Watching): void {
  const list = (): WatchedFolders => {
    const folders = listWatchedFolders(store, ownRunnerId).map(({ id, path, isWatchedByApp }) => {
      const look = watching.lookOf(id);
      return { id, path, isWatched: isWatchedByApp, lookedAt: look && isoMoment(look.at), trouble: look?.trouble ?? null };
    });
    const offered = offeredPlaces.map((place) => ({ place, path: pathOf(store, place) })).filter(({ place, path }) => (place === "inbox" || existsSync(path)) && folders.every((folder) => folder.path !== path));
    return { folders, offered, lastImport: lastImportFrom(store, ownRunnerId, watchedSource) };
  };
  const settled = (): WatchedFolders => {
    watching.refresh();
    return list();
  };

  app.get("/api/watched-folders", { schema: { summary: "Folders whose new files are imported by themselves", response: { 200: watchedFolders } } }, list);

  app.post("/api/watched-folders", { schema: { summary: "Watch one of the offered places", body: placeToWatch, response: answers } }, ({ body: { place } }) => {
    const path = pathOf(store, place);
    if (place === "inbox") mkdirSync(path, { recursive: true, mode: 0o700 });
    else if (!existsSync(path)) throw new RequestFailure(404, "not-found", `${path}: there is no such folder`);
    setWatchedByApp(store, ownRunnerId, keepWatchedFolder(store, ownRunnerId, path).id, true);
    return settled();
  });

  app.put("/api/watched-folders/:id", { schema: { summary: "Watch a folder, or let it rest", params: api.idParameters, body: watchChange, response: answers } }, ({ params: { id }, body: { isWatched } }) => {
    if (!setWatchedByApp(store, ownRunnerId, id, isWatched)) throw notThere("folder", id);
    return settled();
  });

  app.delete("/api/watched-folders/:id", { schema: { summary: "Forget a folder; its runs stay", params: api.idParameters, response: answers } }, ({ params: { id } }) => {
    if (!forgetWatchedFolder(store, ownRunnerId, id)) throw notThere("folder", id);
    return settled();
  });
}

function pathOf(store: Store, place: (typeof offeredPlaces)[number]): string {
  return place === "inbox" ? join(store.home, "inbox") : join(process.env["HOME"] ?? homedir(), "Downloads");
}
