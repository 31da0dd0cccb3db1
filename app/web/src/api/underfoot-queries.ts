import { queryOptions } from "@tanstack/react-query";
import type { MapsHere } from "../../../server/map-api.ts";
import type { Cabinet, Comparison, RunUnderfoot, SurfaceShares } from "../../../server/underfoot-api.ts";
import { ask } from "./ask.ts";

export const cabinetQuery = queryOptions({ queryKey: ["shoes"], queryFn: ({ signal }) => ask<Cabinet>("/api/shoes", { signal }) });

export const surfacesQuery = queryOptions({ queryKey: ["surfaces"], queryFn: ({ signal }) => ask<SurfaceShares>("/api/surfaces", { signal }) });

export const mapsQuery = queryOptions({
  queryKey: ["surfaces", "maps"],
  queryFn: ({ signal }) => ask<MapsHere>("/api/surfaces/maps", { signal }),
  refetchInterval: ({ state }) => (state.data?.matching ? 1000 : false),
});

export const runUnderfootQuery = (id: number) => queryOptions({ queryKey: ["run", id, "underfoot"], queryFn: ({ signal }) => ask<RunUnderfoot>(`/api/runs/${id}/underfoot`, { signal }) });

/** Two pairs, each as it is or new. */
export interface ComparedPairs {
  readonly one: number;
  readonly isOneNew: boolean;
  readonly other: number;
  readonly isOtherNew: boolean;
}

export const comparisonQuery = ({ one, isOneNew, other, isOtherNew }: ComparedPairs) =>
  queryOptions({
    queryKey: ["shoes", "compare", one, isOneNew, other, isOtherNew],
    queryFn: ({ signal }) => ask<Comparison>(`/api/shoes/compare?one=${one}&oneNew=${isOneNew}&other=${other}&otherNew=${isOtherNew}`, { signal }),
  });
