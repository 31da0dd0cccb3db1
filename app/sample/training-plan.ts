/** What kind of run was planned; each has its own pace, route and sensors. */
export type RunKind = "easy" | "long" | "tempo" | "trail" | "treadmill";

/** What the simulated watch wore with it: nothing, a foot pod that writes developer fields, or a strap that gives native running dynamics. */
export type Sensors = "watch" | "pod" | "strap";

export interface PlannedRun {
  readonly kind: RunKind;
  /** Days before the calendar's last day. */
  readonly daysAgo: number;
  /** Local time of day [s]. */
  readonly timeOfDay: number;
  /** Time on foot [s]. */
  readonly duration: number;
  readonly sensors: Sensors;
  /** Place of the shoe in the sample runner's shoes. */
  readonly shoe: number;
}

const weeks = 12;
const minutes = 60;
const hours = 3600;

/** Twelve weeks, oldest first: Tuesday easy or on the treadmill, Thursday tempo, Saturday easy or trail, Sunday long; every fourth week is lighter. */
export function trainingPlan(): readonly PlannedRun[] {
  return Array.from({ length: weeks }, (_, week) => planWeek(week)).flat();
}

function planWeek(week: number): PlannedRun[] {
  const isLight = week % 4 === 3;
  const hasTrail = week % 2 === 1;
  const sensors: Sensors = week < 4 ? "watch" : week < 8 ? "pod" : "strap";
  const road = week < 6 ? 0 : 1;
  const sunday = 7 * (weeks - 1 - week);
  const tuesday: PlannedRun = week % 3 === 2
    ? { kind: "treadmill", daysAgo: sunday + 5, timeOfDay: 19 * hours, duration: 35 * minutes, sensors: week < 8 ? "watch" : "strap", shoe: road }
    : { kind: "easy", daysAgo: sunday + 5, timeOfDay: 18.2 * hours, duration: 42 * minutes, sensors, shoe: road };
  const thursday: PlannedRun = { kind: "tempo", daysAgo: sunday + 3, timeOfDay: 18 * hours, duration: 52 * minutes, sensors, shoe: 1 };
  const saturday: PlannedRun = hasTrail
    ? { kind: "trail", daysAgo: sunday + 1, timeOfDay: 9.1 * hours, duration: 68 * minutes, sensors: "watch", shoe: 0 }
    : { kind: "easy", daysAgo: sunday + 1, timeOfDay: 9 * hours, duration: 45 * minutes, sensors, shoe: road };
  const long: PlannedRun = { kind: "long", daysAgo: sunday, timeOfDay: 8.5 * hours, duration: (isLight ? 65 : 76 + 3 * week) * minutes, sensors, shoe: road };
  return isLight ? [thursday, saturday, long] : [tuesday, thursday, saturday, long];
}
