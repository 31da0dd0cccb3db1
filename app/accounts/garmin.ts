import { z } from "zod";
import { isSameStart, type Account, type AccountShoe, type ActivityFacts } from "./account.ts";

const id = z.union([z.number(), z.string()]).transform(String);
const gearFile = z.object({
  gearDTOS: z.array(z.object({ gearPk: id, gearTypeName: z.string().nullish(), gearStatusName: z.string().nullish(), displayName: z.string().nullish(), customMakeModel: z.string().nullish(), gearMakeName: z.string().nullish(), dateBegin: z.string().nullish().catch(null) }).loose()),
  gearActivityDTOs: z.record(z.string(), z.array(z.object({ activityId: id }).loose())).catch({}),
});
const activity = z.object({ activityId: id, name: z.string().nullish(), description: z.string().nullish(), beginTimestamp: z.number().nullish(), startTimeGmt: z.number().nullish(), distance: z.number().nullish() }).loose();
const activitiesFile = z.object({ summarizedActivitiesExport: z.array(z.unknown()) });

/** Garmin counts distances in these [1/m]. */
const centimetres = 100;

/** Garmin's `…_gear.json` and `…_summarizedActivities.json`: the files themselves bear upload numbers, so that only the start tells which activity a file is. */
export function garminAccount(gear: readonly Uint8Array[], activities: readonly Uint8Array[]): Account {
  const troubles: string[] = [];
  const shoes: AccountShoe[] = [];
  const gearOf = new Map<string, string>();
  for (const entry of gear.flatMap((bytes) => entries(bytes, "gear.json", troubles))) {
    const read = gearFile.safeParse(entry);
    if (!read.success) {
      troubles.push("gear.json: not as Garmin writes it; shoes were left out");
      continue;
    }
    for (const { gearPk, gearTypeName, gearStatusName, displayName, customMakeModel, gearMakeName, dateBegin } of read.data.gearDTOS) {
      const name = (displayName ?? "").trim() || (customMakeModel ?? "").trim();
      if (name === "" || (gearTypeName && !/shoe/i.test(gearTypeName))) continue;
      shoes.push({ name, brand: gearMakeName?.trim() || null, model: customMakeModel?.trim() || null, since: /^\d{4}-\d{2}-\d{2}/.exec(dateBegin ?? "")?.[0] ?? null, isRetired: gearStatusName === "retired" });
      for (const { activityId } of read.data.gearActivityDTOs[gearPk] ?? []) gearOf.set(activityId, name);
    }
  }
  const byStart: { startedAt: number; facts: ActivityFacts }[] = [];
  let unread = 0;
  for (const entry of activities.flatMap((bytes) => entries(bytes, "summarizedActivities.json", troubles))) {
    const list = activitiesFile.safeParse(entry);
    for (const one of list.success ? list.data.summarizedActivitiesExport : [entry]) {
      const read = activity.safeParse(one);
      const begun = read.success ? read.data.beginTimestamp ?? read.data.startTimeGmt ?? null : null;
      if (!read.success || begun === null) {
        unread++;
        continue;
      }
      const { activityId, name, description, distance } = read.data;
      byStart.push({ startedAt: begun / 1000, facts: { name: name?.trim() || null, description: description?.trim() || null, gear: gearOf.get(activityId) ?? null, distance: typeof distance === "number" ? distance / centimetres : null, weather: null } });
    }
  }
  if (unread > 0) troubles.push(`summarizedActivities.json: ${unread} activities are not as Garmin writes them; their names were left out`);
  return { service: "garmin", byPath: new Map(), byStart: byStart.toSorted((one, other) => one.startedAt - other.startedAt), shoes, withoutFile: [], troubles };
}

/** Facts of the activity that began at a time; null where none or several began then. */
export function factsAt({ byStart }: Account, startedAt: number): ActivityFacts | null {
  const near = byStart.filter((candidate) => isSameStart(candidate.startedAt, startedAt));
  return near.length === 1 ? near[0]?.facts ?? null : null;
}

function entries(bytes: Uint8Array, name: string, troubles: string[]): unknown[] {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(read) ? read : [read];
  } catch {
    troubles.push(`${name}: damaged JSON; what it tells was left out`);
    return [];
  }
}
