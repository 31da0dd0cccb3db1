import { civilDay } from "../../../../src/index.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import { dayWords, monthOf, monthWords } from "../words/dates.ts";
import { painClass } from "./pain-words.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** One month, a button for each day: what was noted, and whether there was a run. */
export function MonthCalendar({ overview, month, day, today, onMonth, onDay }: {
  readonly overview: BackOverview;
  /** Any day of the month shown. */
  readonly month: number;
  /** The day that is picked. */
  readonly day: number | null;
  readonly today: number;
  readonly onMonth: (month: number) => void;
  readonly onDay: (day: number | null) => void;
}) {
  const { first, length } = monthOf(month);
  const worst = new Map(overview.days.map((told) => [told.day, told.worst]));
  const ran = new Set(overview.runs.map((run) => run.day));
  const weeks = Math.ceil((civilDay(first).weekday + length) / 7);
  const start = first - civilDay(first).weekday;
  return (
    <div className="month-calendar">
      <div className="month-head">
        <button type="button" className="plain" aria-label="Month before" onClick={() => onMonth(first - 1)}>‹</button>
        <h3 aria-live="polite">{monthWords(first)}</h3>
        <button type="button" className="plain" aria-label="Month after" disabled={first + length > today} onClick={() => onMonth(first + length)}>›</button>
      </div>
      <table>
        <caption className="unseen">Days of {monthWords(first)}: worst pain, and runs</caption>
        <thead><tr>{weekdays.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {weekdays.map((name, index) => {
                const each = start + week * 7 + index;
                if (each < first || each >= first + length) return <td key={name} aria-hidden />;
                return <td key={name}><DayButton day={each} date={each - first + 1} worst={worst.get(each)} hasRun={ran.has(each)} isPicked={each === day} isFuture={each > today} onPick={() => onDay(each === day ? null : each)} /></td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayButton({ day, date, worst, hasRun, isPicked, isFuture, onPick }: { readonly day: number; readonly date: number; readonly worst: number | undefined; readonly hasRun: boolean; readonly isPicked: boolean; readonly isFuture: boolean; readonly onPick: () => void }) {
  const said = worst === undefined ? "nothing noted" : worst === 0 ? "no pain" : `worst pain ${worst} of 10`;
  return (
    <button type="button" className="day" aria-pressed={isPicked} disabled={isFuture} onClick={onPick}>
      <span className="unseen">{`${dayWords(day)}: ${said}${hasRun ? ", a run" : ""}`}</span>
      <span aria-hidden className="day-date">{date}</span>
      <span aria-hidden className={`day-pain ${worst === undefined ? "unnoted" : worst === 0 ? "none" : `${painClass(worst)} ${painClass(worst)}-ink`}`}>{worst === undefined ? "" : worst === 0 ? "" : worst}</span>
      {hasRun && <span className="day-run" />}
    </button>
  );
}

