import { baseTypes } from "./base-type.ts";
import { columnIndex, dropLastRow, makeTable, numberAt, textAt, type ColumnTable } from "../door/column-table.ts";
import { fitCrc } from "./crc.ts";
import { readDefinition, type Definition } from "./definition.ts";
import { developerColumn, type DeveloperField } from "./developer-fields.ts";
import type { MessageName } from "./profile.ts";
import { readRow, type RunningTotals } from "./read-plan.ts";
import { findNextSound } from "./resynchronise.ts";
import { sizeWords } from "./size-words.ts";

/** What was read of one FIT file; a chained file gives several. */
export interface FitPart {
  /** First byte of the part's header. */
  readonly start: number;
  /** First byte after the part. */
  readonly end: number;
  readonly tables: Readonly<Record<MessageName, ColumnTable>>;
  /** What was wrong with it, in the order met. */
  readonly troubles: readonly FitTrouble[];
  /** Developer fields in records that no message describes. */
  readonly undescribed: number;
}

/** Something wrong in the bytes: stable code, sentence, and the byte it was found at. */
export interface FitTrouble {
  readonly code: "header-crc" | "file-crc" | "truncated" | "damaged" | "trailing-bytes" | "too-many-records";
  readonly message: string;
  readonly byte: number;
  /** Bytes that were left out for it. */
  readonly lost: number;
}

/** More records than the longest run has; what a file holds beyond them is left out, by name. */
const maximumRows = 2_000_000;
/** More files than any device chains, more damaged places than are worth going on after. */
const maximumParts = 1000;
const maximumDamages = 1000;

/** Whether a FIT header stands at this byte. */
export function isFitHeader(bytes: Uint8Array, at = 0): boolean {
  return at + 12 <= bytes.length && bytes[at]! >= 12 && bytes[at + 8] === 0x2e && bytes[at + 9] === 0x46 && bytes[at + 10] === 0x49 && bytes[at + 11] === 0x54;
}

/** Reads every FIT file chained in these bytes; the first must start at byte 0. */
export function decodeFit(bytes: Uint8Array): readonly FitPart[] {
  const parts: FitPart[] = [];
  let at = 0;
  while (isFitHeader(bytes, at) && parts.length < maximumParts) {
    const first = readPart(bytes, at, []);
    // Descriptions that come after the records they describe are known the second time.
    const part = first.late.length > 0 ? readPart(bytes, at, first.late) : first;
    parts.push(part);
    at = part.end;
  }
  const last = parts.at(-1);
  if (!last || at >= bytes.length) return parts;
  const what = isFitHeader(bytes, at) ? `belong to more than ${maximumParts} chained files` : "are not FIT data";
  const rest = { code: "trailing-bytes", byte: at, lost: bytes.length - at, message: `the last ${bytes.length - at} bytes, from byte ${at}, ${what} and were left out` } as const;
  return [...parts.slice(0, -1), { ...last, troubles: [...last.troubles, rest] }];
}

interface Walk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly dataEnd: number;
  readonly definitions: (Definition | undefined)[];
  readonly tables: Record<MessageName, ColumnTable>;
  readonly totals: RunningTotals;
  readonly troubles: FitTrouble[];
  readonly described: Map<number, DeveloperField>;
  readonly undescribed: Set<number>;
  readonly late: DeveloperField[];
  rows: number;
  /** Time of the last message that had one [s, FIT], and of the one before it. */
  time: number;
  timeBefore: number;
}

