import { useState } from "react";
import { planGoals, weekdays, type PlanGoal, type Weekday } from "../../../../src/index.ts";
import type { PlanTold, WeekPlanJson } from "../../../server/plan-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "../change/use-edit.ts";
import { NumberField } from "../parts/body-fields.tsx";
import { Choice } from "../parts/choice.tsx";
import { goalNames, weekdayNames } from "../words/plan-words.ts";
import { metresPer, type Units } from "../words/units.ts";

/** Sends part of what the runner wants; what was refused is told. */
export function useWishes(): { readonly tell: (json: object) => Promise<boolean>; readonly trouble: string | null } {
  const edit = useEdit();
  const [trouble, setTrouble] = useState<string | null>(null);
  const tell = async (json: object): Promise<boolean> => {
    setTrouble(null);
    try {
      await edit(() => ask<PlanTold>("/api/plan/wishes", { method: "PUT", json }));
      return true;
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  return { tell, trouble };
}

/** Goal and days, each taken at once. */
export function PlanWishesForm({ plan: { goal, aim, daysOffered, daysFrom, weeksToAim }, units }: { readonly plan: WeekPlanJson; readonly units: Units }) {
  const { tell, trouble } = useWishes();
  const size = metresPer[units.distance];
  const [aimed, setAimed] = useState(aim);
  const chooseDay = (weekday: Weekday, isChosen: boolean): void => {
    const days = weekdays.filter((other) => (other === weekday ? isChosen : daysOffered.includes(other)));
    if (days.length > 0) void tell({ days });
  };
  return (
    <section aria-labelledby="wishes-title" className="plan-wishes">
      <h2 id="wishes-title">What you want of it</h2>
      <Choice<PlanGoal> label="Goal" value={goal} options={planGoals.map((value) => ({ value, name: goalNames[value] }))} onChoose={(next) => void tell({ goal: next })} />
      {goal === "further" && (
        <form className="aim" onSubmit={(event) => { event.preventDefault(); void tell({ aim: aimed }); }}>
          <NumberField
            key={aim} label="Longest run you aim for" unit={units.distance} shown={aim === null ? "" : String(Number((aim / size).toFixed(1)))}
            note={weeksToAim === null ? "Left empty, it grows as far as the limit lets it." : `About ${weeksToAim} ${weeksToAim === 1 ? "week" : "weeks"} away, each long run at most a tenth longer.`}
            refusal={`A distance in ${units.distance}, between 1 and 300.`} read={(value) => (value >= 1 && value <= 300 / (size / 1000) ? value * size : null)} onChange={setAimed}
          />
          <button type="submit">Take this aim</button>
        </form>
      )}
      <fieldset className="choice">
        <legend>Days you can run on</legend>
        <div className="choice-row">
          {weekdays.map((weekday) => (
            <label key={weekday}>
              <input type="checkbox" checked={daysOffered.includes(weekday)} onChange={(event) => chooseDay(weekday, event.target.checked)} />
              <span>{weekdayNames[weekday]}</span>
            </label>
          ))}
        </div>
        <p className="quiet">{daysFrom === "told" ? "You chose these." : daysFrom === "habit" ? "These are the days you usually run on." : "These are assumed; choose yours."} At least one stays chosen.{" "}
          {daysFrom === "told" && <button type="button" className="plain" onClick={() => void tell({ days: null })}>Back to my usual days</button>}
        </p>
      </fieldset>
      {trouble !== null && <p role="alert" className="refusal">{trouble}</p>}
    </section>
  );
}
