import { useId, useState } from "react";
import { kilogramsPer, metresPerInch, type Units } from "../words/units.ts";

interface BodyField {
  readonly units: Units;
  /** SI; null where not told or not plausible. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly note?: string;
}

// The plausible bodies of the model; what lies outside is asked for again rather than computed with.
const massRange = { low: 25, high: 250 } as const;
const heightRange = { low: 1, high: 2.3 } as const;

export function MassField({ units, value, onChange, note }: BodyField) {
  const unit = units.mass;
  const size = kilogramsPer[unit];
  const refusal = `Weight in ${unit}, between ${Math.ceil(massRange.low / size)} and ${Math.floor(massRange.high / size)}.`;
  return <NumberField key={unit} label="Weight" unit={unit} shown={value === null ? "" : trim(value / size)} note={note} refusal={refusal} read={(shown) => within(shown * size, massRange)} onChange={onChange} />;
}

export function HeightField({ units, value, onChange, note }: BodyField) {
  const isMetric = units.mass === "kg";
  const size = isMetric ? 0.01 : metresPerInch;
  const unit = isMetric ? "cm" : "in";
  const refusal = `Height in ${isMetric ? "cm" : "inches"}, between ${Math.ceil(heightRange.low / size)} and ${Math.floor(heightRange.high / size)}.`;
  return <NumberField key={unit} label="Height" unit={unit} shown={value === null ? "" : trim(value / size)} note={note} refusal={refusal} read={(shown) => within(shown * size, heightRange)} onChange={onChange} />;
}

/** A number with its unit beside it; an impossible one is named, not taken. */
export function NumberField({ label, unit, shown, note, refusal, read, onChange }: {
  readonly label: string;
  readonly unit: string;
  readonly shown: string;
  readonly note?: string | undefined;
  readonly refusal: string;
  readonly read: (shown: number) => number | null;
  readonly onChange: (value: number | null) => void;
}) {
  const id = useId();
  const [text, setText] = useState(shown);
  const given = text.trim() === "" ? null : Number(text.replace(",", "."));
  const isRefused = given !== null && (Number.isNaN(given) || read(given) === null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="with-unit">
        <input
          id={id} inputMode="decimal" autoComplete="off" value={text} aria-invalid={isRefused} aria-describedby={`${id}-note`}
          onChange={(event) => {
            const next = event.target.value;
            setText(next);
            const number = Number(next.replace(",", "."));
            onChange(next.trim() === "" || Number.isNaN(number) ? null : read(number));
          }}
        />
        <span>{unit}</span>
      </div>
      <p id={`${id}-note`} className="quiet">{isRefused ? refusal : note}</p>
    </div>
  );
}

const within = (value: number, range: { readonly low: number; readonly high: number }): number | null => (value >= range.low && value <= range.high ? value : null);

const trim = (value: number): string => String(Math.round(value * 10) / 10);
