import { useId, useMemo } from "react";
import { backFigure, type BackPlace, type PlacedPain } from "../../../../src/index.ts";
import { painClass, placeKey } from "./pain-words.ts";

/** Where does it hurt: the back from behind, each place a check box under the finger and for the keyboard. */
export function BackInput({ pains, onToggle }: { readonly pains: readonly PlacedPain[]; readonly onToggle: (place: BackPlace) => void }) {
  const id = useId();
  const figure = useMemo(() => backFigure(), []);
  const rating = new Map(pains.map((pain) => [placeKey(pain), pain.painRating]));
  const percent = (value: number, whole: number): string => `${(value / whole) * 100}%`;
  return (
    <fieldset className="back-input">
      <legend>Where? <span className="quiet">If you like.</span></legend>
      <div className="back-stage">
        <svg viewBox={`0 0 ${figure.width} ${figure.height}`} aria-hidden className="ff-picture">
          {figure.places.map((place) => <path key={place.name} d={place.outline} className={`back-place ${painClass(rating.get(placeKey(place)))}`} />)}
          <path d={figure.landmarks.join("")} className="back-line faint" />
          <path d={figure.body.join("")} className="back-line" />
          <text x="40" y="145">left</text><text x="280" y="145">right</text><text x="284" y="398">elsewhere</text>
        </svg>
        {figure.places.map((place) => {
          const marked = rating.get(placeKey(place));
          const { left, top, width, height } = place.box;
          return (
            <label key={place.name} className="back-touch" style={{ left: percent(left, figure.width), top: percent(top, figure.height), width: percent(width, figure.width), height: percent(height, figure.height) }} title={place.name}>
              <input type="checkbox" id={`${id} ${placeKey(place)}`} checked={marked !== undefined} onChange={() => onToggle(place)} />
              <span className="unseen">{place.name}</span>
              <span aria-hidden className={marked === undefined ? "" : `${painClass(marked)}-ink`}>{marked ?? ""}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
