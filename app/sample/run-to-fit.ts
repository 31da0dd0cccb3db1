import { developerDataId, encodeFit, fieldDescription, fitEpoch, type FitDeveloperField, type FitField, type FitLayout, type FitMessage, type FitValue } from "../../src/index.ts";
import type { SimulatedRun, SimulatedSecond } from "./simulate-run.ts";
import type { PlannedRun, RunKind } from "./training-plan.ts";

/** Writes a simulated run as the file a watch would have written; `startedAt` in seconds since 1970, `utcOffset` in seconds. */
export function runToFit(planned: PlannedRun, { seconds, pauses }: SimulatedRun, startedAt: number, utcOffset: number): Uint8Array {
  const begin = Math.round(startedAt) - fitEpoch;
  const last = seconds.at(-1);
  const end = begin + (last?.time ?? 0);
  const columns = columnsFor(planned, begin);
  const developerFields = columns.flatMap(({ developer }) => (developer ? [developer.field] : []));
  const layout: FitLayout = { message: 20, fields: columns.flatMap(({ field }) => (field ? [field] : [])), ...(developerFields.length > 0 ? { developerFields } : {}) };
  const timer = (time: number, type: number): FitMessage => ({ layout: eventLayout, values: [time, 0, type] });

  const messages: FitMessage[] = [
    { layout: fileIdLayout, values: [4, 255, 1, begin, "Footfall simulated watch"] },
    { layout: sportLayout, values: [running, subSport[planned.kind], titles[planned.kind]] },
    ...(developerFields.length > 0 ? [developerDataId(0, podId)] : []),
    ...columns.flatMap(({ developer }) => (developer ? [fieldDescription(developer.field, developer.name, developer.units)] : [])),
    timer(begin, timerStart),
  ];
  let paused = 0;
  for (const second of seconds) {
    const pause = pauses[paused];
    if (pause && second.time >= pause.end) {
      messages.push(timer(begin + pause.start, timerStop), timer(begin + pause.end, timerStart));
      paused++;
    }
    messages.push({ layout, values: columns.map(({ of }) => of(second)) });
  }
  const elapsed = end - begin;
  const moving = seconds.length;
  messages.push(
    timer(end, timerStop),
    { layout: sessionLayout, values: [end, begin, running, subSport[planned.kind], elapsed, moving, last?.distance ?? 0] },
    { layout: activityLayout, values: [end, moving, 1, 0, end + utcOffset] },
  );
  return encodeFit(messages);
}

const running = 1;
const timerStart = 0;
const timerStop = 4;
const titles: Readonly<Record<RunKind, string>> = {
  easy: "Easy run (simulated)", long: "Long run (simulated)", tempo: "Tempo run (simulated)", trail: "Trail run (simulated)", treadmill: "Treadmill run (simulated)",
};
const subSport: Readonly<Record<RunKind, number>> = { easy: 0, long: 0, tempo: 0, trail: 3, treadmill: 1 };
const podId = new TextEncoder().encode("footfall-sim-pod");

const timestamp: FitField = { number: 253, type: "uint32" };
const fileIdLayout: FitLayout = {
  message: 0,
  fields: [{ number: 0, type: "enum" }, { number: 1, type: "uint16" }, { number: 2, type: "uint16" }, { number: 4, type: "uint32" }, { number: 8, type: "string", count: 26 }],
};
const sportLayout: FitLayout = { message: 12, fields: [{ number: 0, type: "enum" }, { number: 1, type: "enum" }, { number: 3, type: "string", count: 32 }] };
const eventLayout: FitLayout = { message: 21, fields: [timestamp, { number: 0, type: "enum" }, { number: 1, type: "enum" }] };
const sessionLayout: FitLayout = {
  message: 18,
  fields: [
    timestamp, { number: 2, type: "uint32" }, { number: 5, type: "enum" }, { number: 6, type: "enum" },
    { number: 7, type: "uint32", scale: 1000 }, { number: 8, type: "uint32", scale: 1000 }, { number: 9, type: "uint32", scale: 100 },
  ],
};
const activityLayout: FitLayout = {
  message: 34,
  fields: [timestamp, { number: 0, type: "uint32", scale: 1000 }, { number: 1, type: "uint16" }, { number: 2, type: "enum" }, { number: 5, type: "uint32" }],
};

