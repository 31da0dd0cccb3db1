import { useId } from "react";
import { sliderRanges, type SliderName } from "./asked.ts";

/** One slider with its value in words; double arrows and Home and End are the browser's own. */
export function Slider({ name, label, value, words, onChange, note }: { readonly name: SliderName; readonly label: string; readonly value: number; readonly words: string; readonly onChange: (value: number) => void; readonly note?: string }) {
  const id = useId();
  const { low, high, step } = sliderRanges[name];
  return (
    <div className="what-if-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{words}</output>
      <input id={id} type="range" min={Math.round(low)} max={Math.round(high)} step={step} value={value} aria-valuetext={words} onChange={(event) => onChange(event.target.valueAsNumber)} />
      {note !== undefined && <p className="quiet">{note}</p>}
    </div>
  );
}
