import { columnIndex, type ColumnTable } from "../door/column-table.ts";
import { developerColumn, type DeveloperField } from "./developer-fields.ts";
import { profile, timestampField, type MessageName, type ProfileField } from "./profile.ts";
import { makeStep, numberKind, numberStep, readKinds, type FieldPlace, type ReadPlan, type ReadStep, type RunningTotals } from "./read-plan.ts";

/** What a definition message says, as far as reading needs it. */
export interface Definition {
  /** Bytes of a data message's content. */
  readonly size: number;
  /** Which kept message it is; undefined for those that are skipped. */
  readonly name: MessageName | undefined;
  readonly plan: ReadPlan | undefined;
  /** Where the time stands; −1 where the message has none. */
  readonly timestampOffset: number;
  readonly isLittle: boolean;
}

/** What definitions are read against. */
export interface DefinitionContext {
  readonly tables: Readonly<Record<MessageName, ColumnTable>>;
  readonly totals: RunningTotals;
  /** The description of a developer field, or undefined where none is known yet. */
  describe(developer: number, field: number): DeveloperField | undefined;
}

/** Reads the definition message at `start`; undefined where it does not end before `end`. */
export function readDefinition(bytes: Uint8Array, start: number, end: number, context: DefinitionContext): { definition: Definition; next: number } | undefined {
  if (start + 6 > end) return undefined;
  const hasDeveloperFields = (bytes[start]! & 0x20) !== 0;
  const isLittle = (bytes[start + 2]! & 1) === 0;
  const message = isLittle ? bytes[start + 3]! | (bytes[start + 4]! << 8) : (bytes[start + 3]! << 8) | bytes[start + 4]!;
  const fieldsEnd = start + 6 + 3 * bytes[start + 5]!;
  if (fieldsEnd + (hasDeveloperFields ? 1 : 0) > end) return undefined;
  const next = hasDeveloperFields ? fieldsEnd + 1 + 3 * bytes[fieldsEnd]! : fieldsEnd;
  if (next > end) return undefined;

  const name = names.get(message);
  const table = name === undefined ? undefined : context.tables[name];
  const steps: ReadStep[] = [];
  let size = 0;
  let timestampOffset = -1;
  for (let at = start + 6; at < fieldsEnd; at += 3) {
    const number = bytes[at]!;
    const place: FieldPlace = { offset: size, size: bytes[at + 1]!, baseType: bytes[at + 2]! & 0x1f, isLittle };
    if (number === timestampField && numberKind(place) === readKinds.uint32) timestampOffset = size;
    const wanted = name === undefined ? undefined : wantedFields.get(name)?.get(number);
    if (table && wanted) addStep(steps, table, wanted.name, wanted.field, place, context.totals);
    size += place.size;
  }
  for (let at = hasDeveloperFields ? fieldsEnd + 1 : next; at < next; at += 3) {
    const fieldSize = bytes[at + 1]!;
    const described = name === "record" ? context.describe(bytes[at + 2]!, bytes[at]!) : undefined;
    if (table && described) addDeveloperStep(steps, table, described, size, fieldSize, isLittle, context.totals);
    size += fieldSize;
  }
  return { definition: { size, name, plan: table && { table, steps }, timestampOffset, isLittle }, next };
}

function addStep(steps: ReadStep[], table: ColumnTable, name: string, field: ProfileField, place: FieldPlace, totals: RunningTotals): void {
  if (field.form === "text") {
    steps.push(makeStep(place, readKinds.text, -1, -1, 1, 0, name, totals));
  } else if (field.form === "compressed-speed-distance") {
    if (place.size >= 3) steps.push(makeStep(place, readKinds.compressedSpeedDistance, columnIndex(table, "compressedSpeed"), columnIndex(table, "compressedDistance"), 1, 0, name, totals));
  } else if (field.form === "cycles") {
    if (place.size >= 1) steps.push(makeStep(place, readKinds.cycles, columnIndex(table, "accumulatedCycles"), -1, 1, 0, name, totals));
  } else {
    const kind = numberKind(place);
    if (kind !== undefined) steps.push(numberStep(table, name, place, kind, field.scale ?? 1, field.offset ?? 0, totals));
  }
}

function addDeveloperStep(steps: ReadStep[], table: ColumnTable, described: DeveloperField, offset: number, size: number, isLittle: boolean, totals: RunningTotals): void {
  const target = developerColumn(described);
  if (!target) return;
  const place: FieldPlace = { offset, size, baseType: described.baseType, isLittle };
  const kind = numberKind(place);
  if (kind === undefined) return;
  steps.push(numberStep(table, target.column, place, kind, described.scale / target.factor, described.offset * target.factor, totals));
}

const names = new Map<number, MessageName>();
const wantedFields = new Map<MessageName, ReadonlyMap<number, { readonly name: string; readonly field: ProfileField }>>();
for (const name of messageNames()) {
  names.set(profile[name].number, name);
  const byNumber = new Map<number, { name: string; field: ProfileField }>();
  for (const [column, field] of Object.entries<ProfileField>(profile[name].fields)) byNumber.set(field.number, { name: column, field });
  wantedFields.set(name, byNumber);
}

function messageNames(): readonly MessageName[] {
  return ["fileId", "sport", "session", "lap", "record", "event", "deviceInfo", "activity", "weatherConditions", "fieldDescription"];
}
