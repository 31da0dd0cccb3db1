import { queryOptions } from "@tanstack/react-query";
import type { Duplicates } from "../../../server/api.ts";
import type { WatchedFolders } from "../../../server/watch-api.ts";
import { ask } from "./ask.ts";

export const duplicatesQuery = queryOptions({ queryKey: ["duplicates"], queryFn: ({ signal }) => ask<Duplicates>("/api/duplicates", { signal }) });

export const watchedQuery = queryOptions({
  queryKey: ["watched-folders"],
  queryFn: ({ signal }) => ask<WatchedFolders>("/api/watched-folders", { signal }),
  // What is in the way of a watch may come and go.
  refetchInterval: ({ state }) => (state.data?.folders.some(({ isWatched }) => isWatched) ? 5000 : false),
});
