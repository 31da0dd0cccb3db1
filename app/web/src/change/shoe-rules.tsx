import { useState } from "react";
import type { Cabinet, Changed } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { RuleList } from "./rule-list.tsx";
import { useEdit } from "./use-edit.ts";

/** Which pair goes with which kind of run. */
export function ShoeRules({ cabinet: { rules, shoes } }: { readonly cabinet: Cabinet }) {
  const edit = useEdit();
  const [trouble, setTrouble] = useState<string | null>(null);
  const nameOf = (id: number): string => shoes.find((shoe) => shoe.id === id)?.name ?? "a removed pair";
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">Which pair for which run</h2>
      <p className="quiet">The first rule that speaks of a run holds, and of its pairs the first that was in use on the day. What an export or you say of a run goes before every rule.</p>
      <RuleList<{ shoeIds: number[] }>
        rules={rules} trouble={trouble} initial={{ shoeIds: [] }} choiceWords={({ shoeIds }) => shoeIds.map(nameOf).join(", else ")}
        renderChoice={({ shoeIds }, onChange) => (
          <fieldset className="choice">
            <legend>Pairs, in this order</legend>
            <div className="choice-row">
              {shoes.map(({ id, name }) => (
                <label key={id}>
                  <input type="checkbox" checked={shoeIds.includes(id)} onChange={(event) => onChange({ shoeIds: event.target.checked ? [...shoeIds, id] : shoeIds.filter((other) => other !== id) })} />
                  <span>{shoeIds.includes(id) && shoeIds.length > 1 ? `${shoeIds.indexOf(id) + 1}. ` : ""}{name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        onSave={(next) => {
          setTrouble(null);
          if (next.some(({ shoeIds }) => shoeIds.length === 0)) return setTrouble("Choose at least one pair for the rule.");
          void edit(() => ask<Changed>("/api/shoes/rules", { method: "PUT", json: { rules: next } })).catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
        }}
      />
    </section>
  );
}
