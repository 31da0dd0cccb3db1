import type { Reading, Recording, Refusal } from "../domain/index.ts";
import { collectRecords } from "./apple-health/collect-records.ts";
import { workoutExcerpt } from "./apple-health/excerpt.ts";
import { findWorkouts } from "./apple-health/find-workouts.ts";
import { routePoints } from "./apple-health/route-points.ts";
import { TagScanner } from "./apple-health/scan-tags.ts";
import { isOnFoot, type Workout } from "./apple-health/workout.ts";
import { workoutRecording } from "./apple-health/workout-recording.ts";
import type { Finished } from "./door/finish-recording.ts";
import type { RecordingFormat } from "./door/recording-format.ts";
import { xmlRoot } from "./xml/decode-text.ts";

/** Apple Health's `export.xml`, small enough to be held; its routes are files of their own, see `readAppleHealth`. */
export const appleHealth: RecordingFormat = { id: "apple-health", recognises: (bytes) => xmlRoot(bytes) === "healthdata", read: readHealthData };

function readHealthData(bytes: Uint8Array): Reading<Recording> {
  const { visitor, workouts, isWhole } = findWorkouts();
  const damagedWorkouts = scan(bytes, new TagScanner(visitor)) + (isWhole() ? 0 : 1);
  const damaged = damagedWorkouts + scan(bytes, new TagScanner(collectRecords(workouts)));
  const recordings: Recording[] = [];
  const refusals: Refusal[] = [];
  for (const workout of workouts) {
    const finished = workoutRecording(workout);
    if ("recording" in finished) recordings.push(withLoss(finished.recording, damaged));
    else refusals.push(finished.refusal);
  }
  if (workouts.length === 0) refusals.push(withoutWorkout(damaged));
  return { recordings, refusals };
}

function scan(bytes: Uint8Array, scanner: TagScanner): number {
  scanner.push(bytes);
  scanner.end();
  return scanner.damaged;
}

/** A whole export as it lies in its folder or archive. */
export interface AppleHealthExport {
  /** `export.xml` from its beginning, in pieces; asked for twice. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** A route file by its path within the export; null where it is not there. */
  readonly route: (path: string) => Promise<Uint8Array | null>;
  /** How many bytes of both readings were dealt with. */
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/** One workout of an export: its run or why it is none, and the excerpt to be kept as its original. */
export type AppleWorkout = Finished & { readonly excerpt: () => Uint8Array };

/**
 * Reads an export of any size in two readings: the workouts stand behind the millions of records they are made of, so the first finds the workouts and the second
 * collects what was recorded during them. Memory grows with the workouts, not with the file.
 */
export async function* readAppleHealth({ chunks, route, onRead }: AppleHealthExport): AsyncGenerator<AppleWorkout> {
  let read = 0;
  const scanAll = async (scanner: TagScanner): Promise<number> => {
    for await (const piece of chunks()) {
      scanner.push(piece);
      onRead?.((read += piece.length));
    }
    scanner.end();
    return scanner.damaged;
  };
  const { visitor, workouts, isWhole } = findWorkouts();
  let damaged = (await scanAll(new TagScanner(visitor))) + (isWhole() ? 0 : 1);
  if (workouts.some((workout) => isOnFoot(workout))) damaged += await scanAll(new TagScanner(collectRecords(workouts)));
  if (workouts.length === 0) yield { refusal: withoutWorkout(damaged), excerpt: () => new Uint8Array() };
  for (const [index, workout] of workouts.entries()) {
    const lost = isOnFoot(workout) ? await addRoutes(workout, route) : 0;
    const finished = workoutRecording(workout);
    const excerpt = (): Uint8Array => workoutExcerpt(workout);
    if ("recording" in finished) {
      const { recording } = finished;
      const notices = lost === 0 ? recording.notices : [...recording.notices, { code: "route-missing" as const, message: `${lost} of its route files are not in the export or cannot be read; the run has no positions there` }];
      yield { recording: withLoss({ ...recording, notices }, damaged), excerpt };
    } else yield { ...finished, excerpt };
    delete workouts[index];
  }
}

/** Reads a workout's route files into it; how many could not be. */
async function addRoutes(workout: Workout, route: AppleHealthExport["route"]): Promise<number> {
  let lost = 0;
  for (const path of workout.routes) {
    const bytes = await route(path);
    const points = bytes === null ? [] : routePoints(bytes);
    if (points.length === 0) lost++;
    for (const point of points) workout.points.push(point);
  }
  return lost;
}

function withLoss(recording: Recording, damaged: number): Recording {
  if (damaged === 0) return recording;
  return { ...recording, notices: [...recording.notices, { code: "damaged", message: `${damaged} elements of the export are damaged or cut off and were left out; export it again if the run is not whole` }] };
}

function withoutWorkout(damaged: number): Refusal {
  return damaged > 0
    ? { code: "damaged", message: "no workout was found before the export breaks off; export it again", where: null }
    : { code: "empty", message: "there is no workout in it; record runs as workouts on the watch, or export them from the app that did", where: null };
}
