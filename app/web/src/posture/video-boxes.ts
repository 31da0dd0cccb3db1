/** More than any film's table of contents [bytes]. */
const largest = 64_000_000;

/** The `moov` box of an MP4 or QuickTime file, wherever it stands, without reading the pictures; null where there is none. */
export async function moovOf(file: Blob): Promise<Uint8Array | null> {
  for (let at = 0, boxes = 0; at + 8 <= file.size && boxes < 1000; boxes++) {
    const head = new DataView(await file.slice(at, at + 16).arrayBuffer());
    const told = head.getUint32(0);
    const size = told === 0 ? file.size - at : told === 1 && head.byteLength >= 16 ? Number(head.getBigUint64(8)) : told;
    if (size < 8) return null;
    const type = String.fromCodePoint(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
    if (type === "moov") return size > largest ? null : new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    at += size;
  }
  return null;
}
