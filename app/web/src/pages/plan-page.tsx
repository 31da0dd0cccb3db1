import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usualReminder } from "../../../../src/index.ts";
import type { WeekPlanJson } from "../../../server/plan-api.ts";
import { planQuery } from "../api/plan-queries.ts";
import { usePageTitle } from "../parts/shell.tsx";
import { useUnits } from "../parts/use-units.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { OverrideDialog } from "../plan/override-dialog.tsx";
import { PlanDays } from "../plan/plan-days.tsx";
import { PlanWishesForm, useWishes } from "../plan/plan-wishes.tsx";
import { Strip } from "../plan/week-strip.tsx";
import { sourceName } from "../words/plan-words.ts";
import { distanceWords, type Units } from "../words/units.ts";
import "../styles/plan.css";

/** Seven days from the runner's own last four weeks, what they go by, and what the runner wants of them. */
export function PlanPage() {
  usePageTitle("Plan");
  const units = useUnits();
  const { data, error, refetch } = useQuery(planQuery);
  return (
    <>
      <p className="crumbs"><Link to="/">Today</Link></p>
      <header className="page-head"><h1>A week that keeps you running{data?.isSample && <span className="tag after">Sample</span>}</h1></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={640}>Looking at your last four weeks…</Waiting>}
      {data && <Plan plan={data} units={units} />}
    </>
  );
}

function Plan({ plan, units }: { readonly plan: WeekPlanJson; readonly units: Units }) {
  const { tell } = useWishes();
  const [isAsking, setAsking] = useState(false);
  const [isReminded, setReminded] = useState(false);
  const hasLong = plan.days.some(({ sessions }) => sessions.some(({ kind }) => kind === "long-run"));
  return (
    <>
      <p className="verdict">{plan.sentence}</p>
      {plan.isSample && <p className="quiet lead">The simulated runner’s week, until your runs are here.</p>}
      {plan.isHeld ? <p><Link to="/back/help" className="button main">What you marked, and where to go with it</Link></p> : (
        <>
          <Strip plan={plan} units={units} />
          <p className="quiet">{habitWords(plan, units)}</p>
          <section aria-labelledby="days-title">
            <h2 id="days-title">Day by day</h2>
            <PlanDays days={plan.days} units={units} />
            <p className="actions">
              <a className="button" href={isReminded ? `/api/plan.ics?reminder=${usualReminder / 60}` : "/api/plan.ics"} download="footfall-plan.ics">Put it in my calendar (.ics)</a>
              <label className="check"><input type="checkbox" checked={isReminded} onChange={(event) => setReminded(event.target.checked)} />Remind me an hour before</label>
              {hasLong && <button type="button" onClick={() => setAsking(true)}>Another long run…</button>}
              {plan.override && <button type="button" onClick={() => void tell({ override: null })}>Back to the limit</button>}
            </p>
            <p className="quiet">In the calendar each run stands at the hour your runs of that weekday usually begin, as its notes say, and as a whole day where there is no usual hour.</p>
          </section>
          <PlanWishesForm plan={plan} units={units} />
          <section aria-labelledby="reasons-title">
            <h2 id="reasons-title">What it goes by</h2>
            <ul className="plan-reasons">
              {plan.reasons.map(({ about, text, sources, basis }) => (
                <li key={about}>
                  <p>{text}</p>
                  <p className="quiet">{basis === "assumed" && <span className="tag before">Assumed</span>}{sources.length > 0 && <Link to="/evidence">{sources.map(sourceName).join(", ")}</Link>}</p>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {isAsking && <OverrideDialog plan={plan} units={units} onClose={() => setAsking(false)} />}
    </>
  );
}

function habitWords({ habit }: WeekPlanJson, units: Units): string {
  if (!habit) return "Nothing was run in the last four weeks that a plan could follow.";
  const often = habit.runsPerWeek.toFixed(1).replace(".0", "");
  return `Your last four weeks: ${often} ${often === "1" ? "run" : "runs"} and ${distanceWords(habit.distancePerWeek, units)} a week, the longest of a usual week ${distanceWords(habit.longest, units)}. Solid bars are run, outlined ones planned.`;
}
