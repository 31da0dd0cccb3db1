import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { expectedPoints, experimentDifferences } from "../../../../src/index.ts";
import type { ExperimentListJson } from "../../../server/experiment-api.ts";
import type { EditRecord } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { linkQuery } from "../api/link-queries.ts";
import { SelectField } from "../change/select-field.tsx";
import { useEdit } from "../change/use-edit.ts";
import { withBand } from "../words/units.ts";

type Offer = ExperimentListJson["offers"][number];

/** Choose one change, see how long it takes, let the coin be tossed. */
export function ExperimentForm({ list: { offers, shoes, isSample } }: { readonly list: ExperimentListJson }) {
  const edit = useEdit();
  const [kind, setKind] = useState<Offer["kind"] | null>(null);
  const [difference, setDifference] = useState(1);
  const [pair, setPair] = useState({ one: shoes[0]?.id ?? "", other: shoes[1]?.id ?? "" });
  const [trouble, setTrouble] = useState<string | null>(null);
  const offer = offers.find((each) => each.kind === kind);
  const length = offer?.lengths.find((each) => each.difference === difference);
  const isPossible = offer !== undefined && offer.trouble === null && length?.runs !== null && !isSample && (kind !== "shoe" || pair.one !== pair.other);
  const begin = async (): Promise<void> => {
    setTrouble(null);
    const pairs = kind === "shoe" ? { shoeId: Number(pair.one), otherShoeId: Number(pair.other) } : {};
    await edit(() => ask<{ readonly id: number; readonly edit: EditRecord }>("/api/experiments", { method: "POST", json: { kind, difference, ...pairs } })).catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
  };
  return (
    <form className="experiment-form" onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      <fieldset>
        <legend>What to try, the smallest change first</legend>
        {offers.map((each) => <OfferRow key={each.kind} offer={each} isChosen={each.kind === kind} onChoose={() => setKind(each.kind)} />)}
      </fieldset>
      {kind === "shoe" && shoes.length > 1 && (
        <div className="pair">
          <SelectField label="With the change" value={pair.one} onChange={(one) => setPair({ ...pair, one })}>{shoes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</SelectField>
          <SelectField label="Without" value={pair.other} onChange={(other) => setPair({ ...pair, other })}>{shoes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</SelectField>
        </div>
      )}
      {offer && offer.trouble === null && (
        <>
          <SelectField label="Smallest difference worth knowing" value={String(difference)} onChange={(text) => setDifference(Number(text))}>
            {experimentDifferences.map((points) => <option key={points} value={points}>{points} {points === 1 ? "point" : "points"} of 10</option>)}
          </SelectField>
          <p role="status">{length?.runs === null || length === undefined ? "To see so small a difference takes more runs than anyone keeps up; choose a larger one." : `${length.runs} runs${length.weeks === null ? "" : `, about ${length.weeks} weeks at your usual rate`}, would show it four times in five. Footfall checks each run by ${offer.seenBy}.`}</p>
        </>
      )}
      {isSample && <p className="quiet">This is the simulated sample runner’s diary: an experiment can begin once your own runs and looks are here.</p>}
      {trouble && <p className="trouble" role="alert">{trouble}</p>}
      <p><button type="submit" className="main" disabled={!isPossible}>Toss the coin and begin</button></p>
    </form>
  );
}

function OfferRow({ offer: { kind, name, trouble }, isChosen, onChoose }: { readonly offer: Offer; readonly isChosen: boolean; readonly onChoose: () => void }) {
  const { data: link } = useQuery(linkQuery);
  const expected = link ? expectedPoints(kind, link) : null;
  const id = useId();
  return (
    <div className="offer">
      <input id={id} type="radio" name="experiment" value={kind} checked={isChosen} disabled={trouble !== null} onChange={onChoose} aria-describedby={`${id}-expected`} />
      <div>
        <label htmlFor={id}>{`${name[0]?.toUpperCase()}${name.slice(1)}`}</label>
        <p id={`${id}-expected`} className="quiet">{trouble !== null ? `Not yet: ${trouble}.` : expected === null ? "What it would do to your pain cannot be told from your diary yet." : `By what went together in your diary so far: ${withBand(expected, 1)} points of 10. That is no promise; the experiment tells.`}</p>
      </div>
    </div>
  );
}
