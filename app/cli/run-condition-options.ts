import type { Command } from "commander";
import { runKinds, type RunKind } from "../../src/index.ts";
import { parseQuantity } from "./quantity-option.ts";
import { choiceOf, textOf, type OptionValues } from "./runner-options.ts";

/** Of which runs a rule speaks. */
export interface Condition {
  readonly kind: RunKind | null;
  readonly titleHas: string | null;
  readonly longerThan: number | null;
}

/** Options that say of which runs a rule speaks. */
export function addConditionOptions(command: Command): Command {
  return command.option("--kind <kind>", `only ${runKinds.join(", ")}`).option("--title <words>", "only runs whose title has this").option("--longer-than <distance>", "only longer runs, in km or with a unit");
}

/** The condition that the options name. */
export function conditionOf(options: OptionValues): Condition {
  const longerThan = textOf(options, "longerThan");
  return { kind: choiceOf(options, "kind", runKinds), titleHas: textOf(options, "title"), longerThan: longerThan === null ? null : 1000 * parseQuantity("shoeDistanceKilometres", longerThan) };
}

/** Options that name a stretch of days. */
export function daysOption(command: Command): Command {
  return command.option("--since <day>", "only runs from this day, year-month-day").option("--until <day>", "only runs up to this day");
}

/** "trail runs over 12.00 km called long" */
export function conditionWords({ kind, titleHas, longerThan }: Condition): string {
  return `${kind === null ? "any run" : `${kind} runs`}${titleHas === null ? "" : ` called “${titleHas}”`}${longerThan === null ? "" : ` over ${(longerThan / 1000).toFixed(1)} km`}`;
}
