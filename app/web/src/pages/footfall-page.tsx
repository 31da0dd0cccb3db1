import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { footfallMotion, simulateFootfall, strikeWords, thinSpace, type FootfallCondition } from "../../../../src/index.ts";
import { runnerQuery } from "../api/queries.ts";
import { ConditionForm } from "../footfall/condition-form.tsx";
import { completed } from "../footfall/conditions.ts";
import { FootfallTwin } from "../footfall/footfall-twin.tsx";
import { MovingFigure } from "../footfall/moving-figure.tsx";
import { MovingTraces } from "../footfall/moving-traces.tsx";
import { Player, useClock } from "../footfall/player.tsx";
import { TwoDirections } from "../footfall/two-directions.tsx";
import { useLastGood } from "../footfall/use-last-good.ts";
import { usePageTitle } from "../parts/shell.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { useUnits } from "../parts/use-units.ts";
import { paceWords, withBand } from "../words/units.ts";
import "../styles/footfall.css";

const watched = (condition: FootfallCondition) => {
  const simulation = simulateFootfall(condition);
  return { condition, simulation, motion: footfallMotion(condition, simulation), strikeNote: strikeWords(condition, simulation) };
};

const usual: FootfallCondition = { gait: "run" };

/** One footfall, slowed down: the push from the ground, and what becomes of it on its way up. */
export function FootfallPage() {
  usePageTitle("Watch one footfall");
  const search = useSearch({ from: "/footfall" });
  const navigate = useNavigate();
  const units = useUnits();
  const isNarrow = useNarrow();
  const profile = useQuery(runnerQuery).data;
  const asked = useMemo(() => completed(search, profile), [search, profile]);
  const { value: { condition, simulation, motion, strikeNote }, refusal } = useLastGood(watched, asked, usual);
  const clock = useClock(motion.stepTime);
  const { stepRate, groundContactTime, peakVerticalForce, compression } = simulation;
  return (
    <article className="footfall">
      <header className="page-head"><h1>Watch one footfall</h1></header>
      <p className="verdict">
        At {paceWords(condition.speed ?? 3, units)} and {stepRate.low === stepRate.high ? Math.round(60 * stepRate.value) : withBand(stepRate, 0, 60)}{thinSpace}steps/min the foot stays on the ground for {groundContactTime.low === groundContactTime.high ? Math.round(1000 * groundContactTime.value) : withBand(groundContactTime, 0, 1000)}{thinSpace}ms. The ground pushes
        with up to {withBand(peakVerticalForce, 1)} times body weight, and the lowest disc carries up to {withBand(compression["L5-S1"], 1)}.
      </p>
      <p className="support">A simulation, not a measurement. Colour is load, and load is not harm: discs live on it.</p>
      <Player clock={clock} motion={motion}>
        <div className="watch">
          <MovingFigure motion={motion} size={isNarrow ? "tall" : "large"} clock={clock} />
          <MovingTraces motions={[motion]} width={isNarrow ? 344 : 320} clock={clock} />
        </div>
      </Player>
      <section aria-labelledby="condition-title">
        <h2 id="condition-title">Change what it is made from</h2>
        {refusal !== null && <p role="alert" className="refusal">This cannot be: {refusal}. The last possible footfall stays shown.</p>}
        <ConditionForm condition={search} units={units} strikeNote={strikeNote} onChange={(next) => void navigate({ to: "/footfall", search: next, replace: true, resetScroll: false })} />
        <p className="actions"><Link className="button" to="/footfall/compare" search={{ one: search, other: search }}>Compare it with another</Link></p>
      </section>
      <section aria-labelledby="twin-title">
        <h2 id="twin-title">What happens when</h2>
        <FootfallTwin motion={motion} />
      </section>
      <section aria-labelledby="read-title">
        <h2 id="read-title">How to read the picture</h2>
        <p>
          Each part has the colour of what it carries at that moment, in multiples of what it carries in quiet standing: the foot by the ground’s force, the shin by that or its own acceleration, whichever is
          larger, the trunk and head by their acceleration; the thigh and the chest are half-way between their neighbours. The dark line beside a disc is its load now, the tick and the bar its largest load and that one’s band.
        </p>
        <p>The trunk rises and falls as the simulated force drives it, and the knee follows. The swing of the other leg, the arms and the roll of the foot are drawn, not simulated. The force is the vertical one alone.</p>
        <TwoDirections condition={condition} simulation={simulation} />
        <p><Link to="/evidence">How the model holds against measurements</Link></p>
      </section>
    </article>
  );
}
