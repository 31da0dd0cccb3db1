import { queryOptions } from "@tanstack/react-query";
import type { FindingsJson, ReportJson } from "../../../server/report-api.ts";
import { ask } from "./ask.ts";

/** The part of an address that tells the runner's own question. */
export const questionPart = (question: string): string => (question.trim() === "" ? "" : `?question=${encodeURIComponent(question.trim())}`);

export const reportQuery = (question: string) => queryOptions({ queryKey: ["report", question.trim()], queryFn: ({ signal }) => ask<ReportJson>(`/api/report${questionPart(question)}`, { signal }) });

export const findingsQuery = queryOptions({ queryKey: ["findings"], queryFn: ({ signal }) => ask<FindingsJson>("/api/findings", { signal }) });