function readPart(bytes: Uint8Array, start: number, early: readonly DeveloperField[]): FitPart & { readonly late: readonly DeveloperField[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = bytes[start]!;
  const claimed = view.getUint32(start + 4, true);
  const claimedEnd = start + headerSize + claimed;
  // A device that lost power never came to write the size; the data then runs to the end.
  const isUnsized = claimed === 0 && bytes.length > start + headerSize + 2 && !isFitHeader(bytes, claimedEnd + 2);
  const dataEnd = isUnsized ? bytes.length : Math.min(claimedEnd, bytes.length);
  const walk: Walk = {
    bytes, view, dataEnd, definitions: [], tables: makeTables(), totals: { distance: 0, lastDistance: NaN, cycles: 0, lastCycles: NaN }, troubles: [],
    described: new Map(early.map((field) => [key(field.developer, field.number), field])), undescribed: new Set(), late: [], rows: 0, time: NaN, timeBefore: NaN,
  };
  checkHeader(walk, start, headerSize);
  walkMessages(walk, start + headerSize);
  const end = isUnsized ? bytes.length : Math.min(claimedEnd + 2, bytes.length);
  if (isUnsized) {
    walk.troubles.push({ code: "truncated", byte: start + 4, lost: 0, message: "the device never closed the file; it was read to its end" });
  } else if (claimedEnd + 2 > bytes.length) {
    const missing = claimedEnd + 2 - bytes.length;
    walk.troubles.push({ code: "truncated", byte: bytes.length, lost: missing, message: `the file ends at byte ${bytes.length}, ${sizeWords(missing)} early` });
  } else {
    checkFile(walk, start, claimedEnd);
  }
  return { start, end, tables: walk.tables, troubles: walk.troubles, undescribed: walk.undescribed.size, late: early.length > 0 ? [] : walk.late };
}

function checkHeader(walk: Walk, start: number, headerSize: number): void {
  if (headerSize < 14 || start + 14 > walk.bytes.length) return;
  const stored = walk.view.getUint16(start + 12, true);
  if (stored !== 0 && stored !== fitCrc(walk.bytes, start, start + 12)) {
    walk.troubles.push({ code: "header-crc", byte: start + 12, lost: 0, message: `the checksum of the header at byte ${start + 12} is wrong; the data was read all the same` });
  }
}

function checkFile(walk: Walk, start: number, end: number): void {
  // Some writers leave the checksum zero.
  const stored = walk.view.getUint16(end, true);
  if (stored !== 0 && stored !== fitCrc(walk.bytes, start, end)) {
    walk.troubles.push({ code: "file-crc", byte: end, lost: 0, message: `the file's checksum at byte ${end} is wrong, so a value may have been changed on the way; everything was read` });
  }
}

/** Reads messages one after the other up to the data's end, going on after damage where that is sound. */
function walkMessages(walk: Walk, start: number): void {
  let at = start;
  let lastMessage = start;
  while (at < walk.dataEnd) {
    const next = readMessage(walk, at);
    if (next > 0) {
      lastMessage = at;
      at = next;
      continue;
    }
    if (walk.rows >= maximumRows) {
      walk.troubles.push({ code: "too-many-records", byte: at, lost: walk.dataEnd - at, message: `more than ${maximumRows} messages; everything from byte ${at} on was left out` });
      return;
    }
    // The message before may have been the one that went wrong, so the search starts inside it.
    const sound = walk.troubles.length < maximumDamages ? findNextSound(walk, lastMessage + 1) : undefined;
    if (sound === undefined) {
      const isCut = isLastMessageCut(walk, at);
      if (!isCut || walk.dataEnd < walk.bytes.length) {
        const lost = walk.dataEnd - at;
        walk.troubles.push({ code: "damaged", byte: at, lost, message: `the last ${sizeWords(lost)}, from byte ${at} on, could not be read` });
      }
      return;
    }
    if (sound < at) dropOverlapped(walk, lastMessage);
    walk.troubles.push({ code: "damaged", byte: lastMessage, lost: sound - lastMessage, message: `${sizeWords(sound - lastMessage)} from byte ${lastMessage} on are damaged and were left out` });
    at = sound;
    lastMessage = sound;
  }
}

/** Reads the message at this byte; returns the byte after it, or −1 where it cannot be read. */
function readMessage(walk: Walk, at: number): number {
  const header = walk.bytes[at]!;
  const isCompressed = header >= 0x80;
  if (!isCompressed && (header & 0x40) !== 0) {
    const read = readDefinition(walk.bytes, at, walk.dataEnd, {
      tables: walk.tables, totals: walk.totals,
      describe(developer, field) {
        const found = walk.described.get(key(developer, field));
        if (!found) walk.undescribed.add(key(developer, field));
        return found;
      },
    });
    if (!read) return -1;
    walk.definitions[header & 15] = read.definition;
    return read.next;
  }
  if (!isCompressed && (header & 0x30) !== 0) return -1;
  const definition = walk.definitions[isCompressed ? (header >> 5) & 3 : header & 15];
  if (!definition) return -1;
  const content = at + 1;
  const next = content + definition.size;
  if (next > walk.dataEnd || walk.rows >= maximumRows) return -1;

  const told = definition.timestampOffset < 0 ? NaN : readTime(walk, content + definition.timestampOffset, definition.isLittle);
  const time = isCompressed && Number.isNaN(told) && !Number.isNaN(walk.time) ? walk.time + (((header & 31) - walk.time) & 31) : told;
  if (!Number.isNaN(time)) {
    walk.timeBefore = walk.time;
    walk.time = time;
  }
  if (definition.plan) {
    const row = readRow(definition.plan, walk.bytes, walk.view, content);
    walk.rows++;
    if (isCompressed) definition.plan.table.columns[columnIndex(definition.plan.table, "timestamp")]![row] = time;
    if (definition.name === "fieldDescription") describe(walk, row);
    // Where no session tells, a sport message begins a leg at the record that follows it.
    if (definition.name === "sport") definition.plan.table.columns[columnIndex(definition.plan.table, "recordsBefore")]![row] = walk.tables.record.length;
  }
  return next;
}

function readTime(walk: Walk, at: number, isLittle: boolean): number {
  const stored = walk.view.getUint32(at, isLittle);
  return stored === 0xffffffff ? NaN : stored;
}

/** Whether what is left is one message cut off by the end of the data, which is how a truncated file ends. */
function isLastMessageCut(walk: Walk, at: number): boolean {
  const header = walk.bytes[at]!;
  if (header < 0x80 && (header & 0x40) !== 0) return true;
  const definition = walk.definitions[header >= 0x80 ? (header >> 5) & 3 : header & 15];
  return definition !== undefined && at + 1 + definition.size > walk.dataEnd;
}

/** Takes back the last message's row where sound data starts inside it. */
function dropOverlapped(walk: Walk, at: number): void {
  const header = walk.bytes[at]!;
  if (header < 0x80 && (header & 0x40) !== 0) return;
  const definition = walk.definitions[header >= 0x80 ? (header >> 5) & 3 : header & 15];
  if (definition?.plan) dropLastRow(definition.plan.table);
  walk.time = walk.timeBefore;
}

function describe(walk: Walk, row: number): void {
  const table = walk.tables.fieldDescription;
  const field: DeveloperField = {
    developer: numberAt(table, "developer", row),
    number: numberAt(table, "field", row),
    baseType: numberAt(table, "baseType", row) & 0x1f,
    name: textAt(table, "name", row) ?? "",
    units: textAt(table, "units", row) ?? "",
    scale: numberAt(table, "scale", row) || 1,
    offset: numberAt(table, "offset", row) || 0,
    nativeField: forRecords(numberAt(table, "nativeMessage", row)) ? numberAt(table, "nativeField", row) : NaN,
  };
  if (Number.isNaN(field.developer) || Number.isNaN(field.number) || !baseTypes[field.baseType]) return;
  const id = key(field.developer, field.number);
  if (walk.undescribed.delete(id) && developerColumn(field)) walk.late.push(field);
  walk.described.set(id, field);
}

/** A native field number speaks of records unless it names another message. */
function forRecords(message: number): boolean {
  return Number.isNaN(message) || message === 20;
}

function key(developer: number, field: number): number {
  return developer * 256 + field;
}

function makeTables(): Record<MessageName, ColumnTable> {
  return {
    fileId: makeTable(), sport: makeTable(), session: makeTable(), lap: makeTable(), record: makeTable(), event: makeTable(),
    deviceInfo: makeTable(), activity: makeTable(), fieldDescription: makeTable(),
  };
}
