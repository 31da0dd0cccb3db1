/** What a FIT file that is not an activity holds, in words. */
export function fileTypeName(type: number): string {
  return names[type] ?? `a FIT file of type ${type}`;
}

/** FIT's number for an activity file. */
export const activityFileType = 4;

const names: Readonly<Record<number, string>> = {
  1: "a device's description", 2: "settings", 3: "sport settings", 5: "a workout plan", 6: "a course", 7: "a schedule", 9: "weights", 10: "totals", 11: "goals",
  14: "blood pressure", 15: "daily monitoring", 20: "an activity summary", 28: "daily monitoring", 32: "daily monitoring", 34: "a segment", 35: "a list of segments",
  40: "a device configuration", 44: "metrics", 49: "sleep", 68: "heart rate variability",
};
