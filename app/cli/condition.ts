import { footStrikes, surfaces, type FootfallCondition } from "../../src/index.ts";
import { wrongUse } from "./failure.ts";
import { isQuantityName, parseQuantity, type QuantityName } from "./quantity-option.ts";

/** A condition being put together. */
export type ConditionDraft = { -readonly [Name in keyof FootfallCondition]: FootfallCondition[Name] };

const quantityNames: readonly QuantityName[] = [
  "speed", "stepRate", "groundContactTime", "flightTime", "mass", "height", "slope", "acceleration", "trunkLeanDegrees", "lordosisDegrees",
  "shoeStiffnessNewtonsPerMillimetre", "shoeDistanceKilometres",
];

/** Columns a table of conditions is read from. */
export const conditionColumns = [...quantityNames, "sex", "surface", "footStrike"] as const;

/** Sets the field a column stands for from its cell; an empty cell, NA and NaN tell nothing. Throws where the cell cannot be meant. */
export function tellCell(draft: ConditionDraft, column: string, cell: string): void {
  const text = cell.trim();
  if (text === "" || /^(na|nan|null)$/i.test(text)) return;
  if (isQuantityName(column)) draft[column] = parseQuantity(column, text);
  else if (column === "sex") draft.sex = chosen("sex", ["female", "male"], text);
  else if (column === "surface") draft.surface = chosen("surface", surfaces, text);
  else if (column === "footStrike") draft.footStrike = chosen("foot strike", footStrikes, text);
}

/** Options as the command line spells them, where they are not a column's name in small letters with hyphens. */
const optionNames: Readonly<Record<string, (typeof conditionColumns)[number]>> = {
  "contact-time": "groundContactTime", lean: "trunkLeanDegrees", lordosis: "lordosisDegrees", "shoe-stiffness": "shoeStiffnessNewtonsPerMillimetre", "shoe-distance": "shoeDistanceKilometres",
};

/** A condition with some of it changed, as in `step-rate=175spm, surface=grass`; throws where a change cannot be meant. */
export function changed(condition: FootfallCondition, changes: string): FootfallCondition {
  const draft: ConditionDraft = { ...condition };
  for (const change of changes.split(",")) {
    const [name = "", value = ""] = change.split("=").map((part) => part.trim());
    const column = optionNames[name.replace(/^--/, "")] ?? conditionColumns.find((candidate) => candidate === name || hyphenated(candidate) === name.replace(/^--/, ""));
    if (column === undefined || value === "") throw wrongUse(`--compare "${change.trim()}": give option=value, of ${conditionColumns.map(hyphenated).join(", ")}`);
    tellCell(draft, column, value);
  }
  return draft;
}

function hyphenated(name: string): string {
  const option = Object.entries(optionNames).find(([, column]) => column === name);
  return option ? option[0] : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The choice a word names; throws where it names none. */
export function chosen<const Choice extends string>(label: string, choices: readonly Choice[], text: string): Choice {
  const choice = choices.find((candidate) => candidate === text.toLowerCase());
  if (choice === undefined) throw wrongUse(`${label} "${text}": give one of ${choices.join(", ")}`);
  return choice;
}
