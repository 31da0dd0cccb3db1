import { parseDecimal } from "../xml/values.ts";
import { parseAppleTime } from "./apple-time.ts";
import { spells, type TagVisitor } from "./scan-tags.ts";
import { inMetres } from "./units.ts";
import type { RoutePoint, Workout } from "./workout.ts";

const encoder = new TextEncoder();
const [workoutName, metadata, fileReference, routePoint, exportDate] = ["Workout", "MetadataEntry", "FileReference", "RoutePoint", "ExportDate"].map((name) => encoder.encode(name));

/** First reading of an export: its workouts, which stand at its end, behind the records. */
export function findWorkouts(): { readonly visitor: TagVisitor; readonly workouts: Workout[]; readonly isWhole: () => boolean } {
  const workouts: Workout[] = [];
  let workout: Workout | null = null;
  let isWhole = false;
  return {
    workouts,
    isWhole: () => isWhole,
    visitor: {
      attributes: ["workoutActivityType", "sourceName", "device", "totalDistance", "totalDistanceUnit", "startDate", "endDate", "type", "sum", "unit", "date", "key", "value", "path", "time", "lat", "lon", "ele", "speed"],
      // Records are hopped over; metadata count only within a workout.
      wants: (bytes, at) => spells(bytes, at, workoutName!) || (workout !== null && (spells(bytes, at, metadata!) || spells(bytes, at, fileReference!) || spells(bytes, at, routePoint!))) || spells(bytes, at, exportDate!),
      open(name, attributes) {
        const of = (key: string): string => attributes.get(key) ?? "";
        if (name === "Workout") workouts.push((workout = workoutOf(of)));
        else if (!workout) return;
        else if (name === "WorkoutStatistics" && of("type").endsWith("DistanceWalkingRunning") && attributes.has("sum")) workout.distance = inMetres(parseDecimal(of("sum")), of("unit"));
        else if (name === "WorkoutEvent") {
          const kind = eventKinds[of("type")];
          if (kind) workout.events.push({ kind, time: parseAppleTime(of("date")).time });
        } else if (name === "MetadataEntry" && of("key") === "HKIndoorWorkout") workout.indoor = of("value") === "1";
        else if (name === "FileReference") workout.routes.push(of("path").replace(/^\/+/, ""));
        else if (name === "RoutePoint") workout.points.push(pointOf(of));
      },
      close(name) {
        if (name === "Workout") workout = null;
        else if (name === "HealthData") isWhole = true;
      },
    },
  };
}

const eventKinds: Readonly<Record<string, "pause" | "resume">> = {
  HKWorkoutEventTypePause: "pause", HKWorkoutEventTypeMotionPaused: "pause", HKWorkoutEventTypeResume: "resume", HKWorkoutEventTypeMotionResumed: "resume",
};

function workoutOf(of: (key: string) => string): Workout {
  const start = parseAppleTime(of("startDate"));
  return {
    activity: of("workoutActivityType"), startedAt: start.time, endedAt: parseAppleTime(of("endDate")).time, utcOffset: start.utcOffset, source: of("sourceName"),
    device: of("device"), distance: of("totalDistance") === "" ? NaN : inMetres(parseDecimal(of("totalDistance")), of("totalDistanceUnit")), indoor: null,
    routes: [], events: [], records: new Map(), points: [],
  };
}

function pointOf(of: (key: string) => string): RoutePoint {
  return { time: parseDecimal(of("time")), latitude: parseDecimal(of("lat")), longitude: parseDecimal(of("lon")), altitude: parseDecimal(of("ele")), speed: parseDecimal(of("speed")) };
}
