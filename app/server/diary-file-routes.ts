import { daysCsv, diaryCsv, diaryFile, DiaryRefusal, diaryRunnerId, exportDiary, importDiary, importTable, ownRunnerId, previewTable } from "../storage/index.ts";
import { apiError } from "./api.ts";
import * as api from "./diary-api.ts";
import { RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";

const failures = { 400: apiError };
const now = (): number => Date.now() / 1000;
/** A diary of many years, in base64. */
const largestTable = 2 ** 26;

const said = (error: unknown): unknown => (error instanceof DiaryRefusal ? new RequestFailure(400, "file-refused", error.message, error.where) : error);

/** The diary as files: out, back in, and tables of other programs. */
export function diaryFileRoutes(app: App, { store }: RouteContext): void {
  const files = [
    { url: "/api/diary/export.json", summary: "The whole diary as a file", type: "application/json", name: "diary.json", text: () => JSON.stringify(exportDiary(store, diaryRunnerId(store)), null, 2) },
    { url: "/api/diary/export.csv", summary: "The diary’s entries as a table, one row a place", type: "text/csv", name: "pain.csv", text: () => diaryCsv(store, diaryRunnerId(store)) },
    { url: "/api/diary/days.csv", summary: "What the days held, as a table", type: "text/csv", name: "days.csv", text: () => daysCsv(store, diaryRunnerId(store)) },
  ] as const;
  for (const { url, summary, type, name, text } of files) {
    app.get(url, { schema: { summary } }, (_request, reply) => reply.type(`${type}; charset=utf-8`).header("content-disposition", `attachment; filename="${name}"`).send(text()));
  }

  app.post("/api/diary/import", { bodyLimit: largestTable, schema: { summary: "Take in a diary’s file; what is here stays", body: diaryFile, response: { 200: api.diaryImported, ...failures } } }, ({ body }) => {
    try {
      return importDiary(store, ownRunnerId, body, now());
    } catch (error) {
      throw said(error);
    }
  });

  app.post("/api/diary/table/preview", { bodyLimit: largestTable, schema: { summary: "What would become of a table", body: api.tableRequest, response: { 200: api.tablePreview, ...failures } } }, ({ body: { file, options } }) =>
    previewTable(store, ownRunnerId, Buffer.from(file, "base64"), options, now()).catch((error: unknown) => {
      throw said(error);
    }));

  app.post("/api/diary/table/import", { bodyLimit: largestTable, schema: { summary: "Take a table in, all in one edit", body: api.tableRequest, response: { 200: api.tableImported, ...failures } } }, ({ body: { name, file, options } }) =>
    importTable(store, ownRunnerId, { name, bytes: Buffer.from(file, "base64") }, options, now()).catch((error: unknown) => {
      throw said(error);
    }));
}
