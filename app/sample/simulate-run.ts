import { parkLoop, trailLoop, type Route } from "./route.ts";
import type { PlannedRun, RunKind } from "./training-plan.ts";

/** One second of a simulated run; SI but for the names that say otherwise. */
export interface SimulatedSecond {
  /** Since the start, pauses counted [s]. */
  readonly time: number;
  readonly distance: number;
  readonly speed: number;
  readonly stepRate: number;
  readonly groundContactTime: number;
  readonly verticalOscillation: number;
  readonly leftContactShare: number;
  readonly heartRatePerMinute: number;
  readonly power: number;
  /** Absent on the treadmill. */
  readonly place: ReturnType<Route["at"]> | null;
}

export interface SimulatedRun {
  readonly seconds: readonly SimulatedSecond[];
  /** Stretches in which the watch was stopped [s since the start]. */
  readonly pauses: readonly { readonly start: number; readonly end: number }[];
}

/** The simulated runner; plain textbook magnitudes, not a model of anyone. */
const mass = 61;

/** Simulates a planned run second by second; the same random stream gives the same run. */
export function simulateRun(planned: PlannedRun, random: () => number): SimulatedRun {
  const { kind, duration } = planned;
  const route = kind === "treadmill" ? null : kind === "trail" ? trailLoop : parkLoop;
  const start = random() * 1000;
  const pauses = planPauses(planned, random);
  const wander = wanderer(random, 60);
  const stepWander = wanderer(random, 25);
  const contactWander = wanderer(random, 40);
  const drift = { north: wanderer(random, 30), east: wanderer(random, 30) };
  // Days differ a little.
  const form = { pace: 1 + 0.03 * normal(random), contact: 0.012 * normal(random), heart: 3 * normal(random) };
  const seconds: SimulatedSecond[] = [];
  let distance = 0;
  let heartRate = 84;
  let clock = 0;
  let stopped = 0;
  for (let moved = 0; moved < duration; moved++, clock++) {
    const pause = pauses[stopped];
    if (pause && moved === pause.after) {
      clock += pause.length;
      stopped++;
    }
    const slope = route ? (route.at(start + distance + 12).altitude - route.at(start + distance - 12).altitude) / 24 : 0;
    const tired = moved / 7200;
    const target = paceAt(kind, moved, duration) * form.pace * (1 - 2.6 * slope - 3 * Math.max(0, slope - 0.06)) * (1 - 0.04 * tired);
    const isWalking = kind === "trail" && slope > 0.085;
    const speed = isWalking ? 1.45 + 0.05 * wander() : Math.max(1.9, target * (1 + 0.02 * wander()));
    distance += speed;
    const stepRate = isWalking ? 1.95 + 0.02 * stepWander() : 2.74 + 0.14 * (speed - 2.8) + 0.025 * stepWander();
    const groundContactTime = isWalking ? 0.66 : 0.258 * (3 / speed) ** 0.72 * Math.exp(form.contact + 0.008 * contactWander() + 0.02 * tired);
    const effort = isWalking ? 128 : 118 + 26 * (speed * (1 + 3 * Math.max(-0.1, slope)) - 2.4) + 9 * tired;
    heartRate += (effort + form.heart - heartRate) / 40 + 0.3 * normal(random);
    const ground = route?.at(start + distance) ?? null;
    seconds.push({
      time: clock, distance, speed, stepRate, groundContactTime,
      verticalOscillation: isWalking ? 0.045 : 0.082 + 0.004 * stepWander(),
      leftContactShare: 0.503 + 0.003 * contactWander(),
      heartRatePerMinute: heartRate,
      power: mass * speed * (1.04 + 3.6 * Math.max(-0.08, slope)),
      place: ground && {
        latitudeDegrees: ground.latitudeDegrees + 1.5e-5 * drift.north(),
        longitudeDegrees: ground.longitudeDegrees + 2.5e-5 * drift.east(),
        altitude: ground.altitude,
      },
    });
  }
  return { seconds, pauses: pauses.map(({ after, length }, index) => pauseOnClock(pauses, index, after, length)) };
}

interface PlannedPause {
  /** Moving time before it [s]. */
  readonly after: number;
  readonly length: number;
}

/** A crossing, a shoelace, a drink. */
function planPauses({ kind, duration }: PlannedRun, random: () => number): PlannedPause[] {
  const count = kind === "treadmill" ? 0 : kind === "long" ? 2 : Math.floor(2 * random());
  return Array.from({ length: count }, (_, index) => ({
    after: Math.round(duration * (0.2 + (0.6 * (index + random() * 0.8)) / count)),
    length: Math.round(20 + 70 * random()),
  }));
}

function pauseOnClock(pauses: readonly PlannedPause[], index: number, after: number, length: number): { readonly start: number; readonly end: number } {
  const start = pauses.slice(0, index).reduce((sum, earlier) => sum + earlier.length, after - 1);
  return { start, end: start + length };
}

/** Pace on the flat [m/s]. */
function paceAt(kind: RunKind, moved: number, duration: number): number {
  switch (kind) {
    case "easy": return 2.85;
    case "long": return moved > 0.85 * duration ? 2.95 : 2.75;
    case "trail": return 2.6;
    case "treadmill": return moved < 300 ? 2.5 : 2.95;
    case "tempo": {
      // Ten minutes in, three times eight minutes fast with three minutes easy between, then easy home.
      const since = moved - 600;
      const isFast = since >= 0 && since < 3 * 660 && since % 660 < 480;
      return isFast ? 3.75 : 2.75;
    }
  }
}

/** A number that wanders about 0 with standard deviation 1 and forgets itself over so many seconds. */
function wanderer(random: () => number, memory: number): () => number {
  const keep = Math.exp(-1 / memory);
  const kick = Math.sqrt(1 - keep ** 2);
  let value = normal(random);
  return () => (value = keep * value + kick * normal(random));
}

/** Near enough to normal for noise: twelve even numbers would be closer, four are quick. */
function normal(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}
