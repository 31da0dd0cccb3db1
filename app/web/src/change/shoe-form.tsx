import { useEffect, useId, useRef, useState } from "react";
import { foams, plausibleRanges, shoeKinds, thinSpace, untoldShoe, type Foam, type Shoe, type ShoeKind } from "../../../../src/index.ts";
import type { ShoeChange, ShoeEdit, ShoeRecord } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { NumberField } from "../parts/body-fields.tsx";
import { Choice } from "../parts/choice.tsx";
import { useUnits } from "../parts/use-units.ts";
import { foamWords, kindWords } from "../words/shoe-words.ts";
import { metresPer } from "../words/units.ts";
import { useEdit } from "./use-edit.ts";

const { stackHeightMillimetres: stack, heelToToeDropMillimetres: drop, shoeStiffnessNewtonsPerMillimetre: stiffness, shoeDistanceKilometres: past } = plausibleRanges;

/** Tells or changes all about one pair, in a dialog. What is wrong is said in its place, and nothing typed is lost. */
export function ShoeForm({ shoe, kinds, onClose }: {
  readonly shoe: ShoeRecord | null;
  readonly kinds: readonly { readonly kind: ShoeKind; readonly distanceBefore: number }[];
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const units = useUnits();
  const edit = useEdit();
  const [told, setTold] = useState<Shoe>(shoe ? shoeOf(shoe) : { ...untoldShoe, name: "" });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  // A kind with a past fills the first distance in, until one is typed.
  const [suggested, setSuggested] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  const change = (next: Partial<Shoe>): void => setTold((before) => ({ ...before, ...next }));
  const size = metresPer[units.distance];

  const chooseKind = (kind: ShoeKind | "untold"): void => {
    const usual = kinds.find((entry) => entry.kind === kind)?.distanceBefore ?? 0;
    change({ kind: kind === "untold" ? null : kind, ...(told.distanceBefore === 0 || told.distanceBefore === suggested ? { distanceBefore: usual } : {}) });
    setSuggested(usual);
  };
  const save = async (form: HTMLFormElement): Promise<void> => {
    const wrong = form.querySelector<HTMLInputElement>("[aria-invalid='true']");
    if (wrong) return wrong.focus();
    setSaving(true);
    try {
      const json: ShoeChange = { ...told, name: nameOf(told) };
      await edit(() => (shoe ? ask<ShoeEdit>(`/api/shoes/${shoe.id}`, { method: "PUT", json }) : ask<ShoeEdit>("/api/shoes", { method: "POST", json })));
      dialog.current?.close();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      setSaving(false);
    }
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={title} className="wide">
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); void save(event.currentTarget); }}>
        <h2 id={title}>{shoe ? `Change ${shoe.name}` : "Add a pair"}</h2>
        <div className="pair">
          <TextField label="Name" value={told.name} onChange={(name) => change({ name })} note="What you call it; left empty, brand and model." />
          <TextField label="Brand" value={told.brand ?? ""} onChange={(brand) => change({ brand: brand.trim() === "" ? null : brand })} />
          <TextField label="Model" value={told.model ?? ""} onChange={(model) => change({ model: model.trim() === "" ? null : model })} />
        </div>
        <Choice<ShoeKind | "untold">
          label="Kind" value={told.kind ?? "untold"} onChoose={chooseKind}
          options={[...shoeKinds.map((value) => ({ value, name: kindWords[value] })), { value: "untold", name: "Not told" }]}
        />
        <div className="pair">
          <NumberField
            label="Stack under the heel" unit="mm" shown={shownMillimetres(told.stackHeight)} refusal={`Millimetres between ${stack.low} and ${stack.high}. 3${thinSpace}cm are 30${thinSpace}mm.`}
            read={(value) => (value >= stack.low && value <= stack.high ? value : null)} onChange={(value) => change({ stackHeight: value === null ? null : value / 1000 })}
          />
          <NumberField
            label="Drop, heel over toes" unit="mm" shown={shownMillimetres(told.heelToToeDrop)} refusal={`Millimetres between ${drop.low} and ${drop.high}.`.replace("-", "−")}
            read={(value) => (value >= drop.low && value <= drop.high ? value : null)} onChange={(value) => change({ heelToToeDrop: value === null ? null : value / 1000 })}
          />
        </div>
        <Choice<Foam | "untold">
          label="Foam" value={told.foam ?? "untold"} onChoose={(foam) => change({ foam: foam === "untold" ? null : foam })}
          options={[...foams.map((value) => ({ value, name: foamWords[value] })), { value: "untold", name: "Not told" }]}
        />
        <NumberField
          label="Heel stiffness, where a test told" unit="N/mm" shown={told.stiffnessNewtonsPerMillimetre === null ? "" : String(told.stiffnessNewtonsPerMillimetre)}
          note="Trainers in the one trial that published theirs: 61 and 95. Left empty, the kind’s usual is taken, with a wide band." refusal={`N/mm between ${stiffness.low} and ${stiffness.high}. 78,000${thinSpace}N/m are 78${thinSpace}N/mm.`}
          read={(value) => (value >= stiffness.low && value <= stiffness.high ? value : null)} onChange={(stiffnessNewtonsPerMillimetre) => change({ stiffnessNewtonsPerMillimetre })}
        />
        <div className="pair">
          <NumberField
            key={suggested} label="First distance" unit={units.distance} shown={told.distanceBefore === 0 ? "" : String(Math.round((10 * told.distanceBefore) / size) / 10)}
            note="Run in it before Footfall knew it." refusal={`Between 0 and ${past.high} ${units.distance}.`}
            read={(value) => (value >= 0 && value * size <= 1000 * past.high ? value * size : null)} onChange={(distanceBefore) => change({ distanceBefore: distanceBefore ?? 0 })}
          />
          <DateField label="Bought" value={told.boughtOn} onChange={(boughtOn) => change({ boughtOn })} />
          <DateField label="Retired" value={told.retiredOn} onChange={(retiredOn) => change({ retiredOn })} />
        </div>
        {trouble && <p role="alert">{trouble}</p>}
        <div className="actions">
          <button type="submit" className="main" disabled={isSaving || nameOf(told) === ""}>{shoe ? "Save" : "Add"}</button>
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>Leave it</button>
        </div>
      </form>
    </dialog>
  );
}

function TextField({ label, value, onChange, note }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly note?: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="text" autoComplete="off" maxLength={80} value={value} onChange={(event) => onChange(event.target.value)} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="quiet">{note}</p>
    </div>
  );
}

function DateField({ label, value, onChange }: { readonly label: string; readonly value: string | null; readonly onChange: (value: string | null) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value ?? ""} onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)} />
    </div>
  );
}

function shoeOf({ name, brand, model, kind, stackHeight, heelToToeDrop, foam, stiffnessNewtonsPerMillimetre, boughtOn, retiredOn, distanceBefore }: ShoeRecord): Shoe {
  return { name, brand, model, kind, stackHeight, heelToToeDrop, foam, stiffnessNewtonsPerMillimetre, boughtOn, retiredOn, distanceBefore };
}

const nameOf = ({ name, brand, model }: Shoe): string => (name.trim() === "" ? [brand, model].filter((part) => part !== null).join(" ") : name.trim());
const shownMillimetres = (metres: number | null): string => (metres === null ? "" : String(Math.round(metres * 10_000) / 10));
