import { queryOptions } from "@tanstack/react-query";
import type { WeekPlanJson } from "../../../server/plan-api.ts";
import { ask } from "./ask.ts";

export const planQuery = queryOptions({ queryKey: ["plan"], queryFn: ({ signal }) => ask<WeekPlanJson>("/api/plan", { signal }) });