/** One column of the records: a native or a developer field, and its value in a second of the run. */
interface RecordColumn {
  readonly field?: FitField;
  readonly developer?: { readonly field: FitDeveloperField; readonly name: string; readonly units: string };
  readonly of: (second: SimulatedSecond) => FitValue;
}

const semicircles = (degrees: number | undefined): number | null => (degrees === undefined ? null : Math.round((degrees * 2 ** 31) / 180));

function columnsFor({ kind, sensors }: PlannedRun, begin: number): readonly RecordColumn[] {
  return [
    { field: timestamp, of: ({ time }) => begin + time },
    ...(kind === "treadmill" ? [] : outdoors),
    ...always,
    ...(sensors === "strap" ? runningDynamics : sensors === "pod" ? footPod : []),
  ];
}

const outdoors: readonly RecordColumn[] = [
  { field: { number: 0, type: "sint32" }, of: ({ place }) => semicircles(place?.latitudeDegrees) },
  { field: { number: 1, type: "sint32" }, of: ({ place }) => semicircles(place?.longitudeDegrees) },
  { field: { number: 2, type: "uint16", scale: 5, offset: 500 }, of: ({ place }) => place?.altitude ?? null },
];

const always: readonly RecordColumn[] = [
  { field: { number: 5, type: "uint32", scale: 100 }, of: ({ distance }) => distance },
  { field: { number: 6, type: "uint16", scale: 1000 }, of: ({ speed }) => speed },
  { field: { number: 3, type: "uint8" }, of: ({ heartRatePerMinute }) => heartRatePerMinute },
  // Watches count strides a minute, the fraction apart.
  { field: { number: 4, type: "uint8" }, of: ({ stepRate }) => Math.floor(30 * stepRate) },
  { field: { number: 53, type: "uint8", scale: 128 }, of: ({ stepRate }) => (30 * stepRate) % 1 },
];

const runningDynamics: readonly RecordColumn[] = [
  { field: { number: 41, type: "uint16", scale: 10 }, of: ({ groundContactTime }) => 1000 * groundContactTime },
  { field: { number: 39, type: "uint16", scale: 10 }, of: ({ verticalOscillation }) => 1000 * verticalOscillation },
  { field: { number: 84, type: "uint16", scale: 100 }, of: ({ leftContactShare }) => 100 * leftContactShare },
  { field: { number: 85, type: "uint16", scale: 10 }, of: ({ speed, stepRate }) => (1000 * speed) / stepRate },
];

const podField = (number: number, type: FitDeveloperField["type"]): FitDeveloperField => ({ developer: 0, number, type });

const footPod: readonly RecordColumn[] = [
  { developer: { field: podField(0, "uint16"), name: "Power", units: "Watts" }, of: ({ power }) => power },
  { developer: { field: podField(1, "uint16"), name: "Ground Time", units: "Milliseconds" }, of: ({ groundContactTime }) => 1000 * groundContactTime },
  { developer: { field: podField(2, "float32"), name: "Vertical Oscillation", units: "Centimeters" }, of: ({ verticalOscillation }) => 100 * verticalOscillation },
  { developer: { field: podField(3, "uint16"), name: "Form Power", units: "Watts" }, of: ({ verticalOscillation, stepRate }) => 300 * verticalOscillation * stepRate },
  { developer: { field: podField(4, "float32"), name: "Leg Spring Stiffness", units: "kN/m" }, of: ({ groundContactTime }) => 9.4 * (0.25 / groundContactTime) ** 0.5 },
];
