import { useId, useState } from "react";
import { runKinds } from "../../../../src/index.ts";
import type { Assigned, Cabinet, ShoeAssignment } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { runKindWords } from "../words/shoe-words.ts";
import { countWords } from "../words/units.ts";
import { SelectField } from "./select-field.tsx";
import { useEdit } from "./use-edit.ts";

/** Many runs at once into one pair. */
export function ShoeAssignments({ cabinet: { shoes, withoutShoe } }: { readonly cabinet: Cabinet }) {
  const edit = useEdit();
  const ids = { since: useId(), until: useId(), only: useId() };
  const [shoeId, setShoeId] = useState(String(shoes[0]?.id ?? ""));
  const [kind, setKind] = useState("any");
  const [since, setSince] = useState("");
  const [until, setUntil] = useState("");
  const [isOnlyFree, setOnlyFree] = useState(true);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = (): void => {
    const found = runKinds.find((known) => known === kind);
    const meant: ShoeAssignment = { shoeId: Number(shoeId), withoutShoe: isOnlyFree, ...(found ? { kind: found } : {}), ...(since ? { since } : {}), ...(until ? { until } : {}) };
    setTrouble(null);
    void edit(() => ask<Assigned>("/api/shoes/assign", { method: "POST", json: meant })).catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
  };
  return (
    <section aria-labelledby="assign-title">
      <h2 id="assign-title">Many runs at once</h2>
      <p className="quiet">{withoutShoe === 0 ? "Every run has its pair." : `${countWords(withoutShoe, "run")} ${withoutShoe === 1 ? "is" : "are"} in no pair yet.`} One run, or a part of one, is changed on its own page.</p>
      <form className="rule-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <div className="pair">
          <SelectField label="Pair" value={shoeId} onChange={setShoeId}>{shoes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</SelectField>
          <SelectField label="Kind of run" value={kind} onChange={setKind}>
            <option value="any">any</option>
            {runKinds.map((known) => <option key={known} value={known}>{runKindWords[known]}</option>)}
          </SelectField>
          <div className="field"><label htmlFor={ids.since}>From the day</label><input id={ids.since} type="date" value={since} onChange={(event) => setSince(event.target.value)} /></div>
          <div className="field"><label htmlFor={ids.until}>To the day</label><input id={ids.until} type="date" value={until} onChange={(event) => setUntil(event.target.value)} /></div>
        </div>
        <label className="check" htmlFor={ids.only}><input id={ids.only} type="checkbox" checked={isOnlyFree} onChange={(event) => setOnlyFree(event.target.checked)} /> Only runs that are in no pair yet</label>
        {trouble && <p role="alert">{trouble}</p>}
        <div className="actions"><button type="submit" disabled={shoeId === ""}>Put these runs into the pair</button></div>
      </form>
    </section>
  );
}
