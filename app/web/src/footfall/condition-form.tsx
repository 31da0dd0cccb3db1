import { useId } from "react";
import { footStrikes, numberWords, referenceShoeStiffness, surfaces, thinSpace, type Surface } from "../../../../src/index.ts";
import { HeightField, MassField, NumberField } from "../parts/body-fields.tsx";
import { Choice } from "../parts/choice.tsx";
import { metresPer, paceWords, type Units } from "../words/units.ts";
import { conditionRanges, told, type Condition, type NumberName } from "./conditions.ts";

interface FieldKind {
  readonly name: Exclude<NumberName, "mass" | "height">;
  readonly label: string;
  readonly unit: string;
  /** SI for one of the unit shown. */
  readonly size: number;
  readonly digits: number;
  readonly note: string;
}

/** What a footfall is made from; an empty field is completed by the model. */
export function ConditionForm({ condition, units, strikeNote, onChange }: {
  readonly condition: Condition;
  readonly units: Units;
  /** What telling the strike does to the numbers. */
  readonly strikeNote: string | null;
  readonly onChange: (condition: Condition) => void;
}) {
  const tell = (change: Condition): void => onChange(told({ ...condition, ...change }));
  return (
    <div className="condition-form">
      {fields(condition, units).map((field) => <QuantityField key={`${field.name} ${field.unit}`} field={field} value={condition[field.name]} onChange={(value) => tell({ [field.name]: value })} />)}
      <SurfaceField surface={condition.surface} onChange={(surface) => tell({ surface })} />
      <MassField units={units} value={condition.mass ?? null} onChange={(mass) => tell({ mass: mass ?? undefined })} note="Empty: yours, or a usual one." />
      <HeightField units={units} value={condition.height ?? null} onChange={(height) => tell({ height: height ?? undefined })} note="Empty: yours, or a usual one." />
      <div className="strike-choice">
        <Choice
          label="The foot lands on" value={condition.footStrike ?? "unknown"} options={footStrikes.map((value) => ({ value, name: strikeNames[value] }))}
          onChoose={(footStrike) => tell({ footStrike: footStrike === "unknown" ? undefined : footStrike })}
        />
        {strikeNote !== null && <p className="quiet">{strikeNote}</p>}
      </div>
    </div>
  );
}

const strikeNames = { rearfoot: "Heel", midfoot: "Midfoot", forefoot: "Forefoot", unknown: "Not told" } as const;

function fields(condition: Condition, units: Units): readonly FieldKind[] {
  const perHour = metresPer[units.distance] / 3600;
  return [
    { name: "speed", label: "Speed", unit: units.distance === "km" ? "km/h" : "mph", size: perHour, digits: 1, note: condition.speed === undefined ? `Empty: ${numberWords(3 / perHour, 1)}${thinSpace}${units.distance === "km" ? "km/h" : "mph"}.` : paceWords(condition.speed, units) },
    { name: "stepRate", label: "Step rate", unit: "steps/min", size: 1 / 60, digits: 0, note: "Empty: usual at this speed." },
    { name: "groundContactTime", label: "Contact time", unit: "ms", size: 0.001, digits: 0, note: "Empty: worked out from speed and step rate." },
    { name: "slope", label: "Slope", unit: "%", size: 0.01, digits: 1, note: "Uphill positive. Empty: level." },
    { name: "trunkLeanDegrees", label: "Trunk lean", unit: "°", size: 1, digits: 1, note: "Forward of upright. Empty: yours, or a usual one." },
    { name: "lordosisDegrees", label: "Lordosis", unit: "°", size: 1, digits: 0, note: "Curve of the lower back, L1 to S1. Empty: a usual one." },
    { name: "shoeStiffnessNewtonsPerMillimetre", label: "Shoe stiffness", unit: "N/mm", size: 1, digits: 0, note: `At the heel. Empty: ${numberWords(referenceShoeStiffness.value / 1000)}.` },
    { name: "shoeDistanceKilometres", label: "Run in the shoe", unit: units.distance, size: metresPer[units.distance] / 1000, digits: 0, note: "Empty: new." },
  ];
}

function QuantityField({ field: { name, label, unit, size, digits, note }, value, onChange }: { readonly field: FieldKind; readonly value: number | undefined; readonly onChange: (value: number | undefined) => void }) {
  const { low, high } = conditionRanges[name];
  const words = (si: number): string => numberWords(si / size, digits);
  return (
    <NumberField
      label={label} unit={unit} note={note} shown={value === undefined ? "" : String(Number((value / size).toFixed(digits)))} refusal={`Between ${words(low)} and ${words(high)}${thinSpace}${unit}.`}
      read={(shown) => (shown * size >= low * 0.9999 && shown * size <= high * 1.0001 ? shown * size : null)} onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function SurfaceField({ surface, onChange }: { readonly surface: Surface | undefined; readonly onChange: (surface: Surface | undefined) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Ground</label>
      <select id={id} value={surface ?? "unknown"} onChange={(event) => onChange(surfaces.find((each) => each === event.target.value && each !== "unknown"))}>
        {surfaces.map((each) => <option key={each} value={each}>{each === "unknown" ? "Not told" : `${each[0]?.toUpperCase()}${each.slice(1)}`}</option>)}
      </select>
      <p className="quiet">Not told: hard ground.</p>
    </div>
  );
}
