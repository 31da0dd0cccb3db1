import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import {
  cyclesWords, loadRelation, numberWords, placeOnRelation, relationNames, runnerRelation, simulateFootfall, slopeClass, thinSpace, tradeOffWords, whatIfBaseline, type FootfallCondition, type LoadRelationInput, type RelationName, type RunnerRelation, type WhatIfBaseline,
} from "../../../../src/index.ts";
import type { WhatIfGround } from "../../../server/what-if-api.ts";
import { whatIfQuery } from "../api/what-if-queries.ts";
import { ChangeNav } from "../change/change-nav.tsx";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { useUnits } from "../parts/use-units.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { countWords, metresPer, withBand, type Units } from "../words/units.ts";
import "../styles/what-if.css";

/** How this runner's load goes with speed, step rate and slope, in a footfall and over a kilometre. */
export function PacePage() {
  usePageTitle("Pace and steps");
  const { data, error, refetch } = useQuery(whatIfQuery(null));
  return (
    <article className="what-if">
      <ChangeNav />
      <header className="page-head"><h1>Pace, step rate, slope{data?.isSample && <span className="tag after">Sample</span>}</h1></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={480}>Reading your footfalls…</Waiting>}
      {data && <Relations ground={data} />}
    </article>
  );
}

function Relations({ ground }: { readonly ground: WhatIfGround }) {
  const units = useUnits();
  const isNarrow = useNarrow();
  const { baseline, isAssumed } = useMemo(() => whatIfBaseline(ground, "footfall"), [ground]);
  const relations = useMemo(() => relationNames.flatMap((name) => runnerRelation(baseline, name) ?? []), [baseline]);
  const tradeOff = useMemo(() => tradeOffWords(baseline), [baseline]);
  return (
    <>
      <p className="support">
        Your body, your step rate and your contact time, moved along what was measured in many runners. Bands are of a runner not seen before above, and of the difference from now below.
        {isAssumed ? " Nothing was run yet, so a usual footfall at 3\u202fm/s is taken." : ` Rings are ${ground.isSample ? "the simulated sample runner’s" : "your"} ${countWords(ground.runs.length, "run")} up to the latest: they differ in more than one thing, so they need not lie on the line. Against slope, a ring is all that was run uphill, level or downhill.`}
      </p>
      {relations.map((relation) => <Relation key={relation.name} relation={relation} ground={ground} baseline={baseline} units={units} width={isNarrow ? 344 : 640} />)}
      {tradeOff !== null && <section aria-labelledby="trade-off-title"><h2 id="trade-off-title">Fewer newtons a step, more steps</h2><p className="support">{tradeOff}</p></section>}
      <p className="actions"><Link className="button" to="/change/what-if" search={{ of: "weeks" }}>Try it on your last four weeks</Link></p>
    </>
  );
}

const texts: Readonly<Record<RelationName, { readonly title: string; readonly about: string }>> = {
  speed: { title: "Speed, walking and running", about: "A step at speed loads the lowest disc more than one in easy walking; a brisk walk and a slow jog come out about alike there, for a walker’s force leans against the trunk. Over the same way the plain sum falls with speed: fewer steps make a kilometre." },
  stepRate: { title: "Step rate, at the same speed", about: "Quicker, shorter steps: each loads less, and there are more of them. Whether that changes back pain is not known; the evidence is insufficient." },
  slope: { title: "Slope, at the same speed", about: "The evidence here is thin: what slope changes in the timing was read from one runner’s trials, so the band holds nothing at all nearly everywhere." },
};

