import { useEffect, useId, useRef, useState } from "react";
import { bandWords, longerRunHazard, numberWords } from "../../../../src/index.ts";
import type { WeekPlanJson } from "../../../server/plan-api.ts";
import { NumberField } from "../parts/body-fields.tsx";
import { distanceWords, metresPer, type Units } from "../words/units.ts";
import { useWishes } from "./plan-wishes.tsx";

/** Lets the runner go beyond the limit, after the figures of those who did. */
export function OverrideDialog({ plan: { limit, days }, units, onClose }: { readonly plan: WeekPlanJson; readonly units: Units; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { tell, trouble } = useWishes();
  const [distance, setDistance] = useState<number | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const size = metresPer[units.distance];
  const until = days.at(-1)?.day ?? "";
  const ratio = distance === null || limit === null ? null : distance / limit.longest;
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={title}>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); if (distance !== null) void tell({ override: { distance, until } }).then((isTold) => isTold && dialog.current?.close()); }}>
        <h2 id={title}>Another long run</h2>
        {limit && <p>Your longest run of the last 30 days was {distanceWords(limit.longest, units)}; the plan stays below {distanceWords(Math.floor(limit.limit / 100) * 100, units)}. You may choose otherwise for these seven days.</p>}
        <NumberField label="Length of the long run" unit={units.distance} shown="" refusal={`A distance in ${units.distance}, between 0.5 and ${units.distance === "km" ? 300 : 186}.`} read={(value) => (value * size >= 500 && value * size <= 300_000 ? value * size : null)} onChange={setDistance} />
        <p role="status" className="support">{ratio === null ? "" : hazardWords(ratio)}</p>
        {trouble !== null && <p role="alert" className="refusal">{trouble}</p>}
        <div className="actions">
          <button type="submit" className="main" disabled={distance === null}>Plan this run</button>
          <button type="button" onClick={() => dialog.current?.close()}>Leave it as it is</button>
        </div>
      </form>
    </dialog>
  );
}

function hazardWords(ratio: number): string {
  const hazard = longerRunHazard(ratio);
  if (!hazard) return "That is within the limit.";
  return `That is ${numberWords(100 * (ratio - 1))} % over your longest. In 5205 runners, runs ${hazard.where} were followed by overuse injuries ${numberWords(hazard.value, 2)} times as often (${bandWords(hazard.low, hazard.high, 2)}). Any overuse injury, not your back in particular; most such runs went well.`;
}
