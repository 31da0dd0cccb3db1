import { deflateRawSync, inflateRawSync } from "node:zlib";
import { channels, type Channel, type Samples } from "../../src/index.ts";
import { outputChunk } from "./open-original.ts";

/**
 * Samples as one compact blob, exactly restored: every value bit for bit, every gap (any NaN comes back as NaN).
 *
 * Devices count in integers: a column that is k/d, or another of the codings below, for integers k is stored as the differences of k in bytes of 7 bits, a gap as 0;
 * any other column as its 8 byte planes. All is deflated at the fastest level.
 *
 * Before deflating: format number 1, sample count, then per column its name's length, name, coding, payload length, payload; integers little-endian, 4 bytes unless of one byte.
 */
export function encodeSamples(samples: Samples): Uint8Array {
  const parts: Uint8Array[] = [header(samples.length)];
  const names = ["time", ...channels] as const;
  for (const name of names) {
    const values = samples[name];
    if (values === undefined) continue;
    const coding = integerCodings.findIndex((candidate) => isExact(values, candidate));
    const payload = coding < 0 ? bytePlanes(values) : differences(values, integerCodings[coding] ?? wholeNumbers);
    parts.push(columnHeader(name, coding < 0 ? planesCoding : coding, payload.length), payload);
  }
  const whole = Buffer.concat(parts);
  return deflateRawSync(whole, { level: 1, memLevel: 9, chunkSize: outputChunk(whole.length) });
}

/** Restores what `encodeSamples` wrote; throws where the blob is damaged. */
export function decodeSamples(blob: Uint8Array): Samples {
  const bytes = inflateRawSync(blob, { maxOutputLength: 2 ** 30 });
  if (bytes[0] !== formatNumber) throw new Error(`series of an unknown format ${bytes[0] ?? "(empty)"}`);
  const length = bytes.readUInt32LE(1);
  const columns: Partial<Record<Channel, Float64Array>> = {};
  let time: Float64Array | null = null;
  for (let at = 5; at < bytes.length; ) {
    const nameEnd = at + 1 + bytes.readUInt8(at);
    const name = bytes.toString("latin1", at + 1, nameEnd);
    const coding = bytes.readUInt8(nameEnd);
    const start = nameEnd + 5;
    const end = start + bytes.readUInt32LE(nameEnd + 1);
    const payload = bytes.subarray(start, end);
    const integerCoding = integerCodings[coding];
    const values = integerCoding ? fromDifferences(payload, length, integerCoding) : fromBytePlanes(payload, length);
    const channel = channels.find((known) => known === name);
    if (name === "time") time = values;
    else if (channel) columns[channel] = values;
    at = end;
  }
  if (time === null) throw new Error("series without time");
  return { length, time, ...columns };
}

/** A way a device's integer k becomes a value, and back to the nearest k. */
interface IntegerCoding {
  readonly value: (k: number) => number;
  readonly nearest: (value: number) => number;
}

const dividedBy = (divisor: number): IntegerCoding => ({ value: (k) => k / divisor, nearest: (value) => Math.round(value * divisor) });
/** Steps a second from strides a minute that are counted in fractions. */
const stridesAMinute = (fractions: number): IntegerCoding => ({ value: (k) => (k / fractions) * (2 / 60), nearest: (value) => Math.round(value * 30 * fractions) });
const semicircle = 180 / 2 ** 31;
const wholeNumbers = dividedBy(1);

/** Stored blobs name a coding by its place here: add at the end, never reorder. */
const integerCodings: readonly IntegerCoding[] = [
  wholeNumbers,
  dividedBy(10), dividedBy(100), dividedBy(1000), dividedBy(1e4), dividedBy(1e5),
  stridesAMinute(1), stridesAMinute(128), dividedBy(1e6), dividedBy(1e7),
  { value: (k) => k * semicircle, nearest: (value) => Math.round(value / semicircle) },
  { value: (k) => k / 5 - 500, nearest: (value) => Math.round((value + 500) * 5) },
];

const formatNumber = 1;
const planesCoding = 255;
/** Integers up to here are exact through differencing [1]. */
const largestInteger = 2 ** 51;

function isExact(values: Float64Array, coding: IntegerCoding): boolean {
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value !== value) continue;
    const k = coding.nearest(value);
    // Object.is tells −0 from 0.
    if (!(Math.abs(k) < largestInteger) || !Object.is(coding.value(k + 0), value)) return false;
  }
  return true;
}

function header(length: number): Uint8Array {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(formatNumber, 0);
  bytes.writeUInt32LE(length, 1);
  return bytes;
}

function columnHeader(name: string, coding: number, payloadLength: number): Uint8Array {
  const bytes = Buffer.alloc(name.length + 6);
  bytes.writeUInt8(name.length, 0);
  bytes.write(name, 1, "latin1");
  bytes.writeUInt8(coding, name.length + 1);
  bytes.writeUInt32LE(payloadLength, name.length + 2);
  return bytes;
}

/** Each integer as its difference to the last one known: 0 is a gap, else 1 + the difference folded to 0, 1, 2, … for 0, −1, 1, …; 7 bits a byte, low first. */
function differences(values: Float64Array, coding: IntegerCoding): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  let at = 0;
  let last = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    let rest = 0;
    if (value === value) {
      const k = coding.nearest(value);
      const difference = k - last;
      rest = 1 + (difference >= 0 ? 2 * difference : -2 * difference - 1);
      last = k;
    }
    while (rest >= 128) {
      bytes[at++] = 128 + (rest % 128);
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  }
  return bytes.subarray(0, at);
}

function fromDifferences(bytes: Uint8Array, length: number, coding: IntegerCoding): Float64Array {
  const values = new Float64Array(length);
  let at = 0;
  let last = 0;
  for (let index = 0; index < length; index++) {
    let folded = 0;
    let weight = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error("series cut short");
      folded += (byte & 127) * weight;
      if (byte < 128) break;
      weight *= 128;
    }
    if (folded === 0) {
      values[index] = NaN;
      continue;
    }
    folded -= 1;
    last += folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    values[index] = coding.value(last);
  }
  return values;
}

/** All first bytes, then all second ones, and so on: bytes that change alike stand together. */
function bytePlanes(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(new ArrayBuffer(8));
  for (let index = 0; index < values.length; index++) {
    view.setFloat64(0, values[index]!, true);
    for (let plane = 0; plane < 8; plane++) bytes[plane * values.length + index] = view.getUint8(plane);
  }
  return bytes;
}

function fromBytePlanes(bytes: Uint8Array, length: number): Float64Array {
  if (bytes.length !== length * 8) throw new Error("series cut short");
  const values = new Float64Array(length);
  const view = new DataView(new ArrayBuffer(8));
  for (let index = 0; index < length; index++) {
    for (let plane = 0; plane < 8; plane++) view.setUint8(plane, bytes[plane * length + index]!);
    values[index] = view.getFloat64(0, true);
  }
  return values;
}
