import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  addedSurfaceMap, duplicates, importFiles, importList, importPlan, importRecord, removed, runDetail, runForm, runList, surfaceMap, surfaceMapList, surfaceMatch,
} from "../../app/server/api.ts";
import { assigned, cabinet, cabinetExport, cabinetImported, changed, comparison, editList, groundExport, groundImported, runUnderfoot, shoeEdit, surfaceShares } from "../../app/server/underfoot-api.ts";
import { postureEntry, postureImported, postureList, postureRemoved } from "../../app/server/posture-api.ts";
import * as diary from "../../app/server/diary-api.ts";
import { diaryFile } from "../../app/storage/index.ts";
import { experiment, experimentList, experimentPlanned } from "../../app/server/experiment-api.ts";
import { claimsAnswer } from "../../app/server/claims-api.ts";
import { linkAnswer } from "../../app/server/link-api.ts";
import { whatIfAnswer } from "../../app/server/what-if-api.ts";
import { planTold, weekPlan } from "../../app/server/plan-api.ts";
import { backupManifest, exportManifest, exportSchema } from "../../app/copies/index.ts";
import { report } from "../../app/server/report-api.ts";
import { expectShape, schemaFiles, schemasFolder } from "./published-schemas.ts";

/** Commands that answer what the web API answers: their schemas are written from its single source. */
const shared = {
  runs: ["footfall runs --json", runList],
  run: ["footfall run ID --json", runDetail],
  import: ["footfall import --json and undo --json", importRecord],
  duplicates: ["footfall duplicates --json", duplicates],
  "import-plan": ["footfall import --dry-run --json", importPlan],
  imports: ["footfall imports --json", importList],
  "import-files": ["footfall imports ID --json", importFiles],
  "added-surface-map": ["footfall surfaces add --json", addedSurfaceMap],
  "surface-map": ["footfall surfaces maps --remove and --restore --json", surfaceMap],
  "surface-maps": ["footfall surfaces maps --json", surfaceMapList],
  "surface-match": ["footfall surfaces match --json, each element", surfaceMatch],
  form: ["form of footfall analyse --json", runForm],
  posture: ["footfall posture list --json", postureList],
  "posture-entry": ["footfall posture add --json", postureEntry],
  "posture-imported": ["footfall posture import --json", postureImported],
  "posture-removed": ["footfall posture remove --json", postureRemoved],
  removed: ["footfall sample remove --json", removed],
  shoes: ["footfall shoes --json", cabinet],
  "shoe-edit": ["footfall shoes add, edit, retire and remove --json", shoeEdit],
  "shoe-comparison": ["footfall shoes compare --json", comparison],
  "shoes-assigned": ["footfall shoes assign --json", assigned],
  "shoes-import": ["footfall shoes import --json", cabinetImported],
  "shoes-export": ["footfall shoes export", cabinetExport],
  surfaces: ["footfall surfaces --json", surfaceShares],
  "surfaces-import": ["footfall surfaces import --json", groundImported],
  "surfaces-export": ["footfall surfaces export", groundExport],
  "run-underfoot": ["footfall surfaces list RUN --json", runUnderfoot],
  "what-if": ["footfall what-if --json", whatIfAnswer],
  experiment: ["footfall experiment show and result --json", experiment],
  experiments: ["footfall experiment --json", experimentList],
  "experiment-planned": ["footfall experiment plan --json", experimentPlanned],
  claims: ["footfall claims --json", claimsAnswer],
  link: ["footfall link --json", linkAnswer],
  plan: ["footfall plan --json", weekPlan],
  report: ["footfall report --json", report],
  "plan-set": ["footfall plan set --json", planTold],
  diary: ["footfall diary list --json", diary.diary],
  "diary-entry": ["footfall diary add, none and edit --json", diary.entryKept],
  "diary-removed": ["footfall diary remove --json", diary.entryRemoved],
  "diary-day": ["footfall diary day --json", diary.dayKept],
  "diary-questions": ["footfall diary questions --json", diary.questions],
  "diary-weeks": ["footfall diary week --json", diary.weeks],
  "diary-week": ["footfall diary week with answers --json", diary.weekKept],
  "diary-flags": ["footfall diary flags --json", diary.redFlagList],
  "diary-prompts": ["footfall diary prompts --json", diary.prompts],
  "diary-file": ["footfall diary export", diaryFile],
  "diary-imported": ["footfall diary import of such a file --json", diary.diaryImported],
  "diary-table": ["footfall diary import of a table --json", diary.tableImported],
  "diary-preview": ["footfall diary import --dry-run --json", diary.tablePreview],
  edit: ["footfall surfaces set --json and edits undo --json", changed],
  edits: ["footfall edits --json", editList],
  export: ["footfall export --json, and footfall-export.json in it", exportManifest],
  "backup-manifest": ["footfall-backup.json in a backup", backupManifest],
} as const;

test.each(Object.entries(shared))("schemas/%s.json is what app/server/api.ts says", (name, [title, shape]) => {
  const text = `${JSON.stringify({ $id: `${name}.json`, title, ...z.toJSONSchema(shape) }, null, 2)}\n`;
  const path = `${schemasFolder}${name}.json`;
  if (process.env["UPDATE_SCHEMAS"]) writeFileSync(path, text);
  expect(readFileSync(path, "utf8"), "run UPDATE_SCHEMAS=1 npx vitest run test/contracts/schemas.test.ts").toBe(text);
});

test("schemas/export-tables.json is what the store's own tables say", () => {
  const text = `${JSON.stringify(exportSchema(), null, 2)}\n`;
  const path = `${schemasFolder}export-tables.json`;
  if (process.env["UPDATE_SCHEMAS"]) writeFileSync(path, text);
  expect(readFileSync(path, "utf8"), "run UPDATE_SCHEMAS=1 npx vitest run test/contracts/schemas.test.ts").toBe(text);
});

test("every schema has a title and an id that is its file's name", () => {
  for (const file of schemaFiles) {
    const { $id, title }: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(schemasFolder + file, "utf8"));
    expect($id).toBe(file);
    expect(title).toBeTruthy();
  }
});

test("a quantity without its band is refused", () => {
  expectShape("quantity", { value: 2.41, low: 2.2, high: 2.65, unit: "bodyWeight", basis: "measured" });
  expect(() => expectShape("quantity", { value: 2.41, unit: "bodyWeight", basis: "measured" })).toThrow();
});
