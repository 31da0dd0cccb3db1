import { queryOptions } from "@tanstack/react-query";
import type { ClaimsJson } from "../../../server/claims-api.ts";
import type { ExperimentListJson } from "../../../server/experiment-api.ts";
import type { LinkAnswerJson } from "../../../server/link-api.ts";
import { ask } from "./ask.ts";

export const linkQuery = queryOptions({ queryKey: ["link"], queryFn: ({ signal }) => ask<LinkAnswerJson>("/api/link", { signal }) });

export const experimentsQuery = queryOptions({ queryKey: ["experiments"], queryFn: ({ signal }) => ask<ExperimentListJson>("/api/experiments", { signal }) });

export const claimsQuery = queryOptions({ queryKey: ["claims"], queryFn: ({ signal }) => ask<ClaimsJson>("/api/claims", { signal }) });
