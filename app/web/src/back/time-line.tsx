import { useEffect, useMemo, useRef, useState } from "react";
import { numberWords, painAndRuns } from "../../../../src/index.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import { Choice } from "../parts/choice.tsx";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { useUnits } from "../parts/use-units.ts";
import { dayWords } from "../words/dates.ts";
import { metresPer } from "../words/units.ts";
import { spanDays, spans, within, type Span } from "./spans.ts";

/** Pain and runs on one line of days; how long a time, the runner chooses. */
export function TimeLine({ overview, today, span, onSpan }: { readonly overview: BackOverview; readonly today: number; readonly span: Span; readonly onSpan: (span: Span) => void }) {
  const units = useUnits();
  const [host, width] = useWidth();
  const [back, setBack] = useState(0);
  const whole = spanDays(span, overview, today);
  const length = whole.to - whole.from + 1;
  const [from, to] = [whole.from - back * length, whole.to - back * length];
  const first = Math.min(overview.days[0]?.day ?? today, overview.runs[0]?.day ?? today);
  const picture = useMemo(() => painAndRuns({
    from, to, width, days: overview.days, distanceUnit: units.distance,
    runs: overview.runs.map(({ day, distance }) => ({ day, distance: (distance ?? 0) / metresPer[units.distance] })),
  }), [from, to, width, overview, units.distance]);
  return (
    <section aria-labelledby="time-line-title">
      <h2 id="time-line-title">Pain and runs</h2>
      <div className="time-line-tools">
        <Choice label="How long a time" isLabelHidden value={span} options={spans} onChoose={(next) => { setBack(0); onSpan(next); }} />
        <div className="actions">
          <button type="button" disabled={span === "all" || from <= first} onClick={() => setBack(back + 1)}>Earlier</button>
          <button type="button" disabled={back === 0} onClick={() => setBack(back - 1)}>Later</button>
        </div>
      </div>
      <div ref={host} className="time-line"><PictureFigure picture={picture} /></div>
      <p className="quiet">A ring is a day noted without pain; where the line is dotted, nothing was noted, which is not the same.</p>
      <DaysTable days={within(overview.days, { from, to })} runs={within(overview.runs, { from, to })} distanceUnit={units.distance} />
    </section>
  );
}

/** The picture's twin, a row for each day that has something; long times have their days in the list below. */
function DaysTable({ days, runs, distanceUnit }: { readonly days: BackOverview["days"]; readonly runs: BackOverview["runs"]; readonly distanceUnit: "km" | "mi" }) {
  const [isOpen, setOpen] = useState(false);
  const worst = new Map(days.map((day) => [day.day, day.worst]));
  const distance = new Map<number, number>();
  for (const run of runs) distance.set(run.day, (distance.get(run.day) ?? 0) + (run.distance ?? 0));
  const all = [...new Set([...worst.keys(), ...distance.keys()])].toSorted((one, other) => other - one);
  return (
    <details className="twin" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table, day by day</summary>
      {isOpen && (
        <div className="scroll tall" tabIndex={0} role="region" aria-label="Pain and runs as a table">
          <table>
            <caption className="unseen">Days with an entry or a run</caption>
            <thead><tr><th scope="col">Day</th><th scope="col">Worst pain of 10</th><th scope="col">Run, {distanceUnit}</th></tr></thead>
            <tbody>
              {all.map((day) => <tr key={day}><th scope="row">{dayWords(day)}</th><td>{painCell(worst.get(day))}</td><td>{distance.has(day) ? numberWords((distance.get(day) ?? 0) / metresPer[distanceUnit]) : "no run"}</td></tr>)}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

const painCell = (worst: number | undefined): string => (worst === undefined ? "not noted" : worst === 0 ? "no pain" : String(worst));

/** Width of an element as it is now, for drawings whose writing must not shrink with them. */
export function useWidth() {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => Math.min(944, document.documentElement.clientWidth - 16));
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(280, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [host, width] as const;
}
