import { queryOptions } from "@tanstack/react-query";
import type { Duplicates } from "../../../server/api.ts";
import type { DataPlace } from "../../../server/copies-api.ts";
import type { WatchedFolders } from "../../../server/watch-api.ts";
import { ask } from "./ask.ts";

export const duplicatesQuery = queryOptions({ queryKey: ["duplicates"], queryFn: ({ signal }) => ask<Duplicates>("/api/duplicates", { signal }) });

export const watchedQuery = queryOptions({
  queryKey: ["watched-folders"],
  queryFn: ({ signal }) => ask<WatchedFolders>("/api/watched-folders", { signal }),
  // What is in the way of a watch may come and go.
  refetchInterval: ({ state }) => (state.data?.folders.some(({ isWatched }) => isWatched) ? 5000 : false),
});

export const placeQuery = queryOptions({
  queryKey: ["data"],
  queryFn: ({ signal }) => ask<DataPlace>("/api/data", { signal }),
  refetchInterval: ({ state }) => (state.data?.job?.state === "running" ? 400 : false),
});
