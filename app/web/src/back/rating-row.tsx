import { useEffect, useId, useRef, type RefObject } from "react";
import { painClass } from "./pain-words.ts";

const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** How soon a 0 after a 1 makes it a 10 [ms]. */
const secondFigure = 800;

/** Pain from 0 to 10: "No pain" is a button of its own and done with one tap; a rating is chosen. */
export function RatingRow({ rating, isDisabled, onRate, onNoPain }: { readonly rating: number | null; readonly isDisabled: boolean; readonly onRate: (rating: number) => void; readonly onNoPain: () => void }) {
  const id = useId();
  return (
    <div className="rating-row">
      <button type="button" className="no-pain" disabled={isDisabled} onClick={onNoPain}>No pain</button>
      <fieldset aria-describedby={`${id}-ends`}>
        <legend className="unseen">Pain from 1 to 10</legend>
        <div className="ratings">
          {ratings.map((each) => (
            <label key={each}>
              <input type="radio" name={id} value={each} checked={rating === each} onChange={() => onRate(each)} />
              <span className={painClass(each)}>{each}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p id={`${id}-ends`} className="quiet rating-ends"><span>1: barely there</span><span>10: the worst you can imagine</span></p>
    </div>
  );
}

/** Figures typed anywhere in an entry but where text is written: 0 is no pain, 1 and 0 together are 10. */
export function useFigureKeys(form: RefObject<HTMLFormElement | null>, onRate: (rating: number) => void, onNoPain: () => void): void {
  const lastOne = useRef(-Infinity);
  useEffect(() => {
    const element = form.current;
    const typed = (event: KeyboardEvent): void => {
      if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
      event.preventDefault();
      const isTen = event.key === "0" && event.timeStamp - lastOne.current < secondFigure;
      lastOne.current = event.key === "1" ? event.timeStamp : -Infinity;
      if (isTen) onRate(10);
      else if (event.key === "0") onNoPain();
      else onRate(Number(event.key));
    };
    element?.addEventListener("keydown", typed);
    return () => element?.removeEventListener("keydown", typed);
  });
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox");
