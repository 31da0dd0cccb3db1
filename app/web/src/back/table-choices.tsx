import { useId } from "react";
import { dateOrders, painPlaceName, painRegions, painSides, ratingScales, tableFields, type PainRegion, type PainSide } from "../../../../src/index.ts";
import type { TablePreview, TableRequest } from "../../../server/diary-api.ts";
import { Choice } from "../parts/choice.tsx";

export type TableOptions = NonNullable<TableRequest["options"]>;

type Field = (typeof tableFields)[number];
type Place = { readonly region: PainRegion; readonly side: PainSide };

const fieldNames: Record<Field, string> = {
  entry: "Name of the entry", time: "Day and time", date: "Day", clock: "Time of day", utcOffsetMinutes: "Minutes from UTC", occasion: "During or after a run", region: "Where", side: "Which side", painRating: "How strong", note: "Note",
};
const orderNames: Record<TablePreview["dateOrder"], string> = { "day-month-year": "Day, month, year", "month-day-year": "Month, day, year", "year-month-day": "Year, month, day" };
const scaleNames: Record<TablePreview["scale"], string> = { "to-10": "0 to 10", "to-100": "0 to 100", words: "In words" };
const places = painRegions.flatMap((region) => painSides.map((side): Place => ({ region, side })));
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Which column holds what: each with its heading and what stands in it. */
export function ColumnChoice({ columns, onMap }: { readonly columns: TablePreview["columns"]; readonly onMap: (mapping: NonNullable<TableOptions["mapping"]>) => void }) {
  const fieldOf = columns.map(({ field }) => field);
  const give = (column: number, field: Field | null): void => {
    // A field is held by one column: where it was before it is not any more.
    const next = fieldOf.map((known, index) => (index === column ? field : known === field ? null : known));
    onMap(Object.fromEntries(tableFields.map((each) => [each, next.includes(each) ? next.indexOf(each) : null])));
  };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Columns of the file">
      <table className="column-choice">
        <thead><tr><th scope="col">Column</th><th scope="col">For example</th><th scope="col">Holds</th></tr></thead>
        <tbody>
          {columns.map(({ heading, field, samples }, index) => (
            <tr key={index}>
              <th scope="row">{heading}</th>
              <td className="quiet">{[...new Set(samples)].filter((sample) => sample !== "").slice(0, 2).join(" · ")}</td>
              <td>
                <select aria-label={`What “${heading}” holds`} value={field ?? ""} onChange={(event) => give(index, tableFields.find((each) => each === event.target.value) ?? null)}>
                  <option value="">not needed</option>
                  {tableFields.map((each) => <option key={each} value={each}>{fieldNames[each]}</option>)}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How dates and ratings are written, and what stands for a time or a place that is not told. */
export function ReadingChoice({ preview, options, onChange }: { readonly preview: TablePreview; readonly options: TableOptions; readonly onChange: (options: TableOptions) => void }) {
  const id = useId();
  const has = (field: Field): boolean => preview.columns.some((column) => column.field === field);
  return (
    <>
      <Choice label={preview.isDateOrderSure ? "Dates are written" : "Dates are written (please say which)"} value={preview.isDateOrderSure ? preview.dateOrder : null} options={dateOrders.map((value) => ({ value, name: orderNames[value] }))} onChoose={(dateOrder) => onChange({ ...options, dateOrder })} />
      <Choice label="Pain is written" value={preview.scale} options={ratingScales.map((value) => ({ value, name: scaleNames[value] }))} onChoose={(scale) => onChange({ ...options, scale })} />
      {!has("time") && !has("clock") && (
        <label className="field">Time of day where none is told<input type="time" value={options.clockWhereNone ?? "20:00"} onChange={(event) => { if (event.target.value !== "") onChange({ ...options, clockWhereNone: event.target.value }); }} /></label>
      )}
      {!has("region") && <div className="field"><label htmlFor={id}>Place where none is told</label><PlaceSelect id={id} place={options.placeWhereNone ?? { region: "lower-lumbar", side: "middle" }} onChoose={(place) => { if (place) onChange({ ...options, placeWhereNone: place }); }} /></div>}
    </>
  );
}

/** What the file's own words for places mean. */
export function PlaceChoice({ preview, options, onChange }: { readonly preview: TablePreview; readonly options: TableOptions; readonly onChange: (options: TableOptions) => void }) {
  if (preview.places.length === 0) return null;
  return (
    <fieldset className="place-choice">
      <legend>Places in the file</legend>
      {preview.places.map(({ text, rows, place }) => (
        <label key={text}>
          <span>{text} <span className="quiet">({rows})</span></span>
          <PlaceSelect place={place} isOptional onChoose={(next) => onChange({ ...options, places: { ...options.places, [text]: next } })} />
        </label>
      ))}
    </fieldset>
  );
}

function PlaceSelect({ id, place, isOptional = false, onChoose }: { readonly id?: string; readonly place: Place | null; readonly isOptional?: boolean; readonly onChoose: (place: Place | null) => void }) {
  const key = (of: Place): string => `${of.region} ${of.side}`;
  return (
    <select id={id} value={place === null ? "" : key(place)} onChange={(event) => onChoose(places.find((each) => key(each) === event.target.value) ?? null)}>
      {isOptional && <option value="">leave out</option>}
      {places.map((each) => <option key={key(each)} value={key(each)}>{capital(painPlaceName(each.region, each.side))}</option>)}
    </select>
  );
}
