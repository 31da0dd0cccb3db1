import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { numberWords, thinSpace, type Quantity } from "../../../../src/index.ts";
import type { Comparison, ShoeRecord } from "../../../server/underfoot-api.ts";
import { comparisonQuery } from "../api/underfoot-queries.ts";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { shareBandWords } from "../words/shoe-words.ts";
import { countWords } from "../words/units.ts";
import { SelectField } from "./select-field.tsx";

/** Any two pairs, as they are or new, on the runner's own latest runs. */
export function ShoeComparison({ shoes }: { readonly shoes: readonly ShoeRecord[] }) {
  const [first] = shoes.toSorted((one, other) => one.absorption.value - other.absorption.value);
  const [one, setOne] = useState(`${first?.id}`);
  const [other, setOther] = useState(`${first?.id}:new`);
  const [from, to] = [chosen(one), chosen(other)];
  const isKnown = [from, to].every((pair) => shoes.some(({ id }) => id === pair.id));
  const { data, error, refetch } = useQuery({ ...comparisonQuery({ one: from.id, isOneNew: from.isNew, other: to.id, isOtherNew: to.isNew }), enabled: isKnown });
  const options = shoes.flatMap(({ id, name }) => [<option key={id} value={String(id)}>{name}, as it is</option>, <option key={`${id}:new`} value={`${id}:new`}>{name}, new</option>]);
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">What would another pair change?</h2>
      <p className="quiet">Your runs of the last four weeks, simulated in one pair and in the other.</p>
      <div className="pair">
        <SelectField label="From" value={one} onChange={setOne}>{options}</SelectField>
        <SelectField label="To" value={other} onChange={setOther}>{options}</SelectField>
      </div>
      <div className="compared" aria-live="polite">
        {error && <Trouble error={error} onAgain={() => void refetch()} />}
        {isKnown && !data && !error && <Waiting height={160}>Running the last four weeks again…</Waiting>}
        {data && isKnown && <Compared comparison={data} caption={`What changes from ${captionOf(shoes, from)} to ${captionOf(shoes, to)}`} />}
      </div>
    </section>
  );
}

function Compared({ comparison, caption }: { readonly comparison: Comparison; readonly caption: string }) {
  const { one, other, runs, footfalls, discPeak, activePeak, impactPeak } = comparison;
  if (runs === 0) return <p>There is no run in these four weeks whose footfalls are known.</p>;
  return (
    <>
      <p className="verdict">{verdictOf(discPeak)}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label="What changes">
        <table>
          <caption className="unseen">{caption}</caption>
          <thead><tr><th scope="col">Over {countWords(runs, "run")}, {countWords(footfalls, "footfall")}</th><th scope="col">Change, and how far it may be out</th><th scope="col">How it came about</th></tr></thead>
          <tbody>
            <Row name="Load on L5–S1, typical peak" change={discPeak} />
            <Row name="Force from the ground, active peak" change={activePeak} />
            <Row name="First peak of the force, if your heel lands first" change={impactPeak} />
            <tr><th scope="row">Absorption against new</th><td>{shareBandWords(one.absorption)} → {shareBandWords(other.absorption)}</td><td>from distance, your weight and ground</td></tr>
          </tbody>
        </table>
      </div>
      <p className="quiet">The bands are wide because people disagree with the mechanics: soft shoes lowered the pressure in one man’s disc and raised the first peak of 848 runners. Nobody knows the sign for you.</p>
    </>
  );
}

function Row({ name, change }: { readonly name: string; readonly change: Quantity | null }) {
  return <tr><th scope="row">{name}</th><td>{change ? changeWords(change) : "cannot tell"}</td><td>{change ? "simulated; band from studies" : ""}</td></tr>;
}

function verdictOf(change: Quantity | null): string {
  if (!change) return "What that would change cannot be told.";
  if (change.low < 0 && change.high > 0) return `Cannot tell which is kinder to your back: between ${percent(change.low)} and ${percent(change.high)} on your lowest disc.`;
  if (change.low === 0 && change.high === 0) return "The same pair in the same state: nothing changes.";
  return `About ${percent(change.value)} on your lowest disc, between ${percent(change.low)} and ${percent(change.high)}.`;
}

const percent = (share: number): string => `${share < -0.0005 ? "−" : share > 0.0005 ? "+" : ""}${numberWords(Math.abs(100 * share), 1)}${thinSpace}%`;
const changeWords = ({ value, low, high }: Quantity): string => `${percent(value)} (${percent(low)} to ${percent(high)})`;

/** A pair and whether it is taken as new. */
interface Pair {
  readonly id: number;
  readonly isNew: boolean;
}

const captionOf = (shoes: readonly ShoeRecord[], { id, isNew }: Pair): string => `${shoes.find((shoe) => shoe.id === id)?.name ?? "a pair"}, ${isNew ? "new" : "as it is"}`;

/** A pair by its choice. */
function chosen(key: string): Pair {
  const [id, state] = key.split(":");
  return { id: Number(id), isNew: state === "new" };
}
