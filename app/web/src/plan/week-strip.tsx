import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { WeekPlanJson } from "../../../server/plan-api.ts";
import { planQuery } from "../api/plan-queries.ts";
import { useUnits } from "../parts/use-units.ts";
import { dayWords, weekdayWords } from "../words/dates.ts";
import { distanceWords, type Units } from "../words/units.ts";
import "../styles/plan.css";

/** The week's plan in a strip, for Today; nothing while it is read, and nothing where it cannot be. */
export function WeekStrip() {
  const { data } = useQuery(planQuery);
  const units = useUnits();
  return (
    <section aria-labelledby="strip-title" className="week-strip-section">
      {data && (
        <>
          <div className="strip-head"><h2 id="strip-title">The coming week{data.isSample && <span className="tag after">Sample</span>}</h2><Link to="/plan" className="button">The whole plan</Link></div>
          <p className="support">{data.sentence}</p>
          {!data.isHeld && <Strip plan={data} units={units} />}
        </>
      )}
    </section>
  );
}

/** Seven days side by side: how far, run or planned. */
export function Strip({ plan: { days, isSample }, units }: { readonly plan: WeekPlanJson; readonly units: Units }) {
  const farOf = ({ done, sessions }: WeekPlanJson["days"][number]): number => done ?? sessions.reduce((sum, { distance, isOptional }) => sum + (isOptional ? 0 : distance ?? 0), 0);
  const furthest = Math.max(1, ...days.map(farOf));
  return (
    <ol className="week-strip" aria-label={`Seven days, in ${units.distance}`}>
      {days.map((day, index) => (
        <li key={day.day}>
          <span aria-hidden className="strip-day">{index === 0 && !isSample ? "Today" : weekdayWords(day.day)}</span>
          <svg aria-hidden className="strip-bar" viewBox="0 0 40 48" preserveAspectRatio="none">
            {farOf(day) > 0 && <Bar share={farOf(day) / furthest} isDone={day.done !== null} isWalking={day.done === null && day.sessions.some(({ kind }) => kind === "run-walk" || kind === "walk")} />}
            <line x1="0" x2="40" y1="47.5" y2="47.5" className="strip-ground" />
          </svg>
          <span aria-hidden className="strip-far">{farOf(day) > 0 ? <>{distanceWords(farOf(day), units).replace(/\s\D+$/, "")}<small> {units.distance}</small></> : "–"}</span>
          <span className="unseen">{dayWords(day.day)}: {told(day, units)}</span>
        </li>
      ))}
    </ol>
  );
}

function Bar({ share, isDone, isWalking }: { readonly share: number; readonly isDone: boolean; readonly isWalking: boolean }) {
  const height = Math.max(4, 44 * share);
  return <rect x="6" width="28" y={47 - height} height={height} className={isDone ? "strip-done" : isWalking ? "strip-walk" : "strip-planned"} />;
}

function told({ done, sessions }: WeekPlanJson["days"][number], units: Units): string {
  const parts = [...(done === null ? [] : [`run already, ${distanceWords(done, units)}`]), ...sessions.map(({ title }) => title)];
  return parts.length === 0 ? "nothing planned" : parts.join("; ");
}
