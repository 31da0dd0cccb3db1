import { useState, type ReactNode } from "react";
import { useUnits } from "../parts/use-units.ts";
import { runKindWords } from "../words/shoe-words.ts";
import { distanceWords, type Units } from "../words/units.ts";
import { anyRun, RunCondition, type Condition } from "./run-condition.tsx";

/** Rules in order, the first that speaks of a run holding; each can be moved up or removed, a new one added. Every change is saved at once. */
export function RuleList<Choice>({ rules, choiceWords, renderChoice, initial, onSave, trouble }: {
  readonly rules: readonly (Condition & Choice)[];
  readonly choiceWords: (rule: Choice) => string;
  /** Draws the choice of a new rule. */
  readonly renderChoice: (value: Choice, onChange: (value: Choice) => void) => ReactNode;
  readonly initial: Choice;
  readonly onSave: (rules: readonly (Condition & Choice)[]) => void;
  readonly trouble: string | null;
}) {
  const units = useUnits();
  const [condition, setCondition] = useState<Condition>(anyRun);
  const [choice, setChoice] = useState(initial);
  return (
    <>
      {rules.length === 0 && <p className="quiet">No rule yet.</p>}
      <ol className="rules">
        {rules.map((rule, index) => {
          const words = `${conditionWords(rule, units)}: ${choiceWords(rule)}`;
          return (
            <li key={`${index}-${words}`}>
              <span>{words}</span>
              <span className="actions">
                {index > 0 && <button type="button" className="plain" aria-label={`Move up: ${words}`} onClick={() => onSave(rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule))}>Move up</button>}
                <button type="button" className="plain" aria-label={`Remove rule: ${words}`} onClick={() => onSave(rules.toSpliced(index, 1))}>Remove rule</button>
              </span>
            </li>
          );
        })}
      </ol>
      <form className="rule-form" noValidate onSubmit={(event) => {
        event.preventDefault();
        const wrong = event.currentTarget.querySelector<HTMLInputElement>("[aria-invalid='true']");
        if (wrong) return wrong.focus();
        onSave([...rules, { ...condition, ...choice }]);
        setCondition(anyRun);
      }}>
        <div className="pair" key={rules.length}><RunCondition value={condition} onChange={setCondition} />{renderChoice(choice, setChoice)}</div>
        {trouble && <p role="alert">{trouble}</p>}
        <div className="actions"><button type="submit">Add this rule</button></div>
      </form>
    </>
  );
}

/** "Trail runs over 10 km called “long”" */
function conditionWords({ kind, titleHas, longerThan }: Condition, units: Units): string {
  const what = kind === null ? "Any run" : kind === "road" ? "Runs on the road and the rest" : `${runKindWords[kind].charAt(0).toUpperCase()}${runKindWords[kind].slice(1)} runs`;
  return `${what}${titleHas === null ? "" : ` called “${titleHas}”`}${longerThan === null ? "" : ` over ${distanceWords(longerThan, units)}`}`;
}
