/** A WebM film whose every picture is a WebP of the browser's own (VP8, each picture whole): exact times, whatever the machine is busy with. */
export function writeWebm(webps: readonly Buffer[], size: { readonly width: number; readonly height: number }, picturesPerSecond: number): Buffer {
  const duration = (1000 * webps.length) / picturesPerSecond;
  const info = element(0x1549a966, element(0x2ad7b1, unsigned(1_000_000)), element(0x4489, double(duration)), element(0x4d80, text("footfall")), element(0x5741, text("footfall")));
  const video = element(0xe0, element(0xb0, unsigned(size.width)), element(0xba, unsigned(size.height)));
  const tracks = element(0x1654ae6b, element(0xae, element(0xd7, unsigned(1)), element(0x73c5, unsigned(1)), element(0x83, unsigned(1)), element(0x86, text("V_VP8")), video));
  const times = webps.map((_, index) => Math.round((1000 * index) / picturesPerSecond));
  const clusters = webps.map((webp, index) => element(0x1f43b675, element(0xe7, unsigned(times[index] ?? 0)), element(0xa3, Buffer.from([0x81, 0, 0, 0x80]), vp8Of(webp))));
  const cuesAt = (before: number): Buffer => {
    let position = before;
    return element(0x1c53bb6b, ...clusters.map((cluster, index) => {
      const cue = element(0xbb, element(0xb3, unsigned(times[index] ?? 0)), element(0xb7, element(0xf7, unsigned(1)), element(0xf1, unsigned(position))));
      position += cluster.length;
      return cue;
    }));
  };
  // Every number has eight bytes, so that the cues are as long wherever the clusters lie.
  const cues = cuesAt(info.length + tracks.length + cuesAt(0).length);
  const header = element(0x1a45dfa3, element(0x4286, unsigned(1)), element(0x42f7, unsigned(1)), element(0x42f2, unsigned(4)), element(0x42f3, unsigned(8)), element(0x4282, text("webm")), element(0x4287, unsigned(2)), element(0x4285, unsigned(2)));
  return Buffer.concat([header, element(0x18538067, info, tracks, cues, ...clusters)]);
}

/** The VP8 picture in a lossy WebP. */
function vp8Of(webp: Buffer): Buffer {
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = webp.readUInt32LE(at + 4);
    if (webp.toString("latin1", at, at + 4) === "VP8 ") return webp.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  throw new Error("this browser's WebP holds no VP8 picture");
}

function element(id: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const name = Buffer.from(id.toString(16).padStart(id > 0xffffff ? 8 : id > 0xffff ? 6 : id > 0xff ? 4 : 2, "0"), "hex");
  const size = unsigned(content.length);
  size[0] = 0x01;
  return Buffer.concat([name, size, content]);
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

const text = (words: string): Buffer => Buffer.from(words, "latin1");