function Relation({ relation, ground, baseline, units, width }: { readonly relation: RunnerRelation; readonly ground: WhatIfGround; readonly baseline: WhatIfBaseline; readonly units: Units; readonly width: number }) {
  const picture = useMemo(() => loadRelation(inputOf(relation, ground, baseline, units, width)), [relation, ground, baseline, units, width]);
  const { axis } = inputOf(relation, ground, baseline, units, width);
  const { title, about } = texts[relation.name];
  return (
    <section aria-labelledby={`${relation.name}-title`}>
      <h2 id={`${relation.name}-title`}>{title}</h2>
      <p className="support">{about}</p>
      {relation.name === "speed" && <p className="support">{pushWords(baseline, units)}</p>}
      <PictureFigure picture={picture} className="relation" />
      <details>
        <summary>As a table</summary>
        <div className="scroll" role="region" aria-label={`${title}, as a table`} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{axis.unit}</th><th scope="col">How</th><th scope="col">Footfall, × body weight</th><th scope="col">Kilometre, plain sum, %</th><th scope="col">Exponent 2, %</th><th scope="col">Exponent 6, %</th><th scope="col">Exponent 9, %</th></tr></thead>
            <tbody>
              {relation.points.map(({ at, gait, footfall, perKilometre }) => (
                <tr key={`${gait} ${at}`}>
                  <th scope="row">{numberWords(at * axis.times, axis.digits)}{thinSpace}{axis.unit}</th><td>{gait}</td><td>{withBand(footfall, 2)}</td><td>{withBand(perKilometre.sum, 1)}</td>
                  <td>{withBand(perKilometre.exponent2, 1)}</td><td>{withBand(perKilometre.exponent6, 1)}</td><td>{withBand(perKilometre.exponent9, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="quiet">{cyclesWords()}</p>
      </details>
    </section>
  );
}

/** What was run, by slope: a run as a whole is nearly level. */
function bySlope(cells: WhatIfGround["cells"]): readonly WhatIfGround["cells"][] {
  return [...new Set(cells.map(({ slope }) => slopeClass(slope)))].map((place) => cells.filter(({ slope }) => slopeClass(slope) === place));
}

/** The ground's push in walking, in a slow jog and now: what the article speaks of. */
function pushWords({ runner, cells: [now] }: WhatIfBaseline, units: Units): string {
  const body = { mass: runner.mass ?? undefined, height: runner.height ?? undefined, sex: runner.sex ?? undefined };
  const push = (condition: FootfallCondition): string => `${withBand(simulateFootfall({ ...body, ...condition }).peakVerticalForce, 1)}`;
  const at = (speed: number): string => `${numberWords((speed * 3600) / metresPer[units.distance], 1)}${thinSpace}${units.distance === "km" ? "km/h" : "mph"}`;
  const [walking, jogging] = [1.4, 2.2];
  const own = now && !now.isWalking ? `, at your own ${at(now.speed)} ${push({ speed: now.speed, stepRate: now.stepRate, groundContactTime: now.groundContactTime, gait: "run" })}` : "";
  return `The ground’s largest push, in times body weight: walking at ${at(walking)} ${push({ speed: walking, gait: "walk" })}, jogging at ${at(jogging)} ${push({ speed: jogging, gait: "run" })}${own}.`;
}

function inputOf({ name, now, points }: RunnerRelation, { runs, cells }: WhatIfGround, baseline: WhatIfBaseline, units: Units, width: number): LoadRelationInput {
  const isKilometres = units.distance === "km";
  const axes = {
    speed: { name: "speed", unit: isKilometres ? "km/h" : "mph", times: 3600 / metresPer[units.distance], digits: 1 },
    stepRate: { name: "step rate", unit: "steps/min", times: 60, digits: 0 }, slope: { name: "slope", unit: "%", times: 100, digits: 0 },
  } as const;
  const line = (title: string, isWalking: boolean) => ({
    name: title,
    points: points.filter(({ gait }) => (gait === "walk") === isWalking).map(({ at, footfall, perKilometre: { sum, exponent2, exponent6, exponent9 } }) => ({ at, footfall, perKilometre: sum, exponents: [exponent2.value, exponent6.value, exponent9.value] })),
  });
  return {
    axis: axes[name], now, width, distance: units.distance, lines: [line("Walking", true), line("Running", false)].filter((each) => each.points.length > 0),
    runs: (name === "slope" ? bySlope(cells) : runs.flatMap(({ typical }) => (typical === null ? [] : [[typical]]))).flatMap((each) => placeOnRelation(baseline, each, name) ?? []),
  };
}
