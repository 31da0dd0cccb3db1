import { parseDecimal, parseTime } from "../xml/values.ts";
import { isNamed, spells } from "./spelling.ts";
import type { TagVisitor } from "./scan-tags.ts";
import { inMetres } from "./units.ts";
import type { RoutePoint, Workout } from "./workout.ts";

const encoder = new TextEncoder();
const nameOf = (name: string): Uint8Array => encoder.encode(name);
const names = { workout: nameOf("Workout"), statistics: nameOf("WorkoutStatistics"), event: nameOf("WorkoutEvent"), metadata: nameOf("MetadataEntry"), file: nameOf("FileReference"), point: nameOf("RoutePoint"), data: nameOf("HealthData") };
const withinWorkout = [names.metadata, names.file, names.point];

const attributes = [
  "workoutActivityType", "sourceName", "device", "totalDistance", "totalDistanceUnit", "startDate", "endDate", "type", "sum", "unit", "date", "key", "value", "path", "time", "lat", "lon", "ele", "speed", "damaged",
] as const;
type Attribute = (typeof attributes)[number];

/** A reading under way. */
export interface FoundWorkouts {
  readonly visitor: TagVisitor;
  readonly workouts: Workout[];
  /** Elements known to be lost: one where the export breaks off, and those that an excerpt says its export had lost. */
  readonly lost: () => number;
}

/** First reading of an export: its workouts, which stand at its end, behind the records. */
export function findWorkouts(): FoundWorkouts {
  const workouts: Workout[] = [];
  let workout: Workout | null = null;
  let isWhole = false;
  let lostBefore = 0;
  return {
    workouts,
    lost: () => lostBefore + (isWhole ? 0 : 1),
    visitor: {
      attributes,
      // Records are hopped over; metadata count only within a workout.
      wants: (bytes, at) => spells(bytes, at, names.workout) || (workout !== null && withinWorkout.some((name) => spells(bytes, at, name))) || spells(bytes, at, names.data),
      open(tag) {
        const of = (name: Attribute): string => tag.text(attributes.indexOf(name));
        if (tag.isNamed(names.workout)) workouts.push((workout = workoutOf(of)));
        else if (tag.isNamed(names.data)) lostBefore = Math.max(0, parseDecimal(of("damaged")) || 0);
        else if (!workout) return;
        else if (tag.isNamed(names.statistics)) {
          if (of("type").endsWith("DistanceWalkingRunning") && of("sum") !== "") workout.distance = inMetres(parseDecimal(of("sum")), of("unit"));
        } else if (tag.isNamed(names.event)) {
          const kind = eventKinds[of("type")];
          if (kind) workout.events.push({ kind, time: parseTime(of("date")).time });
        } else if (tag.isNamed(names.metadata)) {
          if (of("key") === "HKIndoorWorkout") workout.indoor = of("value") === "1";
        } else if (tag.isNamed(names.file)) workout.routes.push(of("path").replace(/^\/+/, ""));
        else if (tag.isNamed(names.point)) workout.points.push(pointOf(of));
      },
      close(bytes, at) {
        if (isNamed(bytes, at, names.workout)) workout = null;
        else if (isNamed(bytes, at, names.data)) isWhole = true;
      },
    },
  };
}

const eventKinds: Readonly<Record<string, "pause" | "resume">> = {
  HKWorkoutEventTypePause: "pause", HKWorkoutEventTypeMotionPaused: "pause", HKWorkoutEventTypeResume: "resume", HKWorkoutEventTypeMotionResumed: "resume",
};

function workoutOf(of: (name: Attribute) => string): Workout {
  const start = parseTime(of("startDate"));
  return {
    activity: of("workoutActivityType"), startedAt: start.time, endedAt: parseTime(of("endDate")).time, utcOffset: start.utcOffset, source: of("sourceName"),
    device: of("device"), distance: of("totalDistance") === "" ? NaN : inMetres(parseDecimal(of("totalDistance")), of("totalDistanceUnit")), indoor: null,
    routes: [], events: [], records: new Map(), points: [],
  };
}

function pointOf(of: (name: Attribute) => string): RoutePoint {
  return { time: parseDecimal(of("time")), latitude: parseDecimal(of("lat")), longitude: parseDecimal(of("lon")), altitude: parseDecimal(of("ele")), speed: parseDecimal(of("speed")) };
}
