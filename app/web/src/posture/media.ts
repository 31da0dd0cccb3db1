import { videoTiming, type VideoTiming } from "../../../../src/index.ts";
import { moovOf } from "./video-boxes.ts";

/** What is marked on: a video, one or more photos, or nothing but a size, where only points were kept. */
export type Media =
  | { readonly kind: "video"; readonly name: string; readonly width: number; readonly height: number; readonly duration: number; readonly timing: VideoTiming; readonly video: HTMLVideoElement; readonly day: string; readonly close: () => void }
  | { readonly kind: "photos"; readonly name: string; readonly width: number; readonly height: number; readonly images: readonly HTMLImageElement[]; readonly day: string; readonly close: () => void }
  | { readonly kind: "points"; readonly name: string; readonly width: number; readonly height: number; readonly frames: number; readonly day: string; readonly close: () => void };

/** How long a browser may take to open a file before it is told to be one it cannot show [ms]. */
const patience = 20_000;

/**
 * Opens photos or a video inside the browser: an object URL leads to the file where it is, and nothing is sent anywhere.
 * Throws an Error of one clear sentence where the browser cannot show it.
 */
export async function openMedia(files: readonly File[]): Promise<Media> {
  const [first] = files;
  if (!first) throw new Error("No file was chosen.");
  if (files.some(({ size }) => size === 0)) throw new Error(`${files.find(({ size }) => size === 0)?.name ?? "The file"} is empty: choose another photo or video.`);
  const isVideo = first.type.startsWith("video/") || /\.(mp4|mov|m4v|webm|mkv|avi)$/i.test(first.name);
  return isVideo ? openVideo(first) : openPhotos(files);
}

async function openPhotos(files: readonly File[]): Promise<Media> {
  const urls = files.map((file) => URL.createObjectURL(file));
  const close = (): void => urls.forEach((url) => URL.revokeObjectURL(url));
  try {
    const images = await Promise.all(files.map((file, index) => openPhoto(file, urls[index] ?? "")));
    const [first] = images;
    if (!first) throw new Error("No photo was chosen.");
    const odd = images.findIndex(({ naturalWidth, naturalHeight }) => naturalWidth !== first.naturalWidth || naturalHeight !== first.naturalHeight);
    if (odd > 0) throw new Error(`${files[odd]?.name ?? "A photo"} is of another size than the first: choose photos taken together, or open them one by one.`);
    return { kind: "photos", name: nameOf(files), width: first.naturalWidth, height: first.naturalHeight, images, day: dayOf(files[0]), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function openPhoto(file: File, url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => {
    throw new Error(`This browser cannot show ${file.name}: it is no photo it knows, or it is damaged. Save it as JPEG or PNG and choose it again.`);
  });
  if (image.naturalWidth < 1 || image.naturalHeight < 1) throw new Error(`${file.name} has no size: choose another photo.`);
  return image;
}

async function openVideo(file: File): Promise<Media> {
  const url = URL.createObjectURL(file);
  const close = (): void => URL.revokeObjectURL(url);
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.preload = "auto";
  try {
    await once(video, "loadeddata", () => { video.src = url; }, file.name);
    if (video.videoWidth < 1) throw new Error(`${file.name} has no picture this browser can show.`);
    const duration = await lengthOf(video, file.name);
    const moov = await moovOf(file);
    return { kind: "video", name: file.name, width: video.videoWidth, height: video.videoHeight, duration, timing: moov ? videoTiming(moov) : { frameRate: null, captureRate: null }, video, day: dayOf(file), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Brings a video to a place; resolves when that picture can be drawn. */
export async function seek(video: HTMLVideoElement, at: number): Promise<void> {
  const isThere = (): boolean => Math.abs(video.currentTime - at) < 1e-4;
  if (isThere() && !video.seeking) return;
  const shown = pictureAt(video, at);
  await once(video, "seeked", () => { video.currentTime = at; }, "the video");
  // The event may belong to an earlier wish; another wish may have come after this one, and then the place is no longer ours.
  while (video.seeking && isThere()) await once(video, "seeked", () => undefined, "the video");
  // "Seeked" may come before the picture itself; a place within the same picture brings no new one.
  await Promise.race([shown, pause(400)]);
}

/** Resolves when a picture of that place was presented. */
function pictureAt(video: HTMLVideoElement, at: number): Promise<void> {
  if (!("requestVideoFrameCallback" in video)) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => void video.requestVideoFrameCallback((_, { mediaTime }) => (mediaTime <= at + 0.01 && mediaTime > at - 0.5 ? resolve() : look()));
    look();
  });
}

/** A recording made in a browser does not know its own length until its end was looked for, and tells it a moment later. */
async function lengthOf(video: HTMLVideoElement, name: string): Promise<number> {
  if (Number.isFinite(video.duration)) return video.duration;
  const told = new Promise<void>((resolve) => {
    video.addEventListener("durationchange", () => { if (Number.isFinite(video.duration)) resolve(); });
  });
  await once(video, "seeked", () => { video.currentTime = farBeyond; }, name);
  await Promise.race([told, pause(2000)]);
  const { duration, buffered, currentTime } = video;
  const known = [duration, currentTime, buffered.length > 0 ? buffered.end(buffered.length - 1) : NaN].find((length) => length > 0 && length < farBeyond);
  if (known === undefined) throw new Error(`This browser cannot tell how long ${name} is. Save it as MP4 and choose it again.`);
  return known;
}

/** Longer than any video [s]. */
const farBeyond = 1e7;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function once(video: HTMLVideoElement, event: "loadeddata" | "seeked", begin: () => void, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const timer = setTimeout(() => { over.abort(); refuse(); }, patience);
    const refuse = (): void => {
      clearTimeout(timer);
      reject(new Error(`This browser cannot show ${name}: it does not know how the video was packed, or the file is damaged. Save it as MP4 (H.264) or take a photo, and choose that.`));
    };
    video.addEventListener(event, () => { clearTimeout(timer); over.abort(); resolve(); }, { signal: over.signal });
    video.addEventListener("error", () => { over.abort(); refuse(); }, { signal: over.signal });
    begin();
  });
}

const nameOf = (files: readonly File[]): string => (files.length === 1 ? files[0]?.name ?? "" : `${files.length} photos`);

/** The day a file was taken, as far as the machine tells. */
function dayOf(file: File | undefined): string {
  const moment = new Date(file?.lastModified ?? Date.now());
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, "0")}-${String(moment.getDate()).padStart(2, "0")}`;
}
