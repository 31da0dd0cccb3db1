import type { Reading, Recording, Refusal } from "../domain/index.ts";
import { collectRecords } from "./apple-health/collect-records.ts";
import { workoutExcerpt } from "./apple-health/excerpt.ts";
import { findWorkouts } from "./apple-health/find-workouts.ts";
import { joinLooseRoutes } from "./apple-health/join-loose-routes.ts";
import { routePoints } from "./apple-health/route-points.ts";
import { beginScan, type TagVisitor } from "./apple-health/scan-tags.ts";
import { isOnFoot, type Workout } from "./apple-health/workout.ts";
import { workoutRecording } from "./apple-health/workout-recording.ts";
import type { Finished } from "./door/finish-recording.ts";
import type { RecordingFormat } from "./door/recording-format.ts";
import { xmlRoot } from "./xml/decode-text.ts";

/** Apple Health's `export.xml`, small enough to be held; its routes are files of their own, see `readAppleHealth`. */
export const appleHealth: RecordingFormat = { id: "apple-health", recognises: (bytes) => xmlRoot(bytes) === "healthdata", read: readHealthData };

function readHealthData(bytes: Uint8Array): Reading<Recording> {
  const found = findWorkouts();
  const { workouts } = found;
  const damaged = scan(bytes, found.visitor) + found.lost() + scan(bytes, collectRecords(workouts));
  const recordings: Recording[] = [];
  const refusals: Refusal[] = [];
  for (const workout of workouts) {
    const finished = withLoss(workoutRecording(workout), damaged);
    if ("recording" in finished) recordings.push(finished.recording);
    else refusals.push(finished.refusal);
  }
  if (workouts.length === 0) refusals.push(withoutWorkout(damaged));
  return { recordings, refusals };
}

function scan(bytes: Uint8Array, visitor: TagVisitor): number {
  const scanning = beginScan(visitor);
  for (let at = 0; at < bytes.length; at += pieceLength) scanning.push(bytes.subarray(at, at + pieceLength));
  return scanning.end();
}

const pieceLength = 2 ** 18;

/** A whole export as it lies in its folder or archive. */
export interface AppleHealthExport {
  /** `export.xml` from its beginning, in pieces, each of which need hold only until the next is asked for; asked for twice. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** A route file by its path within the export; null where it is not there. */
  readonly route: (path: string) => Promise<Uint8Array | null>;
  /** Every route file there is: older exports do not say whose they are. */
  readonly routes?: readonly string[];
  /** How many bytes of both readings were dealt with. */
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/** One workout of an export. */
export interface AppleWorkout {
  /** Whether it is one that Footfall reads. */
  readonly isOnFoot: boolean;
  /** Its run, or why it is none. */
  readonly finish: () => Finished;
  /** What is to be kept as its original: the same run is read from it. */
  readonly excerpt: () => Uint8Array;
}

/**
 * Reads an export of any size in two readings: the workouts stand behind the millions of records they are made of, so the first finds the workouts and the second
 * collects what was recorded during them. Memory grows with the workouts, not with the file.
 */
export async function* readAppleHealth({ chunks, route, routes = [], onRead }: AppleHealthExport): AsyncGenerator<AppleWorkout> {
  let read = 0;
  const scanAll = async (visitor: TagVisitor): Promise<number> => {
    const scanning = beginScan(visitor);
    for await (const piece of chunks()) {
      scanning.push(piece);
      onRead?.((read += piece.length));
    }
    return scanning.end();
  };
  const found = findWorkouts();
  const { workouts } = found;
  let damaged = (await scanAll(found.visitor)) + found.lost();
  if (workouts.some((workout) => isOnFoot(workout))) damaged += await scanAll(collectRecords(workouts));
  if (workouts.length === 0) yield { isOnFoot: false, finish: () => ({ refusal: withoutWorkout(damaged) }), excerpt: () => new Uint8Array() };
  await joinLooseRoutes(workouts, routes, async (path) => routePoints((await route(path)) ?? new Uint8Array()));
  for (const [index, workout] of workouts.entries()) {
    if (isOnFoot(workout)) await addRoutes(workout, route);
    yield { isOnFoot: isOnFoot(workout), finish: () => withLoss(workoutRecording(workout), damaged), excerpt: () => workoutExcerpt(workout, damaged) };
    delete workouts[index];
  }
}

/** Reads a workout's route files into it; those that are not there or cannot be read stay named. */
async function addRoutes({ routes, points }: Workout, route: AppleHealthExport["route"]): Promise<void> {
  for (const path of routes.splice(0)) {
    const bytes = await route(path);
    const read = bytes === null ? [] : routePoints(bytes);
    if (read.length === 0) routes.push(path);
    for (const point of read) points.push(point);
  }
}

function withLoss(finished: Finished, damaged: number): Finished {
  if (damaged === 0 || "refusal" in finished) return finished;
  const notice = { code: "damaged", message: `${damaged} elements of the export are damaged or cut off and were left out; export it again if the run is not whole` };
  return { recording: { ...finished.recording, notices: [...finished.recording.notices, notice] } };
}

function withoutWorkout(damaged: number): Refusal {
  return damaged > 0
    ? { code: "damaged", message: "no workout was found before the export breaks off; export it again", where: null }
    : { code: "empty", message: "there is no workout in it; record runs as workouts on the watch, or export them from the app that did", where: null };
}
