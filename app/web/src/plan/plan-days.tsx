import type { WeekPlanJson } from "../../../server/plan-api.ts";
import { dayWords } from "../words/dates.ts";
import { distanceWords, type Units } from "../words/units.ts";

/** The seven days in words, one after the other. */
export function PlanDays({ days, units }: { readonly days: WeekPlanJson["days"]; readonly units: Units }) {
  return (
    <ol className="plan-days">
      {days.map(({ day, done, sessions }, index) => (
        <li key={day}>
          <h3>{dayWords(day)}{index === 0 && <span className="quiet"> (first day)</span>}</h3>
          {done !== null && <p><strong>Run already</strong>, {distanceWords(done, units)}</p>}
          {sessions.map(({ kind, title, details, isOptional }) => (
            <div key={kind}>
              <p>{isOptional ? title : <strong>{title}</strong>}</p>
              {details.length > 0 && <p className="quiet">{details.join(" · ")}</p>}
            </div>
          ))}
          {done === null && sessions.length === 0 && <p className="quiet">Nothing planned</p>}
        </li>
      ))}
    </ol>
  );
}
