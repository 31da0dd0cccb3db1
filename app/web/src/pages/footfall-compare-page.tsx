import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { compareFootfalls, footfallDifference, footfallMotion, strikeWords, type OutputDifference, type FootfallComparison, type FootfallCondition } from "../../../../src/index.ts";
import { runnerQuery } from "../api/queries.ts";
import { ConditionForm } from "../footfall/condition-form.tsx";
import { completed } from "../footfall/conditions.ts";
import { DifferenceTable, outputLooks } from "../footfall/difference-table.tsx";
import { FootfallTwin } from "../footfall/footfall-twin.tsx";
import { MovingFigure } from "../footfall/moving-figure.tsx";
import { MovingTraces } from "../footfall/moving-traces.tsx";
import { Player, useClock } from "../footfall/player.tsx";
import { calledOf, presetNames, presetOf, presetPair, presetTitle, sharedOf, type Pair } from "../footfall/presets.ts";
import { useLastGood } from "../footfall/use-last-good.ts";
import { Choice } from "../parts/choice.tsx";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { useUnits } from "../parts/use-units.ts";
import { withBand } from "../words/units.ts";
import "../styles/footfall.css";

const compared = ({ one, other }: { readonly one: FootfallCondition; readonly other: FootfallCondition }) => {
  const comparison = compareFootfalls(one, other);
  const strikeNotes = { one: strikeWords(one, comparison.one), other: strikeWords(other, comparison.other) };
  return { comparison, strikeNotes, first: footfallMotion(one, comparison.one), second: footfallMotion(other, comparison.other) };
};

const usual = { one: { gait: "run" }, other: { gait: "run" } } as const;

/** Two footfalls in step, what is different in the second, and how sure that is. */
export function FootfallComparePage() {
  usePageTitle("Compare two footfalls");
  const pair: Pair = useSearch({ from: "/footfall/compare" });
  const navigate = useNavigate();
  const units = useUnits();
  const isNarrow = useNarrow();
  const profile = useQuery(runnerQuery).data;
  const asked = useMemo(() => ({ one: completed(pair.one, profile), other: completed(pair.other, profile) }), [pair, profile]);
  const { value: { comparison, strikeNotes, first, second }, refusal } = useLastGood(compared, asked, usual);
  const motions = useMemo(() => [first, second], [first, second]);
  const clock = useClock(Math.max(first.stepTime, second.stepTime));
  const preset = presetOf(pair);
  const called = calledOf(preset);
  const go = (next: Pair): void => void navigate({ to: "/footfall/compare", search: { one: next.one, other: next.other }, replace: true, resetScroll: false });
  return (
    <article className="footfall">
      <header className="page-head"><h1>Compare two footfalls</h1></header>
      <Choice
        label="What is different" value={preset ?? "own"} options={[...presetNames.map((name) => ({ value: name, name: presetTitle(name) })), { value: "own" as const, name: "Your own choice" }]}
        onChoose={(name) => (name === "own" ? document.getElementById("own-choice")?.setAttribute("open", "") : go(presetPair(name, sharedOf(pair))))}
      />
      <Finding comparison={comparison} />
      {refusal !== null && <p role="alert" className="refusal">This cannot be: {refusal}. The last possible pair stays shown.</p>}
      <Player clock={clock} motion={first.stepTime >= second.stepTime ? first : second}>
        <div className="pair-figures">
          {[{ motion: first, name: called.one }, { motion: second, name: called.other }].map(({ motion, name }, index) => (
            <div key={index === 0 ? "one" : "other"}>
              <h2 className="pair-name">{name}</h2>
              <MovingFigure motion={motion} size={isNarrow ? "narrowPair" : "pair"} clock={clock} />
              <p className="quiet">The ground pushes up to {withBand(motion.peaks.verticalForce, 1)}, the lowest disc carries up to {withBand(motion.peaks.compression["L5-S1"], 1)} times body weight.</p>
            </div>
          ))}
          <div className="pair-traces">
            <p className="quiet">First drawn through, second dashed; the bar at the end is the band of the largest value.</p>
            <MovingTraces motions={motions} width={isNarrow ? 344 : 320} clock={clock} />
          </div>
        </div>
      </Player>
      <section aria-labelledby="difference-title">
        <h2 id="difference-title">What is different in the second</h2>
        <PictureFigure picture={differenceOf(comparison, isNarrow)} className="difference" />
        <p className="support">
          The band of a difference is narrower than the two bands beside it say: most of what we do not know of a runner is the same in both footfalls, and drops out. Where studies disagree, what they disagree by is in the band.
        </p>
        <DifferenceTable comparison={comparison} called={called} />
      </section>
      <section aria-labelledby="own-title">
        <h2 id="own-title">Choose both yourself</h2>
        <details id="own-choice" open={preset === null}>
          <summary>What each is made from</summary>
          <div className="own-pair">
            <fieldset><legend>{called.one}</legend><ConditionForm key={`one ${preset}`} condition={pair.one} units={units} strikeNote={strikeNotes.one} onChange={(next) => go({ ...pair, one: next })} /></fieldset>
            <fieldset><legend>{called.other}</legend><ConditionForm key={`other ${preset}`} condition={pair.other} units={units} strikeNote={strikeNotes.other} onChange={(next) => go({ ...pair, other: next })} /></fieldset>
          </div>
        </details>
      </section>
      <section aria-labelledby="twin-title">
        <h2 id="twin-title">What happens when</h2>
        <div className="own-pair">
          <div><h3>{called.one}</h3><FootfallTwin motion={first} name={called.one} /></div>
          <div><h3>{called.other}</h3><FootfallTwin motion={second} name={called.other} /></div>
        </div>
        <p className="actions"><Link className="button" to="/footfall" search={pair.one}>Watch the first alone</Link><Link className="button" to="/footfall" search={pair.other}>Watch the second alone</Link></p>
      </section>
    </article>
  );
}

/** What the comparison comes to: the lowest disc, then the first shock, then what is known about the change. */
function Finding({ comparison: { outputs, evidence } }: { readonly comparison: FootfallComparison }) {
  const sentence = (name: OutputDifference["name"]): string => outputs.find((output) => output.name === name)?.sentence ?? "";
  return (
    <div className="finding" role="status">
      <p className="verdict">{sentence("L5-S1")}</p>
      <p className="support">{sentence("impactPeak")} {sentence("peakTibialAcceleration")}</p>
      {evidence.map(({ change, kind, sentence: known }) => <p key={change} className={`support evidence-note ${kind}`}>{known} <span className="quiet">{change[0]?.toUpperCase()}{change.slice(1)}; <Link to="/evidence">Evidence</Link></span></p>)}
    </div>
  );
}

function differenceOf({ outputs }: FootfallComparison, isNarrow: boolean) {
  return footfallDifference({
    width: isNarrow ? 344 : 640,
    rows: outputs.map(({ name, one, difference }) => {
      const share = (value: number): number => (100 * value) / (one?.value ?? 1);
      return { name: outputLooks[name].name, percent: difference && { value: share(difference.value), low: share(difference.low), high: share(difference.high) } };
    }),
  });
}
