import { numberWords, shoeKinds, surfaces, thinSpace, type Surface } from "../../../../src/index.ts";
import type { ShoeRecord } from "../../../server/underfoot-api.ts";
import { SelectField } from "../change/select-field.tsx";
import { kindWords, surfaceWords } from "../words/shoe-words.ts";
import { kilogramsPer, metresPer, type Units } from "../words/units.ts";
import { changeAsked, type Asked } from "./asked.ts";
import { Slider } from "./slider.tsx";

/** Sliders and choices: everything that could be otherwise. */
export function WhatIfForm({ asked, shoes, units, onChange }: { readonly asked: Asked; readonly shoes: readonly ShoeRecord[]; readonly units: Units; readonly onChange: (asked: Asked) => void }) {
  const { speed = 0, steps = 0, slope = 0, lean = 0, mass = 0, shoe, ground } = asked;
  const worn = changeAsked(asked, shoes).shoeDistanceKilometres;
  const signed = (value: number, unit: string, digits = 0): string => `${value > 0 ? "+" : ""}${numberWords(value, digits)}${thinSpace}${unit}`;
  const as = (value: number, words: string): string => (value === 0 ? "as it was" : words);
  const kilometres = metresPer[units.distance] / 1000;
  return (
    <div className="what-if-form">
      <Slider name="speed" label="Speed" value={speed} words={as(speed, signed(speed, "%"))} onChange={(next) => onChange({ ...asked, speed: next })} />
      <Slider name="steps" label="Step rate" value={steps} words={as(steps, signed(steps, "%"))} onChange={(next) => onChange({ ...asked, steps: next })} note="At the same speed: more steps are shorter steps." />
      <Slider name="lean" label="Trunk lean" value={lean} words={as(lean, `${signed(lean, "°")}, ${lean > 0 ? "more lean" : "more upright"}`)} onChange={(next) => onChange({ ...asked, lean: next })} />
      <Slider name="slope" label="Slope" value={slope} words={as(slope, `${signed(slope, "%", 1)}, ${slope > 0 ? "uphill" : "downhill"}`)} onChange={(next) => onChange({ ...asked, slope: next })} note="Added everywhere." />
      <Slider name="mass" label="Body mass" value={mass} words={as(mass, signed(mass / kilogramsPer[units.mass], units.mass, 1))} onChange={(next) => onChange({ ...asked, mass: next })} />
      <SelectField
        label="Shoe" value={String(shoe ?? "")} onChange={(next) => {
          const { shoe: _, worn: __, ...rest } = asked;
          onChange(next === "" ? rest : { ...rest, shoe: /^\d+$/.test(next) ? Number(next) : next });
        }}
      >
        <option value="">As it was</option>
        {shoes.length > 0 && <optgroup label="Your pairs">{shoes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</optgroup>}
        <optgroup label="Kinds of shoe">{shoeKinds.map((kind) => <option key={kind} value={kind}>{kindWords[kind]}</option>)}</optgroup>
        <optgroup label="Two trainers of a trial"><option value="trial-soft">Soft, 61{thinSpace}N/mm</option><option value="trial-hard">Hard, 95{thinSpace}N/mm</option></optgroup>
      </SelectField>
      <Slider
        name="worn" label="Run in the shoe" value={worn ?? 0} words={worn === undefined ? "as it was" : `${numberWords(worn / kilometres)}${thinSpace}${units.distance}`} onChange={(next) => onChange({ ...asked, worn: next })} note="At its left end the shoe is new."
      />
      <SelectField
        label="Ground" value={ground ?? ""} onChange={(next) => {
          const { ground: _, ...rest } = asked;
          const chosen = surfaces.find((each): each is Surface => each === next);
          onChange(chosen ? { ...rest, ground: chosen } : rest);
        }}
      >
        <option value="">As it was</option>
        {surfaces.filter((each) => each !== "unknown").map((each) => <option key={each} value={each}>{capital(surfaceWords[each])}</option>)}
      </SelectField>
    </div>
  );
}

const capital = (words: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}`;
