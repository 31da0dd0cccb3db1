import { baseType, type BaseType, type BaseTypeName } from "./base-type.ts";
import { fitCrc } from "./crc.ts";

/** One field of a message: its number in the FIT profile and how its value is stored. */
export interface FitField {
  readonly number: number;
  readonly type: BaseTypeName;
  /** Stored integer = (value + offset) × scale, as the profile has it. Default 1. */
  readonly scale?: number;
  /** Default 0. */
  readonly offset?: number;
  /** Elements of an array, or bytes of a string with its ending zero. Default 1. */
  readonly count?: number;
}

/** A field that a `field_description` message explains; `developer` is its developer data index. */
export interface FitDeveloperField extends FitField {
  readonly developer: number;
}

/** The definition of a message; rows of one layout share one definition in the file. */
export interface FitLayout {
  /** Global message number, for example 20 for `record`. */
  readonly message: number;
  readonly fields: readonly FitField[];
  readonly developerFields?: readonly FitDeveloperField[];
}

/** Null or NaN is written as the type's invalid value. */
export type FitValue = number | bigint | string | null | readonly (number | null)[] | Uint8Array;

/** One data message: values in the order of the layout's fields, then of its developer fields. */
export interface FitMessage {
  readonly layout: FitLayout;
  readonly values: readonly FitValue[];
  /** Full FIT timestamp [s]; its low five bits then travel in the message's header and the layout needs no field 253. */
  readonly compressedTimestamp?: number;
}

/** How the file is written; the defaults are what devices do. */
export interface FitFileOptions {
  readonly byteOrder?: "little" | "big";
  readonly headerSize?: 12 | 14;
}

/** FIT counts seconds from 1989-12-31T00:00:00Z; this is that instant [s since 1970-01-01T00:00:00Z]. */
export const fitEpoch = 631_065_600;

/** Writes one FIT file: header, each layout's definition before its first row, rows in the order given, checksums. */
export function encodeFit(messages: readonly FitMessage[], options: FitFileOptions = {}): Uint8Array<ArrayBuffer> {
  const headerSize = options.headerSize ?? 14;
  const writer = makeWriter((options.byteOrder ?? "little") === "little");
  writer.skip(headerSize);
  const locals: (FitLayout | undefined)[] = [];
  let next = 0;
  for (const message of messages) {
    const slots = message.compressedTimestamp === undefined ? 16 : 4;
    let local = locals.indexOf(message.layout);
    if (local < 0 || local >= slots) {
      local = next++ % slots;
      locals[local] = message.layout;
      writeDefinition(writer, message.layout, local);
    }
    if (message.compressedTimestamp === undefined) writer.byte(local);
    else writer.byte(0x80 | (local << 5) | (message.compressedTimestamp & 31));
    writeValues(writer, message);
  }
  return closeFile(writer, headerSize);
}

/** Who adds developer fields: one `developer_data_id` message. */
export function developerDataId(developer: number, applicationId: Uint8Array): FitMessage {
  return {
    layout: { message: 207, fields: [{ number: 1, type: "byte", count: 16 }, { number: 3, type: "uint8" }] },
    values: [applicationId, developer],
  };
}

/** What a developer field is: one `field_description` message, to be written before the rows that use it. */
export function fieldDescription(field: FitDeveloperField, name: string, units: string): FitMessage {
  return {
    layout: {
      message: 206,
      fields: [
        { number: 0, type: "uint8" }, { number: 1, type: "uint8" }, { number: 2, type: "uint8" }, { number: 3, type: "string", count: 64 },
        { number: 6, type: "uint8" }, { number: 7, type: "sint8" }, { number: 8, type: "string", count: 16 },
      ],
    },
    values: [field.developer, field.number, baseType(field.type).code, name, field.scale ?? null, field.offset ?? null, units],
  };
}

interface Writer {
  skip(count: number): void;
  byte(value: number): void;
  integer(value: number, size: BaseType["size"]): void;
  long(value: bigint): void;
  float(value: number, size: BaseType["size"]): void;
  finished(): Uint8Array<ArrayBuffer>;
  readonly isLittle: boolean;
}

