import { useId } from "react";
import { runKinds, type RunKind } from "../../../../src/index.ts";
import { NumberField } from "../parts/body-fields.tsx";
import { useUnits } from "../parts/use-units.ts";
import { runKindWords } from "../words/shoe-words.ts";
import { metresPer } from "../words/units.ts";
import { SelectField } from "./select-field.tsx";

/** Of which runs a rule speaks. */
export interface Condition {
  readonly kind: RunKind | null;
  readonly titleHas: string | null;
  readonly longerThan: number | null;
}

export const anyRun: Condition = { kind: null, titleHas: null, longerThan: null };

/** Chooses of which runs a rule speaks. */
export function RunCondition({ value, onChange }: { readonly value: Condition; readonly onChange: (value: Condition) => void }) {
  const id = useId();
  const { distance } = useUnits();
  const size = metresPer[distance];
  return (
    <>
      <SelectField label="Kind of run" value={value.kind ?? "any"} onChange={(kind) => onChange({ ...value, kind: runKinds.find((known) => known === kind) ?? null })}>
        <option value="any">any</option>
        {runKinds.map((kind) => <option key={kind} value={kind}>{runKindWords[kind]}</option>)}
      </SelectField>
      <div className="field">
        <label htmlFor={id}>Title has</label>
        <input id={id} type="text" value={value.titleHas ?? ""} maxLength={80} autoComplete="off" onChange={(event) => onChange({ ...value, titleHas: event.target.value === "" ? null : event.target.value })} />
      </div>
      <NumberField
        label="Longer than" unit={distance} shown={value.longerThan === null ? "" : String(Math.round((10 * value.longerThan) / size) / 10)} refusal={`0 ${distance} or more.`}
        read={(shown) => (shown >= 0 && shown < 1000 ? shown * size : null)} onChange={(longerThan) => onChange({ ...value, longerThan })}
      />
    </>
  );
}
