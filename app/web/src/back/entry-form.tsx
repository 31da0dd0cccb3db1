import { useEffect, useId, useReducer, useRef, useState } from "react";
import { painOccasions, painPlaceName, type PainEntry, type PlacedPain } from "../../../../src/index.ts";
import { Choice } from "../parts/choice.tsx";
import { fieldMoment, momentOfField, momentText, nowSeconds } from "../words/local-time.ts";
import { BackInput } from "./back-input.tsx";
import { draftReducer, likelyOccasion, painsOf, type EntryDraft } from "./entry-draft.ts";
import { placeKey } from "./pain-words.ts";
import { RatingRow, useFigureKeys } from "./rating-row.tsx";

/** An entry as the server takes it. */
export interface ToldEntry {
  readonly at: string;
  readonly pains: PainEntry["pains"];
  readonly occasion: PainEntry["occasion"];
  readonly note: string | null;
}

interface EntryFormInput {
  /** What the row of ratings answers. */
  readonly label: string;
  readonly draft: EntryDraft;
  /** Places marked the last time it hurt, worst first. */
  readonly lastPlaces: readonly PlacedPain[];
  readonly runs: readonly { readonly start: number; readonly end: number }[];
  /** Whether what stands behind the rating is open from the start. */
  readonly isOpen?: boolean;
  readonly onSave: (entry: ToldEntry) => Promise<void>;
  readonly onLeave?: () => void;
}

/** One look at the back. "No pain" is saved with one tap; a rating opens the picture to mark where, and may be saved without. */
export function EntryForm({ label, draft: start, lastPlaces, runs, isOpen = false, onSave, onLeave }: EntryFormInput) {
  const id = useId();
  const [draft, take] = useReducer(draftReducer, start);
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isOccasionTold, setOccasionTold] = useState(start.at !== null);
  const occasion = isOccasionTold ? draft.occasion : likelyOccasion(draft.at ?? nowSeconds(), runs);
  const save = async (pains: readonly PlacedPain[]): Promise<void> => {
    setSaving(true);
    setTrouble(null);
    try {
      await onSave({ at: momentText(draft.at ?? nowSeconds(), draft.at === null ? null : draft.utcOffset), pains, occasion, note: draft.note.trim() === "" ? null : draft.note.trim() });
      take({ do: "begin", draft: start });
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setSaving(false);
  };
  const rate = (rating: number): void => take({ do: "rate", rating });
  const noPain = (): void => void save([]);
  const form = useRef<HTMLFormElement>(null);
  useFigureKeys(form, rate, noPain);
  const leave = (): void => {
    take({ do: "begin", draft: start });
    setTrouble(null);
    onLeave?.();
  };
  const isUnfolded = isOpen || draft.rating !== null;
  useEffect(() => {
    // The rating just given opened what follows: bring it up from under the fold.
    if (isUnfolded && !isOpen) form.current?.querySelector(".back-stage")?.scrollIntoView({ block: "nearest" });
  }, [isUnfolded, isOpen]);
  return (
    <form ref={form} className="entry-form" aria-labelledby={`${id}-label`} onSubmit={(event) => { event.preventDefault(); void save(painsOf(draft)); }}>
      <p id={`${id}-label`} className="entry-question">{label}</p>
      <RatingRow rating={draft.rating} isDisabled={isSaving} onRate={rate} onNoPain={noPain} />
      {isUnfolded && (
        <>
          {draft.pains.length === 0 && lastPlaces.some(({ region }) => region !== "somewhere-in-back") && <button type="button" className="plain last-places" onClick={() => take({ do: "places", places: lastPlaces })}>Same place as last time: {lastPlaces.map(({ region, side }) => painPlaceName(region, side)).join("; ")}</button>}
          <div className="entry-parts">
            <BackInput pains={draft.pains} onToggle={({ region, side }) => take({ do: "toggle", region, side })} />
            <div className="entry-rest">
              <EachPlace pains={draft.pains} onRate={(pain, rating) => take({ do: "rate-place", region: pain.region, side: pain.side, rating })} />
              <WhenField at={draft.at} utcOffset={draft.utcOffset} onTell={(at) => take({ do: "told", told: { at } })} />
              <Choice
                label="During or after a run?" value={occasion} options={painOccasions.map((value) => ({ value, name: occasionNames[value] }))}
                onChoose={(value) => { setOccasionTold(true); take({ do: "told", told: { occasion: value } }); }}
              />
              <div className="field">
                <label htmlFor={`${id}-note`}>Note, if you like</label>
                <input id={`${id}-note`} type="text" maxLength={2000} value={draft.note} onChange={(event) => take({ do: "told", told: { note: event.target.value } })} />
              </div>
            </div>
          </div>
        </>
      )}
      {trouble && <p role="alert">{trouble}</p>}
      {isUnfolded && (
        <div className="actions entry-actions">
          <button type="submit" className="main" disabled={isSaving || draft.rating === null}>Save</button>
          <button type="button" className="plain" onClick={leave}>Leave it</button>
          <span className="quiet" role="status">{isSaving ? "Saving…" : draft.rating === null ? "Choose how much it hurts." : draft.pains.length === 0 ? "No place marked: kept as somewhere in the back." : ""}</span>
        </div>
      )}
    </form>
  );
}

const occasionNames = { "during-run": "During a run", "after-run": "After a run", "apart-from-run": "Neither" } as const;

/** Several places may hurt unequally. */
function EachPlace({ pains, onRate }: { readonly pains: readonly PlacedPain[]; readonly onRate: (pain: PlacedPain, rating: number) => void }) {
  if (pains.length < 2) return null;
  return (
    <ul className="each-place" aria-label="How much in each place">
      {pains.map((pain) => (
        <li key={placeKey(pain)}>
          <label>
            <span>{painPlaceName(pain.region, pain.side)}</span>
            <select value={pain.painRating} onChange={(event) => onRate(pain, Number(event.target.value))}>
              {Array.from({ length: 10 }, (_, index) => <option key={index} value={index + 1}>{index + 1}</option>)}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Now, or a time that is told. */
function WhenField({ at, utcOffset, onTell }: { readonly at: number | null; readonly utcOffset: number | null; readonly onTell: (at: number | null) => void }) {
  const id = useId();
  return (
    <div className="when">
      <Choice label="When?" value={at === null ? "now" : "time"} options={[{ value: "now", name: "Now" }, { value: "time", name: "At a time" }]} onChoose={(value) => onTell(value === "now" ? null : nowSeconds() - (nowSeconds() % 60))} />
      {at !== null && (
        <div className="field">
          <label htmlFor={id}>Day and time</label>
          <input id={id} type="datetime-local" required value={fieldMoment(at, utcOffset)} max={fieldMoment(nowSeconds(), utcOffset)} onChange={(event) => { const told = momentOfField(event.target.value, utcOffset); if (told !== null) onTell(told); }} />
        </div>
      )}
    </div>
  );
}
