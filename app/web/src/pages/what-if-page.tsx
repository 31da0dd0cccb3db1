import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import {
  changeWords, ConditionError, percentWords, rankParts, rankPlausible, referenceShoeStiffness, tradeOffWords, whatIf, whatIfBaseline, whatIfWords, type DiscWhatIf, type RankedChange, type WhatIf, type WhatIfBaseline, type WhatIfChange,
} from "../../../../src/index.ts";
import type { WhatIfGround } from "../../../server/what-if-api.ts";
import { cabinetQuery } from "../api/underfoot-queries.ts";
import { whatIfQuery } from "../api/what-if-queries.ts";
import { ChangeNav } from "../change/change-nav.tsx";
import { SelectField } from "../change/select-field.tsx";
import { Choice } from "../parts/choice.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { useUnits } from "../parts/use-units.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { changeAsked, isShoeGone, type Asked } from "../what-if/asked.ts";
import { LoadChanges } from "../what-if/load-changes.tsx";
import { RankingList } from "../what-if/ranking-list.tsx";
import { useAsked } from "../what-if/use-asked.ts";
import { WhatIfForm } from "../what-if/what-if-form.tsx";
import { dayWords } from "../words/dates.ts";
import { countWords } from "../words/units.ts";
import "../styles/what-if.css";

/** What would change for the discs if something were otherwise: sliders, and an answer with what is not known in it. */
export function WhatIfPage() {
  usePageTitle("What if");
  const [asked, setAsked] = useAsked();
  const units = useUnits();
  const weeks = useQuery(whatIfQuery(null));
  const one = useQuery({ ...whatIfQuery(asked.run ?? null), enabled: asked.run !== undefined });
  const cabinet = useQuery(cabinetQuery).data;
  const shoes = useMemo(() => cabinet?.shoes.filter(({ retiredOn }) => retiredOn === null) ?? [], [cabinet]);
  const { data: ground, error, refetch } = asked.of === "run" ? one : weeks;
  const newest = weeks.data?.runs[0]?.id;
  const ofRun = (run: number | undefined): void => setAsked(run === undefined ? asked : { ...asked, of: "run", run });
  return (
    <article className="what-if">
      <ChangeNav />
      <header className="page-head"><h1>What if{ground?.isSample && <span className="tag after">Sample</span>}</h1></header>
      <div className="what-if-of">
        <Choice
          label="Of" value={asked.of}
          options={[{ value: "weeks", name: "The last four weeks" }, ...(newest === undefined ? [] : [{ value: "run" as const, name: "One run" }]), { value: "footfall", name: "A typical footfall" }]}
          onChoose={(of) => { if (of === "run") ofRun(asked.run ?? newest); else { const { run: _, ...rest } = asked; setAsked({ ...rest, of }); } }}
        />
        {asked.of === "run" && weeks.data && (
          <SelectField label="Which run" value={String(asked.run ?? "")} onChange={(run) => ofRun(Number(run))}>
            {!weeks.data.runs.some(({ id }) => id === asked.run) && <option value={String(asked.run)}>Run {asked.run}</option>}
            {weeks.data.runs.map(({ id, title, startedAt }) => <option key={id} value={id}>{dayWords(startedAt)}, {title}</option>)}
          </SelectField>
        )}
      </div>
      {asked.isBroughtBack && <p role="alert" className="refusal">This link asks for more than a slider reaches; it was brought back to the end.</p>}
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!ground && !error && <Waiting height={480}>Reading your footfalls…</Waiting>}
      {ground && <Bench ground={ground} asked={asked} shoes={shoes} isCabinetRead={cabinet !== undefined} units={units} onAsk={setAsked} />}
    </article>
  );
}

interface BenchProps {
  readonly ground: WhatIfGround;
  readonly asked: Asked;
  readonly shoes: Parameters<typeof changeAsked>[1];
  readonly isCabinetRead: boolean;
  readonly units: ReturnType<typeof useUnits>;
  readonly onAsk: (asked: Asked) => void;
}

