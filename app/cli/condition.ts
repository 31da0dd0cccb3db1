import { footStrikes, surfaces, type FootfallCondition } from "../../src/index.ts";
import { wrongUse } from "./failure.ts";
import { parseQuantity, type QuantityName } from "./quantity-option.ts";

/** A condition being put together. */
export type ConditionDraft = { -readonly [Name in keyof FootfallCondition]: FootfallCondition[Name] };

const quantityNames = [
  "speed", "stepRate", "groundContactTime", "flightTime", "mass", "height", "slope", "acceleration", "trunkLeanDegrees", "lordosisDegrees",
  "shoeStiffnessNewtonsPerMillimetre", "shoeDistanceKilometres",
] as const satisfies readonly QuantityName[];

const isQuantity = (name: string): name is (typeof quantityNames)[number] => quantityNames.some((known) => known === name);

/** Columns a table of conditions is read from. */
export const conditionColumns = [...quantityNames, "sex", "surface", "footStrike"] as const;

/** Sets the field a column stands for from its cell; an empty cell, NA and NaN tell nothing. Throws where the cell cannot be meant. */
export function tellCell(draft: ConditionDraft, column: string, cell: string): void {
  const text = cell.trim();
  if (text === "" || /^(na|nan|null)$/i.test(text)) return;
  if (isQuantity(column)) draft[column] = parseQuantity(column, text);
  else if (column === "sex") draft.sex = chosen("sex", ["female", "male"], text);
  else if (column === "surface") draft.surface = chosen("surface", surfaces, text);
  else if (column === "footStrike") draft.footStrike = chosen("foot strike", footStrikes, text);
}

/** The choice a word names; throws where it names none. */
export function chosen<const Choice extends string>(label: string, choices: readonly Choice[], text: string): Choice {
  const choice = choices.find((candidate) => candidate === text.toLowerCase());
  if (choice === undefined) throw wrongUse(`${label} "${text}": give one of ${choices.join(", ")}`);
  return choice;
}
