import type { Command } from "commander";
import { completeBody, surfaces, usualTrunkLeanDegrees, type Posture, type Runner, type Surface } from "../../src/index.ts";
import { chosen } from "./condition.ts";
import { remark } from "./output.ts";
import { doubtOf, parseQuantity, unitsOf, type QuantityName } from "./quantity-option.ts";

/** What commander hands an action: option name → text, flag or nothing. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** Options that describe the runner, shared by every command that models one. */
export function addRunnerOptions(command: Command): Command {
  const usual = completeBody({ mass: null, height: null, sex: null, birthYear: null });
  return command
    .option("--mass <quantity>", `body mass in ${unitsOf("mass")} (assumed ${usual.mass} kg, other for a told height or sex)`)
    .option("--height <quantity>", `standing height in ${unitsOf("height")} (assumed ${usual.height} m, other for a told mass or sex)`)
    .option("--sex <sex>", "female or male (not told: between the two)")
    .option("--lean <angle>", `trunk to vertical while running, forward positive, in ${unitsOf("trunkLeanDegrees")} (assumed ${usualTrunkLeanDegrees.value}°, with a wide band)`)
    .option("--lordosis <angle>", `standing lumbar lordosis, L1 to S1, in ${unitsOf("lordosisDegrees")} (acts on the shock through the spine and on shear; assumed 50°)`)
    .option("--surface <name>", `${surfaces.join(", ")} (unknown)`);
}

/** The runner as told by the options. */
export function runnerOf(options: OptionValues): Runner {
  return { mass: quantityOf(options, "mass", "mass"), height: quantityOf(options, "height", "height"), sex: choiceOf(options, "sex", ["female", "male"]), birthYear: null };
}

/** The posture as told by the options. */
export function postureOf(options: OptionValues): Posture {
  return { trunkLeanDegrees: quantityOf(options, "lean", "trunkLeanDegrees"), lordosisDegrees: quantityOf(options, "lordosis", "lordosisDegrees") };
}

/** The surface as told by the options. */
export function surfaceOf(options: OptionValues): Surface | null {
  return choiceOf(options, "surface", surfaces);
}

/** An option's quantity in the unit of its kind; null where it was not given. */
export function quantityOf(options: OptionValues, key: string, kind: QuantityName): number | null {
  const text = textOf(options, key);
  if (text === null) return null;
  const value = parseQuantity(kind, text);
  const doubt = doubtOf(kind, text);
  if (doubt !== null) remark(doubt);
  return value;
}

/** An option's choice; null where it was not given. */
export function choiceOf<Choice extends string>(options: OptionValues, key: string, choices: readonly Choice[]): Choice | null {
  const text = textOf(options, key);
  return text === null ? null : chosen(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), choices, text);
}

/** An option's text; null where it was not given. */
export function textOf(options: OptionValues, key: string): string | null {
  const text = options[key];
  return typeof text === "string" ? text : null;
}

/** Adds the folder that the runner's data lives in. */
export function addHomeOption(command: Command): Command {
  return command.option("--home <folder>", "folder of your data (FOOTFALL_HOME, else the platform's data folder)");
}
