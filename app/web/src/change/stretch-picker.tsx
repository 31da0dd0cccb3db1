import { useId, useMemo, useRef } from "react";
import { sampleNear, track } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import { useUnits } from "../parts/use-units.ts";
import { distanceWords } from "../words/units.ts";

/** A stretch of the run [m]. */
export interface Picked {
  readonly from: number;
  readonly to: number;
}

export const wholeRun = (length: number): Picked => ({ from: 0, to: length });

/** Picks a stretch: by drawing along the route, or by two sliders. */
export function StretchPicker({ series, length, picked, onPick }: { readonly series: RunSeries | undefined; readonly length: number; readonly picked: Picked; readonly onPick: (picked: Picked) => void }) {
  const units = useUnits();
  const ids = { from: useId(), to: useId() };
  const step = length > 3000 ? 10 : 1;
  const slider = (label: string, id: string, value: number, onChange: (value: number) => void) => (
    <div>
      <label htmlFor={id}>{label}: {distanceWords(value, units, 2)}</label>
      <input id={id} type="range" min={0} max={Math.ceil(length)} step={step} value={value} aria-valuetext={distanceWords(value, units, 2)} onChange={(event) => onChange(Number(event.target.value))} />
    </div>
  );
  return (
    <>
      {series?.latitudeDegrees && series.distance && <RoutePicker series={series} picked={picked} onPick={onPick} />}
      {slider("From", ids.from, picked.from, (from) => onPick({ from, to: Math.max(picked.to, Math.min(length, from + step)) }))}
      {slider("To", ids.to, Math.min(picked.to, length), (to) => onPick({ from: Math.min(picked.from, Math.max(0, to - step)), to: to >= Math.floor(length) ? length : to }))}
      <div className="actions"><button type="button" className="plain" onClick={() => onPick(wholeRun(length))}>The whole run</button></div>
    </>
  );
}

/** The route: press where the stretch begins, draw to where it ends. */
function RoutePicker({ series, picked, onPick }: { readonly series: RunSeries; readonly picked: Picked; readonly onPick: (picked: Picked) => void }) {
  const { distance: distanceUnit } = useUnits();
  // Where the finger went down and where it is, as positions of the recording: the next is looked for beside the last, so that a lap is not mistaken for another.
  const drawn = useRef<{ readonly start: number; readonly last: number } | null>(null);
  const along = useMemo(() => series.distance ?? [], [series]);
  const input = useMemo(() => ({
    latitudeDegrees: series.latitudeDegrees ?? [], longitudeDegrees: series.longitudeDegrees ?? [], load: series.compressionBodyWeights["L5-S1"].value, loadName: "L5–S1", distanceUnit,
  }), [series, distanceUnit]);
  const picture = useMemo(() => track({ ...input, isSelected: (sample) => (along[sample] ?? -1) >= picked.from && (along[sample] ?? -1) <= picked.to }), [input, along, picked]);
  const sampleAt = (event: React.PointerEvent<HTMLDivElement>): number | null => {
    const svg = event.currentTarget.querySelector("svg");
    const matrix = svg?.getScreenCTM()?.inverse();
    if (!svg || !matrix) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return sampleNear(input, { x, y }, drawn.current?.last ?? along.findIndex((distance) => distance !== null && distance >= picked.from));
  };
  return (
    <div
      className="ground-track" data-testid="route-picker"
      onPointerDown={(event) => {
        const start = sampleAt(event);
        drawn.current = start === null ? null : { start, last: start };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const last = drawn.current && sampleAt(event);
        if (!drawn.current || last === null) return;
        drawn.current = { ...drawn.current, last };
        const [start, here] = [along[drawn.current.start] ?? 0, along[last] ?? 0];
        if (here !== start) onPick({ from: Math.min(start, here), to: Math.max(start, here) });
      }}
      onPointerUp={() => void (drawn.current = null)}
    >
      <Drawing svg={picture.svg} />
      <p className="quiet">Press on the route where the stretch begins and draw along it to where it ends, or use the sliders.</p>
    </div>
  );
}
