/** How a video's own time runs, as its container tells. */
export interface VideoTiming {
  /** Pictures per second of the file's own time. */
  readonly frameRate: number | null;
  /** Pictures per second of true time, where the phone wrote it down. */
  readonly captureRate: number | null;
}

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const untold: VideoTiming = { frameRate: null, captureRate: null };

/**
 * Timing of an MP4 or QuickTime video from its `moov` box. The frame rate is samples over duration of the video track (mdhd, stts); slow motion of Android phones
 * plays slowly and tells the rate it was taken at in the metadata key com.android.capture.fps; iPhones keep true time and a high frame rate.
 * Never throws: what cannot be read is null, and the runner is asked.
 */
export function videoTiming(moov: Uint8Array): VideoTiming {
  const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength);
  const root = boxesIn(view, 0, view.byteLength).find(({ type }) => type === "moov");
  if (!root) return untold;
  const inside = boxesIn(view, root.start, root.end);
  const rates = inside.filter(({ type }) => type === "trak").map((track) => trackRate(view, track)).filter((rate) => rate !== null);
  const meta = inside.find(({ type }) => type === "meta");
  const captureRate = meta ? captureRateIn(view, meta) : null;
  return { frameRate: rates[0] ?? null, captureRate };
}

function boxesIn(view: DataView, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const told = view.getUint32(at);
    const size = told === 0 ? end - at : told === 1 && at + 16 <= end ? Number(view.getBigUint64(at + 8)) : told;
    if (size < 8 || at + size > end) break;
    boxes.push({ type: text(view, at + 4, 4), start: at + (told === 1 ? 16 : 8), end: at + size });
    at += size;
  }
  return boxes;
}

function within(view: DataView, box: Box | null, ...path: readonly string[]): Box | null {
  return path.reduce<Box | null>((outer, type) => (outer ? boxesIn(view, outer.start, outer.end).find((inner) => inner.type === type) ?? null : null), box);
}

function trackRate(view: DataView, track: Box): number | null {
  const handler = within(view, track, "mdia", "hdlr");
  if (!handler || handler.end - handler.start < 12 || text(view, handler.start + 8, 4) !== "vide") return null;
  const header = within(view, track, "mdia", "mdhd");
  const times = within(view, track, "mdia", "minf", "stbl", "stts");
  if (!header || !times || header.end - header.start < 24 || times.end - times.start < 8) return null;
  const scale = view.getUint32(header.start + (view.getUint8(header.start) === 1 ? 20 : 12));
  const entries = Math.min(view.getUint32(times.start + 4), Math.floor((times.end - times.start - 8) / 8));
  let [samples, duration] = [0, 0];
  for (let entry = 0; entry < entries; entry++) {
    const count = view.getUint32(times.start + 8 + 8 * entry);
    samples += count;
    duration += count * view.getUint32(times.start + 12 + 8 * entry);
  }
  const rate = (samples * scale) / duration;
  return plausible(rate);
}

/** `meta` holds the names of its items in `keys` and their values, numbered from 1, in `ilst`. */
function captureRateIn(view: DataView, meta: Box): number | null {
  // QuickTime's meta begins with its boxes, ISO's with four bytes of version.
  const isPlain = meta.start + 8 <= meta.end && ["hdlr", "keys", "ilst"].includes(text(view, meta.start + 4, 4));
  const inside = boxesIn(view, meta.start + (isPlain ? 0 : 4), meta.end);
  const keys = inside.find(({ type }) => type === "keys");
  const values = inside.find(({ type }) => type === "ilst");
  if (!keys || !values) return null;
  const names = boxesIn(view, keys.start + 8, keys.end).map(({ start, end }) => text(view, start, end - start));
  const place = names.indexOf("com.android.capture.fps") + 1;
  for (const item of boxesIn(view, values.start, values.end)) {
    const data = boxesIn(view, item.start, item.end).find(({ type }) => type === "data");
    if (place === 0 || view.getUint32(item.start - 4) !== place || !data) continue;
    const size = data.end - data.start - 8;
    return plausible(size === 4 ? view.getFloat32(data.start + 8) : size === 8 ? view.getFloat64(data.start + 8) : NaN);
  }
  return null;
}

const plausible = (rate: number): number | null => (rate >= 1 && rate <= 2000 ? rate : null);

function text(view: DataView, start: number, length: number): string {
  let letters = "";
  for (let at = start; at < start + length; at++) letters += String.fromCodePoint(view.getUint8(at));
  return letters;
}
