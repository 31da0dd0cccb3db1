import { useRef } from "react";
import { numberWords, thinSpace } from "../../../../src/index.ts";
import type { ShoeEdit, ShoeRecord } from "../../../server/underfoot-api.ts";
import { ask } from "../api/ask.ts";
import { useNote } from "../parts/notes.tsx";
import { useUnits } from "../parts/use-units.ts";
import { dateWords } from "../words/dates.ts";
import { absorptionWords, foamWords, forecastWords, kindWords, mileageWords, stiffnessWords, surfaceWords } from "../words/shoe-words.ts";
import { shrinkPhoto } from "./shrink-photo.ts";
import { useEdit } from "./use-edit.ts";

/** One pair: how worn, how far, what the model takes it for. */
export function ShoeCard({ shoe, onChange }: { readonly shoe: ShoeRecord; readonly onChange: () => void }) {
  const units = useUnits();
  const edit = useEdit();
  const say = useNote();
  const attempt = (send: () => Promise<ShoeEdit>) => void edit(send).catch((error: unknown) => say({ text: error instanceof Error ? error.message : String(error) }));
  const forecast = forecastWords(shoe);
  return (
    <article className="shoe" aria-label={shoe.name}>
      <Photo shoe={shoe} onFile={(file) => attempt(async () => ask<ShoeEdit>(`/api/shoes/${shoe.id}/photo`, { method: "PUT", body: await shrinkPhoto(file) }))} />
      <div className="shoe-words">
        <h2>{shoe.name}</h2>
        <p className="quiet">{[madeWords(shoe), shoe.retiredOn && `retired ${dateWords(shoe.retiredOn)}`].filter(Boolean).join(" · ")}</p>
        <p><strong>{absorptionWords(shoe.absorption)}</strong></p>
        <WearBar shoe={shoe} />
        <p>{mileageWords(shoe, units)}.</p>
        <p className="quiet">{shoe.notice}</p>
        {forecast && <p className="quiet">{forecast}</p>}
        <details>
          <summary>What the model takes it for</summary>
          <ul className="plain-list">
            <li>{stiffnessWords(shoe)}</li>
            <li>Stack and foam are kept for you: no published relation leads from them to a heel’s stiffness.</li>
            {shoe.surfaces.length > 0 && <li>Run on: {shoe.surfaces.map(({ surface, share }) => `${surfaceWords[surface]} ${numberWords(100 * share)}${thinSpace}%`).join(", ")}.</li>}
          </ul>
        </details>
        <div className="actions">
          <button type="button" onClick={onChange} aria-label={`Change ${shoe.name}`}>Change</button>
          <button type="button" onClick={() => attempt(() => ask<ShoeEdit>(`/api/shoes/${shoe.id}`, { method: "PUT", json: { retiredOn: shoe.retiredOn ? null : today() } }))} aria-label={shoe.retiredOn ? `Put ${shoe.name} back into use` : `Retire ${shoe.name}`}>
            {shoe.retiredOn ? "Back into use" : "Retire"}
          </button>
          {shoe.photoId !== null && <button type="button" className="plain" onClick={() => attempt(() => ask<ShoeEdit>(`/api/shoes/${shoe.id}/photo`, { method: "DELETE" }))}>Take the photo away</button>}
          <button type="button" className="plain" onClick={() => attempt(() => ask<ShoeEdit>(`/api/shoes/${shoe.id}`, { method: "DELETE" }))} aria-label={`Remove ${shoe.name}`}>Remove</button>
        </div>
      </div>
    </article>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The photo, which is also the place to choose one; it stays in the store on this machine. */
function Photo({ shoe, onFile }: { readonly shoe: ShoeRecord; readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="shoe-photo" onClick={() => input.current?.click()} aria-label={shoe.photoId === null ? `Choose a photo of ${shoe.name}` : `Choose another photo of ${shoe.name}`}>
        {shoe.photoId === null ? <ShoeIcon /> : <img src={`/api/shoes/${shoe.id}/photo?v=${shoe.photoId}`} alt="" width="120" height="120" />}
      </button>
      <input
        ref={input} type="file" hidden accept="image/jpeg,image/png,image/webp" aria-label={`Photo of ${shoe.name}`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}

/** How much of the absorption is left, from 50 to 100 %, with its band. */
function WearBar({ shoe: { absorption } }: { readonly shoe: ShoeRecord }) {
  const place = (share: number): number => 4 + 232 * Math.max(0, Math.min(1, (share - 0.5) / 0.5));
  return (
    <svg className="wear-bar" viewBox="0 0 240 32" width="240" height="32" aria-hidden>
      <line className="wear-axis" x1={place(0.5)} x2={place(1)} y1="10" y2="10" />
      <line className="relative-band" x1={place(absorption.low)} x2={place(absorption.high)} y1="10" y2="10" />
      <circle className="relative-value" cx={place(absorption.value)} cy="10" r="5" />
      <text className="ff-text-quiet" x={place(0.5) - 4} y="30" fontSize="12">50{thinSpace}%</text>
      <text className="ff-text-quiet" x={place(1) + 4} y="30" fontSize="12" textAnchor="end">100 %, as new</text>
    </svg>
  );
}

function madeWords({ brand, model, kind, stackHeight, heelToToeDrop, foam, boughtOn }: ShoeRecord): string {
  const millimetres = (metres: number): string => `${numberWords(1000 * metres)}${thinSpace}mm`;
  return [
    [brand, model].filter((part) => part !== null).join(" "), kind && kindWords[kind].toLowerCase(), foam && foamWords[foam],
    stackHeight === null ? null : `stack ${millimetres(stackHeight)}`, heelToToeDrop === null ? null : `drop ${millimetres(heelToToeDrop)}`, boughtOn && `bought ${dateWords(boughtOn)}`,
  ].filter(Boolean).join(", ");
}

const ShoeIcon = () => (
  <svg width="56" height="56" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
    <path d="M3 7c1 2 3 2 4 1l4 4c2 2 5 2 8 3 1 .5 2 1 2 3H3z" /><path d="M3 15h18M10 11l-1 1.5M12.5 12.8l-1 1.5" />
  </svg>
);
