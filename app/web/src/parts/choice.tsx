import { useId, useState } from "react";

/** One of a few, all in sight: radio buttons drawn as a row. */
export function Choice<Value extends string>({ label, options, value, onChoose, isLabelHidden = false }: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly isLabelHidden?: boolean;
}) {
  const name = useId();
  // The button answers the finger at once; what it sets may take a turn to come back.
  const [chosen, setChosen] = useState<Value | null>(null);
  if (chosen !== null && chosen === value) setChosen(null);
  const shown = chosen ?? value;
  const choose = (option: Value): void => {
    if (option !== value) setChosen(option);
    onChoose(option);
  };
  return (
    <fieldset className="choice">
      <legend className={isLabelHidden ? "unseen" : ""}>{label}</legend>
      <div className="choice-row">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} value={option.value} checked={shown === option.value} onChange={() => choose(option.value)} />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
