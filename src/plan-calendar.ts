import { isoDay, type PlannedSession, type WeekPlan } from "./advice/index.ts";
import { sessionDetails, sessionTitle, type TellDistance } from "./plan-words.ts";

/** Longest line of the format in bytes, its end not counted. */
const longestLine = 75;
/** Starts are told to this [s]. */
const quarterHour = 900;

/**
 * The plan as an iCalendar file (RFC 5545). Times are floating: a run at seven is at seven wherever the calendar is opened; what has no usual hour lasts all day. An event
 * keeps its UID when the plan of its day changes, so that taking the file in again replaces it. `now` [s since 1970] is its stamp.
 */
export function planCalendar(plan: WeekPlan, tell: TellDistance, now: number): string {
  const stamp = `${new Date(1000 * Math.floor(now)).toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const events = plan.days.flatMap(({ day, sessions }) => sessions.map((session) => eventOf(day, session, plan.habit?.timeOfDay ?? null, tell, stamp)));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Footfall//Week plan//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Footfall", ...events.flat(), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventOf(day: number, session: PlannedSession, timeOfDay: number | null, tell: TellDistance, stamp: string): readonly string[] {
  const { kind, duration, isOptional } = session;
  const slot = kind === "strength" ? "strength" : isOptional ? "walk" : "run";
  const date = isoDay(day).replaceAll("-", "");
  const start = isOptional || timeOfDay === null ? null : Math.min(86_400 - quarterHour, Math.round(timeOfDay / quarterHour) * quarterHour);
  const details = sessionDetails(session, tell).join("\n");
  return [
    "BEGIN:VEVENT", `UID:${date}-${slot}@plan.footfall`, `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stamp}`,
    ...(start === null ? [`DTSTART;VALUE=DATE:${date}`, "TRANSP:TRANSPARENT"] : [`DTSTART:${date}T${clock(start)}`, `DURATION:PT${Math.max(1, Math.round(duration / 60))}M`]),
    `SUMMARY:${escaped(sessionTitle(session, tell))}`, ...(details === "" ? [] : [`DESCRIPTION:${escaped(details)}`]), "END:VEVENT",
  ];
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(seconds / 3600)}${two((seconds % 3600) / 60)}00`;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A long line goes on in the next behind one space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, bytes] = ["", 0];
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > longestLine) {
      parts.push(part);
      [part, bytes] = ["", 1];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
