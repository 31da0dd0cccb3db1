import { cropAround, cropsFor, jointsFromLandmarks, type Crop, type MarkedStride, type PicturePoint } from "../../../../src/index.ts";
import type { PoseAnswer, PoseRequest } from "./pose-worker.ts";

/** Proposes a runner's points on a picture; what it stands on can be another package tomorrow. */
export interface PointProposer {
  /** Points of the runner; null where none is seen. `marked` says where to look, if anything is marked. */
  readonly propose: (picture: HTMLCanvasElement, marked: readonly PicturePoint[]) => Promise<MarkedStride["points"] | null>;
  /** Ends it at once, also in the middle of a picture. */
  readonly close: () => void;
}

/** Whether the browser can run it. */
export function canPropose(): boolean {
  return typeof Worker === "function" && typeof OffscreenCanvas === "function" && new OffscreenCanvas(1, 1).getContext("webgl2") !== null;
}

/** Opens the proposer that stands on @mediapipe/pose, in a worker of its own. Throws where it cannot start. */
export async function openProposer(signal: AbortSignal): Promise<PointProposer> {
  // Stopped before it was opened, no event tells of it any more.
  signal.throwIfAborted();
  const worker = new Worker(new URL("./pose-worker.ts", import.meta.url), { name: "pose" });
  const close = (): void => worker.terminate();
  const askWorker = (request: PoseRequest): Promise<PoseAnswer> => new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new DOMException("stopped", "AbortError"));
    const over = new AbortController();
    const settle = (work: () => void): void => { over.abort(); work(); };
    worker.addEventListener("message", ({ data }: MessageEvent<PoseAnswer>) => settle(() => (data.told === "failed" ? reject(new Error(data.message)) : resolve(data))), { signal: over.signal });
    worker.addEventListener("error", ({ message }) => settle(() => reject(new Error(message))), { signal: over.signal });
    signal.addEventListener("abort", () => settle(() => { close(); reject(new DOMException("stopped", "AbortError")); }), { signal: over.signal });
    if (request.do === "look") worker.postMessage(request, [request.picture]);
    else worker.postMessage(request, []);
  });
  const look = async (picture: HTMLCanvasElement, crop: Crop): Promise<MarkedStride["points"] | null> => {
    const answer = await askWorker({ do: "look", picture: await createImageBitmap(picture, crop.x, crop.y, crop.width, crop.height) });
    return answer.told === "seen" && answer.landmarks ? jointsFromLandmarks(answer.landmarks, crop) : null;
  };
  await askWorker({ do: "open", folder: "/pose/" }).catch((error: unknown) => { close(); throw error; });
  return {
    close,
    async propose(picture, marked) {
      for (const crop of cropsFor(picture.width, picture.height, marked)) {
        const found = await look(picture, crop);
        if (!found) continue;
        // Once more from near by: the model sees a square of 256 px, whatever it is given.
        const near = cropAround(picture.width, picture.height, placesOf(found), 0.3);
        return (near.width * near.height < 0.7 * crop.width * crop.height ? await look(picture, near) : null) ?? found;
      }
      return null;
    },
  };
}

const placesOf = (points: MarkedStride["points"]): readonly PicturePoint[] => Object.values(points).flatMap((point) => (point ? [point] : []));
