import type { Units } from "../words/units.ts";
import { Choice } from "./choice.tsx";

/** Kilometres or miles, kilograms or pounds. */
export function UnitChoice({ units, onChange }: { readonly units: Units; readonly onChange: (units: Units) => void }) {
  return (
    <div className="pair">
      <Choice
        label="Distance and pace" value={units.distance} options={[{ value: "km", name: "km" }, { value: "mi", name: "mi" }]}
        onChoose={(distance) => onChange({ ...units, distance })}
      />
      <Choice
        label="Weight and height" value={units.mass} options={[{ value: "kg", name: "kg, cm" }, { value: "lb", name: "lb, in" }]}
        onChoose={(mass) => onChange({ ...units, mass })}
      />
    </div>
  );
}
