import { useQuery } from "@tanstack/react-query";
import { runnerQuery } from "../api/queries.ts";
import type { Units } from "../words/units.ts";

/** The runner's units; kilometres and kilograms until the profile is read. */
export function useUnits(): Units {
  return useQuery(runnerQuery).data?.units ?? { distance: "km", mass: "kg" };
}