function Bench({ ground, asked, shoes, isCabinetRead, units, onAsk }: BenchProps) {
  const { baseline, isAssumed } = useMemo(() => whatIfBaseline(ground, asked.of), [ground, asked.of]);
  const change = useMemo(() => changeAsked(asked, shoes), [asked, shoes]);
  const title = changeWords(change);
  // Nothing changed asks for no answer.
  const { answer, refusal } = useMemo(() => (title === "" ? { answer: null, refusal: null } : answered(baseline, change)), [baseline, change, title]);
  const later = useDeferredValue(change);
  const parts = useMemo(() => partsOf(baseline, later), [baseline, later]);
  // The longest of them: it comes when the rest is on the screen.
  const seen = useDeferredValue<WhatIfBaseline | null>(baseline, null);
  const plausible = useMemo(() => seen && rankPlausible(seen), [seen]);
  const tradeOff = useMemo(() => tradeOffWords(baseline), [baseline]);
  const attempt = ({ change: tried }: RankedChange): void => onAsk(tryOf(asked, tried));
  return (
    <>
      <p className="quiet">{groundWords(ground, asked, isAssumed)}</p>
      <div className="what-if-bench">
        <section aria-labelledby="change-title">
          <div className="what-if-head"><h2 id="change-title">What would be otherwise</h2><button type="button" disabled={title === ""} onClick={() => onAsk({ of: asked.of, ...(asked.run === undefined ? {} : { run: asked.run }) })}>As it was</button></div>
          {isCabinetRead && isShoeGone(asked, shoes) && <p role="alert" className="refusal">The pair this link names is not in your cabinet. The shoes stay as they were.</p>}
          <WhatIfForm asked={asked} shoes={shoes} units={units} onChange={onAsk} />
          {answer && <p className="what-if-live" aria-hidden>L5–S1 in each footfall {percentWords(lowestOf(answer).footfall.change)}; over a kilometre, plain sum {percentWords(lowestOf(answer).perKilometre.sum.change)}</p>}
        </section>
        <section aria-labelledby="answer-title" className="what-if-answer">
          <h2 id="answer-title">What it would do</h2>
          {refusal !== null && <p role="alert" className="refusal">This cannot be: {refusal}.</p>}
          {title === "" && <p className="verdict" role="status">Nothing is otherwise yet. Move a slider, or choose a shoe or a ground.</p>}
          {answer && <Answer answer={answer} />}
          <p className="quiet">The address of this page holds what you chose; kept, or opened on another screen of this Footfall, it shows the same.</p>
        </section>
      </div>
      {answer && (
        <section aria-labelledby="discs-title">
          <h2 id="discs-title">Disc by disc</h2>
          <p className="support">The band of a change is narrower than the bands of the loads: most of what we do not know of you is the same before and after, and drops out. How a disc counts many loads is not known; four ways stand side by side, and where they disagree nothing is claimed.</p>
          <LoadChanges discs={answer.discs} />
        </section>
      )}
      {parts && (
        <section aria-labelledby="parts-title"><h2 id="parts-title">Which part of it matters most</h2><RankingList ranking={parts} /></section>
      )}
      <section aria-labelledby="plausible-title">
        <h2 id="plausible-title">What would matter most for you</h2>
        <p className="quiet">Each alone, by as much as people do, in order of what it would do at least. More load is not harm, and less is not better: discs need load.</p>
        {plausible ? <RankingList ranking={plausible} onTry={attempt} /> : <Waiting height={320}>Trying each of them…</Waiting>}
      </section>
      {tradeOff !== null && <section aria-labelledby="trade-off-title"><h2 id="trade-off-title">Fewer newtons a step, more steps</h2><p className="support">{tradeOff}</p></section>}
    </>
  );
}

function Answer({ answer }: { readonly answer: WhatIf }) {
  const [verdict, ...rest] = whatIfWords(answer);
  return (
    <>
      <div role="status"><p className="verdict">{verdict}</p>{rest.map((sentence) => <p className="support" key={sentence}>{sentence}</p>)}</div>
      <ul className="what-if-evidence">{answer.evidence.map(({ change, kind, sentence }) => <li key={change} className={kind}>{sentence}</li>)}</ul>
    </>
  );
}

const lowestOf = ({ discs }: WhatIf): DiscWhatIf => discs.find(({ level }) => level === "L5-S1") ?? discs[0]!;

function answered(baseline: WhatIfBaseline, change: WhatIfChange): { readonly answer: WhatIf | null; readonly refusal: string | null } {
  try {
    return { answer: whatIf(baseline, change), refusal: null };
  } catch (error) {
    if (error instanceof ConditionError) return { answer: null, refusal: error.message };
    throw error;
  }
}

function partsOf(baseline: WhatIfBaseline, change: WhatIfChange) {
  try {
    const parts = rankParts(baseline, change);
    return parts.rows.length > 1 ? parts : null;
  } catch (error) {
    if (error instanceof ConditionError) return null;
    throw error;
  }
}

/** A plausible change as the sliders have it, the rest as it was. */
function tryOf({ of, run }: Asked, { speed, stepRate, slope, mass, leanDegrees, shoeStiffnessNewtonsPerMillimetre, shoeDistanceKilometres, surface }: WhatIfChange): Asked {
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return {
    of, ...(run === undefined ? {} : { run }), ...(speed === undefined ? {} : { speed: rounded(100 * (speed - 1)) }), ...(stepRate === undefined ? {} : { steps: rounded(100 * (stepRate - 1)) }),
    ...(slope === undefined ? {} : { slope: rounded(100 * slope) }), ...(mass === undefined ? {} : { mass }), ...(leanDegrees === undefined ? {} : { lean: leanDegrees }),
    ...(shoeStiffnessNewtonsPerMillimetre === undefined ? {} : { shoe: shoeStiffnessNewtonsPerMillimetre < referenceShoeStiffness.value / 1000 ? "trial-soft" : "trial-hard" }), ...(shoeDistanceKilometres === undefined ? {} : { worn: shoeDistanceKilometres }),
    ...(surface === undefined ? {} : { ground: surface }),
  };
}

function groundWords({ runs, footfalls, isSample }: WhatIfGround, { of }: Asked, isAssumed: boolean): string {
  if (isAssumed) return "Nothing was run yet that could be changed, so a usual footfall at 3\u202fm/s is taken. Import your runs, and it will be yours.";
  const whose = isSample ? "These are the simulated sample runner’s runs, until yours are here. " : "";
  const counted = countWords(Math.round(footfalls), "footfall");
  if (of === "run") return `${whose}${counted}, as they were.`;
  return `${whose}${countWords(runs.length, "run")} up to the latest, ${counted}${of === "footfall" ? ": their mean, as one footfall." : ", as they were; walking breaks keep their pace."}`;
}
