import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DayCovariateId, LookTime, OstrcAnswers } from "../../../../src/index.ts";
import type { DayKept, DiaryPromptsJson, DiaryQuestions, EntryKept, EntryRemoved, RedFlagList, WeekKept } from "../../../server/diary-api.ts";
import { ask } from "../api/ask.ts";
import { flagsQuery, promptsQuery, questionsQuery } from "../api/diary-queries.ts";
import { useEdit } from "../change/use-edit.ts";
import { dayText } from "../words/dates.ts";
import { localDay, momentText, nowSeconds } from "../words/local-time.ts";
import type { ToldEntry } from "./entry-form.tsx";

/** What can be done with the diary; what is written can be taken back. */
export function useDiary() {
  const edit = useEdit();
  const client = useQueryClient();
  return useMemo(() => ({
    add: (told: ToldEntry) => edit(() => ask<EntryKept>("/api/diary/entries", { method: "POST", json: told })),
    change: (id: number, told: ToldEntry) => edit(() => ask<EntryKept>(`/api/diary/entries/${id}`, { method: "PUT", json: told })),
    remove: (id: number) => edit(() => ask<EntryRemoved>(`/api/diary/entries/${id}`, { method: "DELETE" })),
    answerDay: (day: string, answers: Readonly<Partial<Record<DayCovariateId, number | null>>>) => edit(() => ask<DayKept>(`/api/diary/days/${day}`, { method: "PUT", json: { answers } })),
    answerWeek: (answers: OstrcAnswers) => edit(() => ask<WeekKept>(`/api/diary/weeks/${dayText(localDay(nowSeconds()))}`, { method: "PUT", json: { answers } })),
    async answerFlags(marked: readonly string[]): Promise<void> {
      const list = await ask<RedFlagList>("/api/diary/red-flags", { method: "POST", json: { at: momentText(nowSeconds()), marked } });
      client.setQueryData(flagsQuery.queryKey, list);
      await client.invalidateQueries({ queryKey: promptsQuery.queryKey });
    },
    async passLooks(runId: number, times: readonly LookTime[]): Promise<void> {
      client.setQueryData(promptsQuery.queryKey, await ask<DiaryPromptsJson>("/api/diary/prompts/pass", { method: "POST", json: { runId, times } }));
    },
    async chooseQuestions(chosen: readonly DayCovariateId[]): Promise<void> {
      client.setQueryData(questionsQuery.queryKey, await ask<DiaryQuestions>("/api/diary/questions", { method: "PUT", json: { chosen } }));
    },
  }), [edit, client]);
}
