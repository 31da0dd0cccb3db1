import { queryOptions } from "@tanstack/react-query";
import type { WhatIfGround } from "../../../server/what-if-api.ts";
import { ask } from "./ask.ts";

/** What was run: one run, or the last four weeks. */
export const whatIfQuery = (run: number | null) =>
  queryOptions({ queryKey: ["what-if", run], queryFn: ({ signal }) => ask<WhatIfGround>(`/api/what-if${run === null ? "" : `?run=${run}`}`, { signal }) });
