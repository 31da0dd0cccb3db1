import { useState } from "react";
import { surfaces, type Surface } from "../../../../src/index.ts";
import type { Changed, SurfaceShares } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { surfaceWords } from "../words/shoe-words.ts";
import { RuleList } from "./rule-list.tsx";
import { SelectField } from "./select-field.tsx";
import { useEdit } from "./use-edit.ts";

/** Which ground goes with which kind of run. */
export function GroundRules({ rules }: { readonly rules: SurfaceShares["rules"] }) {
  const edit = useEdit();
  const [trouble, setTrouble] = useState<string | null>(null);
  return (
    <section aria-labelledby="ground-rules-title">
      <h2 id="ground-rules-title">Which ground for which run</h2>
      <p className="quiet">Treadmill recordings and track sessions are known without a rule. A rule goes before a map, and what you say of a stretch goes before both.</p>
      <RuleList<{ surface: Surface }>
        rules={rules} trouble={trouble} initial={{ surface: "asphalt" }} choiceWords={({ surface }) => surfaceWords[surface]}
        renderChoice={({ surface }, onChange) => <SurfaceSelect label="Ground" value={surface} onChange={(next) => onChange({ surface: next })} />}
        onSave={(next) => {
          setTrouble(null);
          void edit(() => ask<Changed>("/api/surfaces/rules", { method: "PUT", json: { rules: next } })).catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
        }}
      />
    </section>
  );
}

/** One of all grounds. */
export function SurfaceSelect({ label, value, onChange }: { readonly label: string; readonly value: Surface; readonly onChange: (surface: Surface) => void }) {
  return (
    <SelectField label={label} value={value} onChange={(next) => { const found = surfaces.find((known) => known === next); if (found) onChange(found); }}>
      {surfaces.map((surface) => <option key={surface} value={surface}>{surfaceWords[surface]}</option>)}
    </SelectField>
  );
}