function makeWriter(isLittle: boolean): Writer {
  let bytes = new Uint8Array(4096);
  let view = new DataView(bytes.buffer);
  let length = 0;
  const take = (count: number): number => {
    const at = length;
    length += count;
    if (length > bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * bytes.length));
      grown.set(bytes);
      bytes = grown;
      view = new DataView(bytes.buffer);
    }
    return at;
  };
  return {
    isLittle,
    skip: (count) => void take(count),
    byte(value) {
      const at = take(1);
      bytes[at] = value;
    },
    integer(value, size) {
      const at = take(size);
      if (size === 1) view.setUint8(at, value);
      else if (size === 2) view.setUint16(at, value, isLittle);
      else view.setUint32(at, value, isLittle);
    },
    long(value) {
      const at = take(8);
      view.setBigUint64(at, BigInt.asUintN(64, value), isLittle);
    },
    float(value, size) {
      const at = take(size);
      if (size === 4) view.setFloat32(at, value, isLittle);
      else view.setFloat64(at, value, isLittle);
    },
    finished: () => bytes.slice(0, length),
  };
}

function writeDefinition(writer: Writer, layout: FitLayout, local: number): void {
  const developerFields = layout.developerFields ?? [];
  writer.byte(0x40 | (developerFields.length > 0 ? 0x20 : 0) | local);
  writer.byte(0);
  writer.byte(writer.isLittle ? 0 : 1);
  writer.integer(layout.message, 2);
  writer.byte(layout.fields.length);
  for (const field of layout.fields) {
    const type = baseType(field.type);
    for (const value of [field.number, type.size * (field.count ?? 1), type.code]) writer.byte(value);
  }
  if (developerFields.length === 0) return;
  writer.byte(developerFields.length);
  for (const field of developerFields) {
    for (const value of [field.number, baseType(field.type).size * (field.count ?? 1), field.developer]) writer.byte(value);
  }
}

function writeValues(writer: Writer, message: FitMessage): void {
  const { fields, developerFields = [] } = message.layout;
  let at = 0;
  for (const field of fields) writeField(writer, field, message.values[at++] ?? null);
  for (const field of developerFields) writeField(writer, field, message.values[at++] ?? null);
}

function writeField(writer: Writer, field: FitField, value: FitValue): void {
  const type = baseType(field.type);
  const count = field.count ?? 1;
  if (typeof value === "string") {
    const text = new TextEncoder().encode(value);
    for (let index = 0; index < count; index++) writer.byte(text[index] ?? 0);
    return;
  }
  for (let index = 0; index < count; index++) {
    const element = typeof value === "object" && value !== null ? value[index] ?? null : index === 0 ? value : null;
    writeElement(writer, field, type, element);
  }
}

function writeElement(writer: Writer, field: FitField, type: BaseType, value: number | bigint | null): void {
  const isGap = value === null || Number.isNaN(value);
  if (type.kind === "float") {
    // The profile's invalid float is all ones, which is one of the not-a-numbers.
    if (!isGap) writer.float(Number(value), type.size);
    else for (let index = 0; index < type.size; index++) writer.byte(0xff);
  } else if (type.size === 8) {
    writer.long(isGap ? longInvalid(type) : BigInt(value));
  } else {
    const scaled = isGap ? type.invalid : typeof value === "bigint" ? Number(value) : Math.round((value + (field.offset ?? 0)) * (field.scale ?? 1));
    writer.integer(scaled, type.size);
  }
}

function longInvalid(type: BaseType): bigint {
  if (type.name === "uint64z") return 0n;
  return type.kind === "signed" ? 2n ** 63n - 1n : 2n ** 64n - 1n;
}

function closeFile(writer: Writer, headerSize: 12 | 14): Uint8Array<ArrayBuffer> {
  writer.skip(2);
  const file = writer.finished();
  const view = new DataView(file.buffer);
  const dataEnd = file.length - 2;
  view.setUint8(0, headerSize);
  view.setUint8(1, 0x20);
  view.setUint16(2, 2132, true);
  view.setUint32(4, dataEnd - headerSize, true);
  file.set([0x2e, 0x46, 0x49, 0x54], 8);
  if (headerSize === 14) view.setUint16(12, fitCrc(file, 0, 12), true);
  view.setUint16(dataEnd, fitCrc(file, 0, dataEnd), true);
  return file;
}
