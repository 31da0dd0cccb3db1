import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { videoTiming } from "./video-timing.ts";

const bytes = (...parts: readonly (string | number | readonly number[])[]): number[] =>
  parts.flatMap((part) => (typeof part === "number" ? [24, 16, 8, 0].map((shift) => (part >>> shift) & 255) : typeof part === "string" ? [...part].map((letter) => letter.codePointAt(0) ?? 0) : [...part]));
const box = (type: string, ...parts: readonly (string | number | readonly number[])[]): number[] => {
  const inside = bytes(...parts);
  return [...bytes(inside.length + 8, type), ...inside];
};
const float = (value: number): number[] => [...new Uint8Array(new Float32Array([value]).buffer)].toReversed();
const track = (handler: string, scale: number, samples: number, delta: number): number[] =>
  box("trak", box("mdia", box("mdhd", 0, 0, 0, scale, samples * delta, 0), box("hdlr", 0, 0, handler, 0, 0, 0), box("minf", box("stbl", box("stts", 0, 1, samples, delta)))));
const android = (rate: number): number[] =>
  box("meta", box("hdlr", 0, 0, "mdta", 0, 0, 0), box("keys", 0, 2, box("mdta", "com.android.version"), box("mdta", "com.android.capture.fps")), box("ilst", [...bytes(24 + 1), ...bytes(1), ...box("data", 1, 0, "1")], [...bytes(28), ...bytes(2), ...box("data", 23, 0, float(rate))]));
const moov = (...parts: readonly (readonly number[])[]): Uint8Array => new Uint8Array(box("moov", box("mvhd", 0, 0, 0, 0), ...parts));

describe("timing of a video", () => {
  it("is its samples over its duration; the sound's is no matter", () => {
    expect(videoTiming(moov(track("soun", 48_000, 900, 1024), track("vide", 30_000, 120, 1001)))).toEqual({ frameRate: expect.closeTo(29.97, 3), captureRate: null });
  });

  it("has the rate slow motion was taken at, where the phone wrote it", () => {
    expect(videoTiming(moov(track("vide", 90_000, 300, 3000), android(240)))).toEqual({ frameRate: 30, captureRate: 240 });
  });

  it("is untold, never a failure, for anything else", () => {
    expect(videoTiming(new Uint8Array())).toEqual({ frameRate: null, captureRate: null });
    const whole = moov(track("vide", 90_000, 300, 3000), android(240));
    fc.assert(fc.property(fc.nat(whole.length), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (length, changes) => {
      const broken = whole.slice();
      for (const [at, value] of changes) broken[at] = value;
      const { frameRate, captureRate } = videoTiming(broken.subarray(0, length));
      for (const rate of [frameRate, captureRate]) expect(rate === null || (rate >= 1 && rate <= 2000)).toBe(true);
    }), { seed: 7, numRuns: 2000 });
  });
});
