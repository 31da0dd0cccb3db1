import { queryOptions } from "@tanstack/react-query";
import type { LinkAnswerJson } from "../../../server/link-api.ts";
import { ask } from "./ask.ts";

export const linkQuery = queryOptions({ queryKey: ["link"], queryFn: ({ signal }) => ask<LinkAnswerJson>("/api/link", { signal }) });
