import { closeSync, openSync, writeSync } from "node:fs";

/** Seconds of the one run in each day. */
const runSeconds = 1800;
const day = 86_400;
const begin = Date.UTC(2016, 0, 1, 6) / 1000;

/** Writes Apple Health's `export.xml` of at least this many bytes, a day at a time: the heart and steps of all day, and a run with what a watch measures of it. Answers the number of runs. */
export function writeHealthExport(path: string, bytes: number): number {
  const file = openSync(path, "w");
  const put = (lines: readonly string[]): number => writeSync(file, `${lines.join("\n")}\n`);
  let written = put(['<?xml version="1.0" encoding="UTF-8"?>', '<HealthData locale="en_GB">', ' <ExportDate value="2026-11-01 12:00:00 +0000"/>']);
  let runs = 0;
  const workouts: string[] = [];
  for (; written < bytes; runs++) {
    const start = begin + runs * day;
    written += put([
      ...each(0, day, 150, (at) => record("HeartRate", "count/min", start + at, start + at, 60 + (at % 40))),
      ...each(0, day, 300, (at) => record("StepCount", "count", start + at, start + at + 290, 40 + (at % 60), "Phone")),
      ...each(0, runSeconds, 5, (at) => record("HeartRate", "count/min", start + at, start + at + 5, 150)),
      ...each(0, runSeconds, 60, (at) => record("StepCount", "count", start + at, start + at + 60, 166)),
      ...each(0, runSeconds, 5, (at) => record("RunningSpeed", "km/hr", start + at, start + at + 5, 10.8 + (at % 7) / 10)),
      ...each(0, runSeconds, 5, (at) => record("RunningPower", "W", start + at, start + at + 5, 250)),
      ...each(0, runSeconds, 10, (at) => record("RunningGroundContactTime", "ms", start + at, start + at + 10, 250 + (at % 9))),
      ...each(0, runSeconds, 10, (at) => record("RunningVerticalOscillation", "cm", start + at, start + at + 10, 8)),
      ...each(0, runSeconds, 10, (at) => record("RunningStrideLength", "m", start + at, start + at + 10, 1.1)),
    ]);
    workouts.push(`<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" sourceName="Watch" startDate="${moment(start)}" endDate="${moment(start + runSeconds)}"><WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" startDate="${moment(start)}" endDate="${moment(start + runSeconds)}" sum="5.4" unit="km"/></Workout>`);
  }
  put([...workouts, "</HealthData>"]);
  closeSync(file);
  return runs;
}

function each(from: number, to: number, step: number, line: (at: number) => string): string[] {
  return Array.from({ length: Math.floor((to - from) / step) }, (_, index) => line(from + index * step));
}

function record(type: string, unit: string, start: number, end: number, value: number, source = "Watch"): string {
  return ` <Record type="HKQuantityTypeIdentifier${type}" sourceName="${source}" sourceVersion="10.0" device="&lt;&lt;HKDevice: 0x1&gt;, name:Apple Watch&gt;" unit="${unit}" creationDate="${moment(end)}" startDate="${moment(start)}" endDate="${moment(end)}" value="${value}"/>`;
}

const moment = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ")} +0000`;
