import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { factorEffects, lags, leastNoticedPainChange, numberWords, decisionRangeWords } from "../../../../src/index.ts";
import type { LinkAnswerJson } from "../../../server/link-api.ts";
import { linkQuery } from "../api/link-queries.ts";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { countWords, withBand } from "../words/units.ts";

type Factor = LinkAnswerJson["factors"][number];

/** Does the pain go with running, and with which part of it: the verdict, then what it rests on. */
export function LinkVerdict() {
  const { data, error, refetch } = useQuery(linkQuery);
  return (
    <section className="link" aria-labelledby="link-title">
      <h2 id="link-title">Does it go with your running?</h2>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={320}>Holding your diary against your runs…</Waiting>}
      {data && <Answer answer={data} />}
    </section>
  );
}

function Answer({ answer }: { readonly answer: LinkAnswerJson }) {
  const { running, factors, unseen, days, daysWithEntry, runDays } = answer;
  return (
    <>
      <p className="verdict">{running.sentence}</p>
      {running.sureness && <p>{running.sureness}</p>}
      <p className="quiet">{days === 0 ? "Nothing is in the diary yet." : `From ${countWords(daysWithEntry, "day")} with an entry out of ${days}, ${runDays} of them with a run.`} {unseen}</p>
      {running.effects.length > 0 && <Lags answer={answer} />}
      {factors.length > 0 && <Factors factors={factors} />}
      <HeldConstant answer={answer} />
    </>
  );
}

function Lags({ answer: { running: { effects, shuffle } } }: { readonly answer: LinkAnswerJson }) {
  return (
    <details>
      <summary>What it rests on, hour by hour</summary>
      <div className="scroll" role="region" aria-label="Difference of pain at each time after a run" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">When</th><th scope="col">Pain with a run less pain without, points of 10</th><th scope="col">Days with a run</th><th scope="col">Days without</th></tr></thead>
          <tbody>{effects.map(({ lag, lagWords, points, range, days, runDays }) => <tr key={lag}><th scope="row">{lagWords}</th><td>{points ? withBand(points, 1) : range && `between ${numberWords(range.low, 1)} and ${numberWords(range.high, 1)}`}</td><td>{runDays}</td><td>{days - runDays}</td></tr>)}</tbody>
        </table>
      </div>
      <p className="quiet">{effects.some(({ range }) => range !== null) ? decisionRangeWords : "In brackets: the interval that holds the difference 95 times in 100."} Of {shuffle.calendars} calendars with your {shuffle.weeks} weeks of running shuffled, {shuffle.asStrong} went with your pain as closely as the true one.</p>
    </details>
  );
}

/** The effect a factor is shown by: at the lag it is linked at, else over the day. */
function shownEffect({ verdict, effects }: Factor) {
  const lag = verdict.kind === "linked" ? verdict.lag : "day";
  return effects.find((effect) => effect.lag === lag) ?? effects[0];
}

const groups = [
  { kind: "linked", title: "Linked" },
  { kind: "cannot-be-told-apart", title: "Cannot be told apart" },
  { kind: "not-linked", title: "Not linked" },
  { kind: "not-enough", title: "Not enough yet" },
] as const;

function Factors({ factors }: { readonly factors: readonly Factor[] }) {
  const isNarrow = useNarrow();
  const asked = factors.filter(({ effects }) => effects.length > 0);
  const picture = useMemo(() => factorEffects({
    width: isNarrow ? 320 : 640, negligible: leastNoticedPainChange.value,
    rows: asked.flatMap((factor) => {
      const effect = shownEffect(factor);
      return effect ? [{ name: factor.name, points: effect.points, isLinked: factor.verdict.kind === "linked" }] : [];
    }).slice(0, 12),
  }), [asked, isNarrow]);
  return (
    <>
      <h3>With which part of it?</h3>
      {asked.length > 0 && <PictureFigure picture={picture} className="factor-effects" />}
      {groups.map(({ kind, title }) => <FactorGroup key={kind} title={title} factors={factors.filter(({ verdict }) => verdict.kind === kind)} isOpen={kind === "linked" || kind === "cannot-be-told-apart"} />)}
      {asked.length > 0 && <FactorTable factors={asked} />}
    </>
  );
}

function FactorGroup({ title, factors, isOpen }: { readonly title: string; readonly factors: readonly Factor[]; readonly isOpen: boolean }) {
  if (factors.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{title}: {countWords(factors.length, "factor")}</summary>
      <ul className="factor-list">{factors.map(({ id, sentence, sureness }) => <li key={id}>{sentence}{sureness && <> <span className="quiet">{sureness}</span></>}</li>)}</ul>
    </details>
  );
}

function FactorTable({ factors }: { readonly factors: readonly Factor[] }) {
  return (
    <details>
      <summary>Every factor and time as a table</summary>
      <div className="scroll" role="region" aria-label="Every factor and time as a table" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">Factor</th><th scope="col">Told between</th>{lags.map(({ id, words }) => <th key={id} scope="col">{words}</th>)}</tr></thead>
          <tbody>{factors.map(({ id, name, contrast, effects }) => (
            <tr key={id}>
              <th scope="row">{name}</th><td>{contrast}</td>
              {lags.map(({ id: lag }) => {
                const effect = effects.find((each) => each.lag === lag);
                return <td key={lag}>{effect ? withBand(effect.points, 1) : "not enough days"}</td>;
              })}
            </tr>
          ))}</tbody>
        </table>
      </div>
      <p className="quiet">Points of 10 with the interval that holds them 95 times in 100, everything else held constant. Looking at so many at once, some stand out by chance: “linked” allows for that.</p>
    </details>
  );
}

function HeldConstant({ answer: { heldConstant, toldTooSeldom } }: { readonly answer: LinkAnswerJson }) {
  return (
    <p className="quiet">
      Held constant: pain before the run, the day of the week, slow change over the months, the runs of the two days before{heldConstant.length > 0 && `, ${heldConstant.join(", ")}`}.
      {toldTooSeldom.length > 0 && ` Told too seldom for that: ${toldTooSeldom.join(", ")}.`}
    </p>
  );
}
