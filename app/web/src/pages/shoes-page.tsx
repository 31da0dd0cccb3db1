import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ShoeRecord } from "../../../server/underfoot-api.ts";
import { cabinetQuery } from "../api/underfoot-queries.ts";
import { ChangeNav } from "../change/change-nav.tsx";
import { ShoeAssignments } from "../change/shoe-assignments.tsx";
import { ShoeCard } from "../change/shoe-card.tsx";
import { ShoeComparison } from "../change/shoe-comparison.tsx";
import { ShoeFiles } from "../change/shoe-files.tsx";
import { ShoeForm } from "../change/shoe-form.tsx";
import { ShoeKinds } from "../change/shoe-kinds.tsx";
import { ShoeRotation } from "../change/shoe-rotation.tsx";
import { ShoeRules } from "../change/shoe-rules.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";
import { countWords } from "../words/units.ts";

/** The shoe cabinet: what is in it, how worn, in which runs, and what another pair would change. */
export function ShoesPage() {
  usePageTitle("Shoes");
  const { data, error, refetch } = useQuery(cabinetQuery);
  const [edited, setEdited] = useState<ShoeRecord | "new" | null>(null);
  const used = data?.shoes.filter(({ retiredOn }) => retiredOn === null) ?? [];
  const retired = data?.shoes.filter(({ retiredOn }) => retiredOn !== null) ?? [];
  return (
    <>
      <ChangeNav />
      <header className="page-head">
        <h1>Shoes{data?.isSample && <span className="tag after">Sample</span>}</h1>
        <button type="button" onClick={() => setEdited("new")}>Add a pair</button>
      </header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={480}>Looking into the cabinet…</Waiting>}
      {data && (
        <>
          {data.isSample && <p className="quiet lead">These pairs belong to the simulated runner. The first pair you add is yours, and takes their place here.</p>}
          {data.shoes.length === 0 && (
            <section className="door">
              <p>Your pairs will stand here: how far each has gone, how much it still absorbs, and what another would change.</p>
              <button type="button" className="main large" onClick={() => setEdited("new")}>Add my first pair</button>
            </section>
          )}
          {data.shoes.length > 0 && <p className="support">{countWords(used.length, "pair")} in use. Footfall follows how much the foam still absorbs, by a curve measured on worn shoes. Whether that matters to your back is not known.</p>}
          <div className="shoes">{used.map((shoe) => <ShoeCard key={shoe.id} shoe={shoe} onChange={() => setEdited(shoe)} />)}</div>
          {retired.length > 0 && (
            <details>
              <summary>{countWords(retired.length, "retired pair")}</summary>
              <div className="shoes">{retired.map((shoe) => <ShoeCard key={shoe.id} shoe={shoe} onChange={() => setEdited(shoe)} />)}</div>
            </details>
          )}
          {data.shoes.length > 0 && (
            <>
              <ShoeRotation cabinet={data} />
              <ShoeComparison shoes={data.shoes} />
              <ShoeRules cabinet={data} />
              <ShoeAssignments cabinet={data} />
            </>
          )}
          <ShoeKinds cabinet={data} />
          <ShoeFiles cabinet={data} />
        </>
      )}
      {edited !== null && data && <ShoeForm key={edited === "new" ? "new" : edited.id} shoe={edited === "new" ? null : edited} kinds={data.kinds} onClose={() => setEdited(null)} />}
    </>
  );
}
