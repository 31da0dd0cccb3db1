import { baseTypes } from "./base-type.ts";
import { addRow, columnIndex, type ColumnTable } from "../door/column-table.ts";

/** How the data messages of one definition are read: per wanted field its place, type and column, as parallel arrays. */
export interface ReadPlan {
  readonly table: ColumnTable;
  readonly steps: readonly ReadStep[];
}

/** One field to read: value = stored / scale − offset, or a gap where the stored value is the invalid one. */
export interface ReadStep {
  readonly kind: ReadKind;
  /** Bytes from the start of the message's content. */
  readonly offset: number;
  readonly size: number;
  readonly column: number;
  /** Second column, for the fields that unpack into two. */
  readonly secondColumn: number;
  readonly invalid: number;
  readonly scale: number;
  readonly subtract: number;
  /** Name of the column, for texts. */
  readonly name: string;
  readonly isLittle: boolean;
  readonly totals: RunningTotals;
}

/** Small numbers because they are switched on for every field of every record. */
export type ReadKind = (typeof readKinds)[keyof typeof readKinds];

export const readKinds = {
  uint8: 0, sint8: 1, uint16: 2, sint16: 3, uint32: 4, sint32: 5, float32: 6, float64: 7, uint64: 8, sint64: 9,
  text: 10, compressedSpeedDistance: 11, cycles: 12,
} as const;

/** Totals of the fields that count on and wrap around. */
export interface RunningTotals {
  distance: number;
  lastDistance: number;
  cycles: number;
  lastCycles: number;
}

/** Where a field stands in the message and how it is stored. */
export interface FieldPlace {
  readonly offset: number;
  readonly size: number;
  /** Base type number; one that is not known makes the field unreadable. */
  readonly baseType: number;
  readonly isLittle: boolean;
}

/** The reading kind for a base type; undefined where a number cannot be read from so few bytes. */
export function numberKind(place: FieldPlace): ReadKind | undefined {
  const type = baseTypes[place.baseType];
  if (!type || type.kind === "string" || place.size < type.size) return undefined;
  if (type.kind === "float") return type.size === 4 ? readKinds.float32 : readKinds.float64;
  const isSigned = type.kind === "signed";
  if (type.size === 1) return isSigned ? readKinds.sint8 : readKinds.uint8;
  if (type.size === 2) return isSigned ? readKinds.sint16 : readKinds.uint16;
  if (type.size === 4) return isSigned ? readKinds.sint32 : readKinds.uint32;
  return isSigned ? readKinds.sint64 : readKinds.uint64;
}

/** A step that reads one number into one column. */
export function numberStep(table: ColumnTable, name: string, place: FieldPlace, kind: ReadKind, scale: number, subtract: number, totals: RunningTotals): ReadStep {
  return makeStep(place, kind, columnIndex(table, name), -1, scale, subtract, name, totals);
}

/** Every step is made here, so that all have one shape and the loop over them stays quick. */
export function makeStep(place: FieldPlace, kind: ReadKind, column: number, secondColumn: number, scale: number, subtract: number, name: string, totals: RunningTotals): ReadStep {
  return { kind, offset: place.offset, size: place.size, column, secondColumn, invalid: baseTypes[place.baseType]?.invalid ?? NaN, scale, subtract, name, isLittle: place.isLittle, totals };
}

/** Reads one message's wanted fields into a new row; the caller has made sure that the whole message is there. */
export function readRow(plan: ReadPlan, bytes: Uint8Array, view: DataView, start: number): number {
  const { table, steps } = plan;
  const row = addRow(table);
  const columns = table.columns;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    const at = start + step.offset;
    let stored: number;
    switch (step.kind) {
      case readKinds.uint8: stored = bytes[at]!; break;
      case readKinds.sint8: stored = (bytes[at]! << 24) >> 24; break;
      case readKinds.uint16: stored = view.getUint16(at, step.isLittle); break;
      case readKinds.sint16: stored = view.getInt16(at, step.isLittle); break;
      case readKinds.uint32: stored = view.getUint32(at, step.isLittle); break;
      case readKinds.sint32: stored = view.getInt32(at, step.isLittle); break;
      case readKinds.float32: stored = finite(view.getFloat32(at, step.isLittle)); break;
      case readKinds.float64: stored = finite(view.getFloat64(at, step.isLittle)); break;
      case readKinds.uint64: stored = Number(view.getBigUint64(at, step.isLittle)); break;
      case readKinds.sint64: stored = Number(view.getBigInt64(at, step.isLittle)); break;
      case readKinds.text: readText(step, table, row, bytes, at); continue;
      case readKinds.compressedSpeedDistance: readCompressed(step, columns, row, bytes, at); continue;
      case readKinds.cycles: readCycles(step, columns, row, bytes[at]!); continue;
    }
    if (stored !== step.invalid) columns[step.column]![row] = stored / step.scale - step.subtract;
  }
  return row;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

const decoder = new TextDecoder();

/** A text ends at its zero byte, or with the field where a writer left the zero out. */
function readText(step: ReadStep, table: ColumnTable, row: number, bytes: Uint8Array, at: number): void {
  let end = at;
  while (end < at + step.size && bytes[end] !== 0) end++;
  const texts = table.texts.get(step.name) ?? [];
  texts[row] = decoder.decode(bytes.subarray(at, end)).trim();
  table.texts.set(step.name, texts);
}

/** Twelve bits of speed [1/100 m/s], then twelve of a distance [1/16 m] that wraps around every 256 m. */
function readCompressed(step: ReadStep, columns: readonly Float64Array[], row: number, bytes: Uint8Array, at: number): void {
  const first = bytes[at]!;
  const middle = bytes[at + 1]!;
  const last = bytes[at + 2]!;
  if (first === 0xff && middle === 0xff && last === 0xff) return;
  const speed = first | ((middle & 15) << 8);
  const distance = (middle >>> 4) | (last << 4);
  if (speed !== 0xfff) columns[step.column]![row] = speed / 100;
  if (distance === 0xfff) return;
  const totals = step.totals;
  totals.distance += Number.isNaN(totals.lastDistance) ? distance : (distance - totals.lastDistance) & 0xfff;
  totals.lastDistance = distance;
  columns[step.secondColumn]![row] = totals.distance / 16;
}

/** Eight bits of a stride count that wraps around. */
function readCycles(step: ReadStep, columns: readonly Float64Array[], row: number, stored: number): void {
  if (stored === 0xff) return;
  const totals = step.totals;
  totals.cycles += Number.isNaN(totals.lastCycles) ? stored : (stored - totals.lastCycles) & 0xff;
  totals.lastCycles = stored;
  columns[step.column]![row] = totals.cycles;
}
