import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ImportList, RunDetail, RunFormJson, RunList, RunnerProfile, RunSeries, Status, TruthReport } from "../../../server/api.ts";
import type { PostureList } from "../../../server/posture-api.ts";
import { ask } from "./ask.ts";

const pageLength = 60;

export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => ask<Status>("/api/status", { signal }),
  refetchInterval: ({ state }) => (state.data?.recompute ? 1000 : false),
});

export const runnerQuery = queryOptions({ queryKey: ["runner"], queryFn: ({ signal }) => ask<RunnerProfile>("/api/runner", { signal }) });

export const runsQuery = infiniteQueryOptions({
  queryKey: ["runs"],
  queryFn: ({ pageParam, signal }) => ask<RunList>(`/api/runs?offset=${pageParam}&limit=${pageLength}`, { signal }),
  initialPageParam: 0,
  getNextPageParam: ({ total }, pages) => {
    const known = pages.reduce((sum, page) => sum + page.runs.length, 0);
    return known < total ? known : undefined;
  },
  // Figures that are being computed anew arrive one after another.
  refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.runs.some((run) => run.isStale)) ? 2000 : false),
});

export const runQuery = (id: number) => queryOptions({ queryKey: ["run", id], queryFn: ({ signal }) => ask<RunDetail>(`/api/runs/${id}`, { signal }) });

export const seriesQuery = (id: number) =>
  queryOptions({ queryKey: ["run", id, "series"], queryFn: ({ signal }) => ask<RunSeries>(`/api/runs/${id}/series`, { signal }), staleTime: Infinity });

export const formQuery = (id: number) =>
  queryOptions({ queryKey: ["run", id, "form"], queryFn: ({ signal }) => ask<RunFormJson>(`/api/runs/${id}/form`, { signal }), staleTime: Infinity });

export const importsQuery = queryOptions({ queryKey: ["imports"], queryFn: ({ signal }) => ask<ImportList>("/api/imports", { signal }) });

export const postureQuery = queryOptions({ queryKey: ["posture"], queryFn: ({ signal }) => ask<PostureList>("/api/posture", { signal }) });

// The same until the model changes, and then the page is another.
export const truthQuery = queryOptions({ queryKey: ["truth"], queryFn: ({ signal }) => ask<TruthReport>("/api/truth", { signal }), staleTime: Infinity });
