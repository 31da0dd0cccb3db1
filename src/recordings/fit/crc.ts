/** FIT's checksum, CRC-16/ARC (polynomial 0x8005 reflected), of the bytes from `start` up to `end`, carried on from `crc`. */
export function fitCrc(bytes: Uint8Array, start = 0, end = bytes.length, crc = 0): number {
  let sum = crc;
  let at = start;
  // Eight bytes a turn, a table for each, which is several times faster than byte by byte.
  for (; at + 8 <= end; at += 8) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8);
    sum =
      tables[1792 + (sum & 0xff)]! ^ tables[1536 + (sum >>> 8)]! ^ tables[1280 + bytes[at + 2]!]! ^ tables[1024 + bytes[at + 3]!]! ^
      tables[768 + bytes[at + 4]!]! ^ tables[512 + bytes[at + 5]!]! ^ tables[256 + bytes[at + 6]!]! ^ tables[bytes[at + 7]!]!;
  }
  for (; at < end; at++) sum = (sum >>> 8) ^ tables[(sum ^ bytes[at]!) & 0xff]!;
  return sum;
}

/** Eight tables in a row; the n-th carries a byte through n further zero bytes. */
const tables = makeTables();

function makeTables(): Uint16Array {
  const made = new Uint16Array(8 * 256);
  for (let value = 0; value < 256; value++) {
    let sum = value;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xa001 : sum >>> 1;
    made[value] = sum;
  }
  for (let at = 256; at < made.length; at++) {
    const before = made[at - 256]!;
    made[at] = (before >>> 8) ^ made[before & 0xff]!;
  }
  return made;
}
