import type { NamedSport } from "../door/settle-sport.ts";
import { numberAt, numbers, textAt, type ColumnTable } from "../door/column-table.ts";
import type { FitPart } from "./decode-fit.ts";
import { fitSport } from "./sport-names.ts";

/** One leg of an activity: its records and what its session says of it; numbers that nothing tells are NaN. */
export interface Leg {
  readonly sport: NamedSport;
  readonly subSport: number;
  /** Rows of the record table, in the order of the file. */
  readonly rows: Uint32Array;
  /** Where it stands, for example `session 3`; null where the file has only one leg. */
  readonly where: string | null;
  /** [s, FIT]. */
  readonly startTime: number;
  readonly elapsedTime: number;
  readonly distance: number;
  readonly title: string | null;
}

/** The legs of a part: its sessions, wherever in the file they stand; where there is none, the stretches between sport messages. */
export function findLegs(part: FitPart): readonly Leg[] {
  const records = part.tables.record.length;
  const sessions = readSessions(part);
  if (sessions.length === 0) return legsBySport(part, records);
  // A cut file's last leg may have lost its session, which an extra sport message betrays.
  const isCut = part.troubles.some((trouble) => trouble.code === "truncated" || trouble.code === "damaged");
  const hasLostLeg = isCut && part.tables.sport.length > sessions.length;
  if (sessions.length === 1 && !hasLostLeg) return [{ ...sessions[0]!, where: null, rows: allRows(0, records) }];

  sessions.sort((one, other) => one.startTime - other.startTime);
  const times = numbers(part.tables.record, "timestamp");
  const owners = new Uint16Array(records);
  const counts = new Uint32Array(sessions.length + 1);
  const lastEnd = Math.max(...sessions.map((session) => session.startTime + (session.elapsedTime || 0)));
  let owner = 0;
  for (let row = 0; row < records; row++) {
    const time = times?.[row] ?? NaN;
    if (!Number.isNaN(time)) {
      owner = 0;
      while (owner + 1 < sessions.length && sessions[owner + 1]!.startTime <= time) owner++;
      if (hasLostLeg && time > lastEnd + longestOverrun) owner = sessions.length;
    }
    owners[row] = owner;
    counts[owner]!++;
  }
  const legs: Leg[] = sessions.map((session, index) => ({ ...session, rows: rowsOf(owners, index, counts[index]!) }));
  const lost = counts[sessions.length]!;
  if (lost > 0) {
    const last = part.tables.sport.length - 1;
    const rows = rowsOf(owners, sessions.length, lost);
    legs.push({ ...bySportMessage(part.tables.sport, last), rows, where: "the records after the last session" });
  }
  return legs;
}

/** Records go on for at most this long after the session they belong to [s]. */
const longestOverrun = 60;

/** More legs than any event has; beyond them the last one takes what is left. */
const maximumLegs = 500;

function readSessions(part: FitPart): Omit<Leg, "rows">[] {
  const { session, sport } = part.tables;
  const found: Omit<Leg, "rows">[] = [];
  for (let row = 0; row < Math.min(session.length, maximumLegs); row++) {
    const elapsedTime = numberAt(session, "elapsedTime", row);
    const stored = numberAt(session, "startTime", row);
    const startTime = Number.isNaN(stored) ? numberAt(session, "timestamp", row) - (elapsedTime || 0) : stored;
    const own = fitSport(numberAt(session, "sport", row), numberAt(session, "subSport", row));
    const named = own.kind === "unnamed" && session.length === 1 ? sportOutsideSession(part) : own;
    // The same session written twice is one leg; one without a start cannot be told from the others.
    if (found.some((other) => other.startTime === startTime) || (Number.isNaN(startTime) && row > 0)) continue;
    found.push({
      sport: named, subSport: numberAt(session, "subSport", row), where: `session ${row + 1}`, startTime, elapsedTime,
      distance: numberAt(session, "distance", row), title: textAt(session, "profileName", row) ?? (session.length === 1 ? textAt(sport, "name", 0) : null),
    });
  }
  return found.length > 1 ? found.filter((session) => !Number.isNaN(session.startTime)) : found;
}

/** Without sessions, each sport message begins a leg with the records after it. */
function legsBySport(part: FitPart, records: number): readonly Leg[] {
  const { sport } = part.tables;
  if (sport.length < 2) return [{ ...bySportMessage(sport, 0), sport: sportOutsideSession(part), rows: allRows(0, records), where: null }];
  const legs: Leg[] = [];
  for (let row = 0; row < Math.min(sport.length, maximumLegs); row++) {
    const from = row === 0 ? 0 : numberAt(sport, "recordsBefore", row);
    const to = row + 1 < Math.min(sport.length, maximumLegs) ? numberAt(sport, "recordsBefore", row + 1) : records;
    if (to > from) legs.push({ ...bySportMessage(sport, row), rows: allRows(from, to), where: `records ${from + 1} to ${to}` });
  }
  return legs;
}

function bySportMessage(sport: ColumnTable, row: number): Omit<Leg, "rows" | "where"> {
  const subSport = numberAt(sport, "subSport", row);
  return { sport: fitSport(numberAt(sport, "sport", row), subSport), subSport, startTime: NaN, elapsedTime: NaN, distance: NaN, title: textAt(sport, "name", row) };
}

/** The sport by its own message, else by a lap. */
function sportOutsideSession(part: FitPart): NamedSport {
  const { sport, lap } = part.tables;
  const named = fitSport(numberAt(sport, "sport", 0), numberAt(sport, "subSport", 0));
  return named.kind === "unnamed" ? fitSport(numberAt(lap, "sport", 0), numberAt(lap, "subSport", 0)) : named;
}

function allRows(from: number, to: number): Uint32Array {
  const rows = new Uint32Array(to - from);
  for (let index = 0; index < rows.length; index++) rows[index] = from + index;
  return rows;
}

function rowsOf(owners: Uint16Array, owner: number, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < owners.length; row++) if (owners[row] === owner) rows[found++] = row;
  return rows;
}
