import { numberWords, thinSpace, weatherWords } from "../../../../src/index.ts";
import type { RunDetail } from "../../../server/api.ts";
import { basisWords, methodWords } from "../words/basis-words.ts";
import { paceBandWords, shareWords } from "../words/run-sentences.ts";
import { countWords, kilogramsPer, metresPerInch, sizeWords, withBand, type Units } from "../words/units.ts";
import { useUnits } from "./use-units.ts";
import { Term } from "./term.tsx";

const fewRemarks = 4;

/** What the run's numbers rest on: figures with bands, methods, body, file, remarks, sources. */
export function RunRests({ run }: { readonly run: RunDetail }) {
  const units = useUnits();
  const { summary, body } = run;
  const remarks = [...new Map([...run.notices, ...summary.warnings].map((notice) => [notice.message, notice])).values()];
  return (
    <section aria-labelledby="rests-title">
      <h2 id="rests-title">What it rests on</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label="Figures of the run">
        <table>
          <caption className="unseen">Figures of a typical footfall of this run, with their bands</caption>
          <thead><tr><th scope="col">Typical footfall</th><th scope="col">Value and <Term name="band" /></th><th scope="col">How it came about</th></tr></thead>
          <tbody>
            {figuresOf(run, units).map(([name, value, basis]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td><td>{basis}</td></tr>)}
          </tbody>
        </table>
      </div>
      <ul className="plain-list">
        {summary.method.map(({ id, share }) => <li key={id}>{shareWords(share)} of the footfalls: {methodWords[id]}</li>)}
        <li>
          Body: {massWords(body.mass, units)}, {heightWords(body.height, units)}
          {body.assumed.length > 0 && <> ({body.assumed.join(" and ")} assumed, not told; say yours in Settings and the bands narrow)</>}
        </li>
        {run.weather && <li>Weather: {weatherWords(run.weather)}</li>}
        {run.wristTemperatureCelsius !== null && <li>Felt by the watch, which the wrist warms: {numberWords(run.wristTemperatureCelsius, 0)}{thinSpace}°C</li>}
        <li>File: <span className="file-name">{run.file.name}</span>, {run.file.format.toUpperCase()}, {sizeWords(run.file.bytes)}</li>
        {remarks.slice(0, fewRemarks).map((remark) => <li key={remark.message}>{sentence(remark.message)}</li>)}
      </ul>
      {remarks.length > fewRemarks && (
        <details>
          <summary>{countWords(remarks.length - fewRemarks, "more remark")} on the file</summary>
          <ul className="plain-list">{remarks.slice(fewRemarks).map((remark) => <li key={remark.message}>{sentence(remark.message)}</li>)}</ul>
        </details>
      )}
      <details>
        <summary>Sources, and the model’s version</summary>
        <ul className="plain-list sources">
          {summary.sources.map(({ id, doi, doiVerified }) => (
            <li key={id}>{id}{doi && <>, doi <a href={`https://doi.org/${doi}`} rel="noreferrer noopener" target="_blank">{doi}</a>{!doiVerified && " (not verified)"}</>}</li>
          ))}
          <li>Model {summary.modelVersion}</li>
        </ul>
      </details>
    </section>
  );
}

function figuresOf({ summary }: RunDetail, units: Units): readonly (readonly [string, string, string])[] {
  const rows: [string, string, string][] = [];
  const add = (name: string, quantity: RunDetail["summary"]["stepRate"], words: (quantity: NonNullable<RunDetail["summary"]["stepRate"]>) => string): void => {
    if (quantity) rows.push([name, words(quantity), basisWords[quantity.basis]]);
  };
  add("Pace", summary.speed, (speed) => paceBandWords(speed, units));
  add("Step rate", summary.stepRate, (rate) => `${withBand(rate, 0, 60)}${thinSpace}steps/min`);
  add("Contact time", summary.groundContactTime, (time) => `${withBand(time, 0, 1000)}${thinSpace}ms`);
  add("Flight time", summary.flightTime, (time) => `${withBand(time, 0, 1000)}${thinSpace}ms`);
  add("Vertical oscillation", summary.verticalOscillation, (rise) => `${withBand(rise, 1, 100)}${thinSpace}cm`);
  add("Force from the ground, active peak", summary.peakVerticalForce, (force) => `${withBand(force, 2)}${thinSpace}× body weight`);
  add("Leg stiffness", summary.legStiffness, (stiffness) => `${withBand(stiffness, 1, 0.001)}${thinSpace}kN/m`);
  return rows;
}

function massWords(mass: number, units: Units): string {
  return `${numberWords(mass / kilogramsPer[units.mass])}${thinSpace}${units.mass}`;
}

function heightWords(height: number, units: Units): string {
  return units.mass === "kg" ? `${numberWords(height * 100)}${thinSpace}cm` : `${numberWords(height / metresPerInch)}${thinSpace}in`;
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
