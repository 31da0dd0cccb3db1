/**
 * Runs @mediapipe/pose beside the page, so that the page stays live. The package is made for pages: it loads its parts by script elements and draws on a canvas of
 * the document. Here both are lent to it: a script element loads by importScripts, a canvas is an off-screen one. What it needs comes from this machine.
 */
interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly visibility?: number;
}

interface PoseSolution {
  readonly setOptions: (options: { readonly modelComplexity: 0 | 1 | 2; readonly smoothLandmarks: boolean; readonly enableSegmentation: boolean; readonly minDetectionConfidence: number }) => void;
  readonly onResults: (listener: (results: { readonly poseLandmarks?: readonly Landmark[] }) => void) => void;
  readonly initialize: () => Promise<void>;
  readonly send: (inputs: { readonly image: OffscreenCanvas }) => Promise<void>;
}

declare function importScripts(...urls: readonly string[]): void;
declare const Pose: new (options: { readonly locateFile: (file: string) => string }) => PoseSolution;

/** What the page asks: to make ready, or to look at a picture. */
export type PoseRequest = { readonly do: "open"; readonly folder: string } | { readonly do: "look"; readonly picture: ImageBitmap };

/** What it is told. */
export type PoseAnswer = { readonly told: "ready" } | { readonly told: "seen"; readonly landmarks: readonly Landmark[] | null } | { readonly told: "failed"; readonly message: string };

class ScriptElement extends EventTarget {
  src = "";
  setAttribute(name: string, value: string): void {
    if (name === "src") this.src = value;
  }
}

function load(element: unknown): void {
  if (!(element instanceof ScriptElement)) return;
  setTimeout(() => {
    try {
      importScripts(element.src);
      element.dispatchEvent(new Event("load"));
    } catch {
      element.dispatchEvent(new Event("error"));
    }
  });
}

const lentDocument = {
  createElement: (name: string): unknown => (name === "script" ? new ScriptElement() : Object.assign(new OffscreenCanvas(1, 1), { style: {} })),
  body: { appendChild: load },
  addEventListener: () => undefined, querySelector: () => null, getElementById: () => null, currentScript: null,
};
Object.assign(globalThis, { window: globalThis, document: lentDocument });

let pose: PoseSolution | null = null;
let seen: readonly Landmark[] | null = null;
let hasLooked = false;

function emptyPicture(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(64, 64);
  canvas.getContext("2d")?.fillRect(0, 0, 64, 64);
  return canvas;
}

async function open(folder: string): Promise<PoseAnswer> {
  importScripts(`${folder}pose.js`);
  pose = new Pose({ locateFile: (file) => folder + file });
  pose.setOptions({ modelComplexity: 1, smoothLandmarks: false, enableSegmentation: false, minDetectionConfidence: 0.5 });
  pose.onResults(({ poseLandmarks }) => { seen = poseLandmarks ?? null; });
  await pose.initialize();
  return { told: "ready" };
}

async function look(picture: ImageBitmap): Promise<PoseAnswer> {
  if (!pose) throw new Error("asked to look before it was ready");
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  picture.close();
  // It follows a runner from picture to picture, but ours are far apart: an empty one makes it forget, twice as fast as its own reset, which builds everything anew.
  if (hasLooked) await pose.send({ image: emptyPicture() });
  hasLooked = true;
  seen = null;
  await pose.send({ image: canvas });
  return { told: "seen", landmarks: seen };
}

self.addEventListener("message", ({ data }: MessageEvent<PoseRequest>) => {
  const answer = data.do === "open" ? open(data.folder) : look(data.picture);
  answer.catch((error: unknown): PoseAnswer => ({ told: "failed", message: error instanceof Error ? error.message : String(error) })).then((told) => self.postMessage(told, { transfer: [] }), () => undefined);
});
