import { isoDay, type PlannedDay, type PlannedSession, type WeekPlan } from "./advice/index.ts";
import { shortWeekday } from "./charts/index.ts";
import { sessionDetails, sessionTitle, type TellDistance } from "./plan-words.ts";

/** Longest line of the format in bytes, its end not counted. */
const longestLine = 75;
/** Starts are told to this [s]. */
const quarterHour = 900;

/** How long before a run its reminder comes unless told otherwise [s]. */
export const usualReminder = 3600;
/** A reminder of a run without an hour comes on the evening before [s before midnight]. */
const eveningBefore = 6 * 3600;

/**
 * The plan as an iCalendar file (RFC 5545). A run is put at the hour the runner's own runs of that weekday usually begin at, and its description says so; what has no usual hour
 * lasts all day. Times are floating: a run at seven is at seven wherever the calendar is opened. An event keeps its UID when the plan of its day changes, so that taking the file
 * in again replaces it. `now` [s since 1970] is its stamp; `reminder` [s before a run], none where null.
 */
export function planCalendar(plan: WeekPlan, tell: TellDistance, now: number, reminder: number | null = null): string {
  const stamp = `${new Date(1000 * Math.floor(now)).toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const events = plan.days.flatMap((day) => day.sessions.map((session) => eventOf(day, session, { start: startOf(plan, day), tell, stamp, reminder })));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Footfall//Week plan//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Footfall", ...events.flat(), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** An hour, and why it is this one. */
interface Start {
  readonly timeOfDay: number;
  readonly why: string;
}

function startOf({ habit }: WeekPlan, { day, weekday }: PlannedDay): Start | null {
  const ofDay = habit?.startsOn[weekday];
  const usual = ofDay ?? habit?.start ?? null;
  if (!usual) return null;
  const timeOfDay = Math.min(86_400 - quarterHour, Math.round(usual.timeOfDay / quarterHour) * quarterHour);
  return { timeOfDay, why: `At this hour because it is the middle of when your ${usual.runs} ${ofDay ? `${shortWeekday(day)} runs` : "runs"} of the last four weeks began; move it as you like.` };
}

interface EventContext {
  readonly start: Start | null;
  readonly tell: TellDistance;
  readonly stamp: string;
  readonly reminder: number | null;
}

function eventOf({ day }: PlannedDay, session: PlannedSession, { start: usual, tell, stamp, reminder }: EventContext): readonly string[] {
  const { kind, duration, isOptional } = session;
  const slot = kind === "strength" ? "strength" : isOptional ? "walk" : "run";
  const date = isoDay(day).replaceAll("-", "");
  const start = isOptional ? null : usual;
  const details = [...sessionDetails(session, tell), ...(start ? [start.why] : [])].join("\n");
  const title = escaped(sessionTitle(session, tell));
  return [
    "BEGIN:VEVENT", `UID:${date}-${slot}@plan.footfall`, `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stamp}`,
    ...(start === null ? [`DTSTART;VALUE=DATE:${date}`, "TRANSP:TRANSPARENT"] : [`DTSTART:${date}T${clock(start.timeOfDay)}`, `DURATION:PT${Math.max(1, Math.round(duration / 60))}M`]),
    `SUMMARY:${title}`, ...(details === "" ? [] : [`DESCRIPTION:${escaped(details)}`]),
    ...(reminder === null || isOptional ? [] : ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${title}`, `TRIGGER:-PT${Math.round((start ? reminder : eveningBefore) / 60)}M`, "END:VALARM"]),
    "END:VEVENT",
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
