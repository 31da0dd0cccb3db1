import { queryOptions } from "@tanstack/react-query";
import type { BackOverview } from "../../../server/back-api.ts";
import type { DiaryJson, DiaryPromptsJson, DiaryQuestions, DiaryWeeks, RedFlagList } from "../../../server/diary-api.ts";
import { ask } from "./ask.ts";

export const backQuery = queryOptions({ queryKey: ["back"], queryFn: ({ signal }) => ask<BackOverview>("/api/back", { signal }) });

/** Entries and answers of some days, both inside, as 2026-05-02. */
export const diaryQuery = (from: string, to: string) => queryOptions({ queryKey: ["diary", from, to], queryFn: ({ signal }) => ask<DiaryJson>(`/api/diary?from=${from}&to=${to}`, { signal }) });

export const promptsQuery = queryOptions({ queryKey: ["diary", "prompts"], queryFn: ({ signal }) => ask<DiaryPromptsJson>("/api/diary/prompts", { signal }) });

export const flagsQuery = queryOptions({ queryKey: ["diary", "flags"], queryFn: ({ signal }) => ask<RedFlagList>("/api/diary/red-flags", { signal }) });

export const weeksQuery = queryOptions({ queryKey: ["diary", "weeks"], queryFn: ({ signal }) => ask<DiaryWeeks>("/api/diary/weeks", { signal }) });

export const questionsQuery = queryOptions({ queryKey: ["diary", "questions"], queryFn: ({ signal }) => ask<DiaryQuestions>("/api/diary/questions", { signal }) });
