import { encodeFit, fitEpoch, type FitLayout, type FitMessage } from "../src/index.ts";

/** What a generated run is like. */
export interface GeneratedRun {
  /** Changes every value, so that no two seeds give the same bytes. */
  readonly seed: number;
  readonly minutes: number;
  /** Whether the watch measured contact time and its like. */
  readonly hasRunningDynamics: boolean;
  /** Sport by its number in FIT; 1 is running. */
  readonly sport?: number;
  /** When it began [s since 1970]; a day of its own for each seed where nothing is said. */
  readonly startedAt?: number;
}

const semicirclesPerDegree = 2 ** 31 / 180;

const fileId: FitLayout = { message: 0, fields: [{ number: 0, type: "enum" }, { number: 1, type: "uint16" }, { number: 2, type: "uint16" }, { number: 4, type: "uint32" }] };
const event: FitLayout = { message: 21, fields: [{ number: 253, type: "uint32" }, { number: 0, type: "enum" }, { number: 1, type: "enum" }] };
const session: FitLayout = {
  message: 18,
  fields: [
    { number: 253, type: "uint32" }, { number: 2, type: "uint32" }, { number: 5, type: "enum" }, { number: 6, type: "enum" },
    { number: 7, type: "uint32", scale: 1000 }, { number: 8, type: "uint32", scale: 1000 }, { number: 9, type: "uint32", scale: 100 },
  ],
};
const basicFields: FitLayout["fields"] = [
  { number: 253, type: "uint32" }, { number: 0, type: "sint32" }, { number: 1, type: "sint32" }, { number: 5, type: "uint32", scale: 100 },
  { number: 73, type: "uint32", scale: 1000 }, { number: 78, type: "uint32", scale: 5, offset: 500 }, { number: 3, type: "uint8" },
  { number: 4, type: "uint8" }, { number: 53, type: "uint8", scale: 128 }, { number: 13, type: "sint8" },
];
const dynamicsFields: FitLayout["fields"] = [
  { number: 39, type: "uint16", scale: 10 }, { number: 40, type: "uint16", scale: 100 }, { number: 41, type: "uint16", scale: 10 },
  { number: 84, type: "uint16", scale: 100 }, { number: 85, type: "uint16", scale: 10 },
];

/** A FIT file as watches write them, one record a second; the same seed gives the same bytes. */
export function generatedRun({ seed, minutes, hasRunningDynamics, sport = 1, startedAt = 1_700_000_000 + seed * 86_400 }: GeneratedRun): Uint8Array<ArrayBuffer> {
  const record: FitLayout = { message: 20, fields: hasRunningDynamics ? [...basicFields, ...dynamicsFields] : basicFields };
  const start = startedAt - fitEpoch;
  const seconds = Math.round(60 * minutes);
  const random = noise(seed);
  const records: FitMessage[] = [];
  let distance = 0;
  let speed = 2.6 + 0.15 * (seed % 8);
  for (let second = 0; second <= seconds; second += 1) {
    speed += 0.02 * (2.6 + 0.15 * (seed % 8) - speed) + 0.03 * (random() - 0.5);
    distance += speed;
    const stepsPerMinute = 158 + 6 * speed + random();
    const contact = 330 - 30 * speed + 4 * random();
    const bearing = distance / 900 + seed;
    const basic = [
      start + second, Math.round((47 + 0.008 * Math.cos(bearing)) * semicirclesPerDegree), Math.round((8 + 0.012 * Math.sin(bearing)) * semicirclesPerDegree), distance,
      speed, 420 + 25 * Math.sin(bearing), 135 + Math.round(8 * speed * (1 - Math.exp(-second / 120)) + 2 * random()), Math.floor(stepsPerMinute / 2), (stepsPerMinute / 2) % 1, 16,
    ];
    const dynamics = [78 + 6 * random(), (contact / (120_000 / stepsPerMinute)) * 100, contact, 50 + 0.6 * (random() - 0.5), (60_000 * speed) / stepsPerMinute];
    records.push({ layout: record, values: hasRunningDynamics ? [...basic, ...dynamics] : basic });
  }
  return encodeFit([
    { layout: fileId, values: [4, 1, 3113, start] },
    { layout: event, values: [start, 0, 0] },
    ...records,
    { layout: event, values: [start + seconds, 0, 4] },
    { layout: session, values: [start + seconds, start, sport, 0, seconds, seconds, distance] },
  ]);
}

// Park and Miller's generator: enough to make bytes differ, the same everywhere.
function noise(seed: number): () => number {
  let state = (seed * 7919 + 17) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
