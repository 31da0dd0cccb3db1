import type { Command } from "commander";
import { footStrikes, modelContacts, type ModelledContact } from "../../src/index.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { readForceColumn } from "./force-record.ts";
import { print, printJson } from "./output.ts";
import { unitsOf } from "./quantity-option.ts";
import { choiceOf, quantityOf, textOf, type OptionValues } from "./runner-options.ts";

/** Adds options and action of `footfall contacts`. */
export function define(command: Command): void {
  command
    .argument("<FORCE.csv>", "vertical ground reaction force in newtons, one sample a line; columns by comma, semicolon, tab or blanks")
    .option("--column <name>", "column of the vertical force, by its name or counted from 1; not needed where there is one column; *_vy adds all whose names end so, as one foot's and the other's")
    .option("--sample-rate <hertz>", "samples per second")
    .option("--mass <quantity>", `body mass in ${unitsOf("mass")}`)
    .option("--speed <quantity>", `with --model: speed in ${unitsOf("speed")} (assumed 3 m/s)`)
    .option("--height <quantity>", `with --model: standing height in ${unitsOf("height")}`)
    .option("--slope <quantity>", `with --model: uphill positive, ${unitsOf("slope")} (level)`)
    .option("--foot-strike <part>", "with --model: rearfoot, midfoot, forefoot, unknown (unknown)")
    .option("--model", "add what the model says of each contact, from its timing and what was told")
    .option("--json", "one JSON array (schemas/contacts.json)")
    .addHelpText("after", "\nExample:\n  footfall contacts treadmill.csv --column Fz --sample-rate 1000 --mass 68kg --model")
    .action(async (file: string, options: OptionValues) => {
      process.exitCode = await contacts(file, options);
    });
}

async function contacts(path: string, options: OptionValues): Promise<number> {
  const sampleRate = sampleRateOf(textOf(options, "sampleRate"));
  const mass = quantityOf(options, "mass", "mass");
  if (mass === null) throw wrongUse("contacts: --mass is needed, for example --mass 68kg: force is given in body weights");
  const told = {
    speed: quantityOf(options, "speed", "speed") ?? undefined, height: quantityOf(options, "height", "height") ?? undefined, slope: quantityOf(options, "slope", "slope") ?? undefined,
    strikes: { [choiceOf(options, "footStrike", footStrikes) ?? "unknown"]: 1 },
  };
  const force = await readForceColumn(path, textOf(options, "column"));
  const found = modelContacts(force, sampleRate, mass, told);
  if (found.length === 0) throw refused(`${path}: no complete contact of a ${mass} kg body in ${(force.length / sampleRate).toFixed(1)} s; is the column the vertical force, in newtons, upward positive?`);
  const withModel = options["model"] === true;
  if (options["json"]) await printJson(found.map((contact) => contactJson(contact, sampleRate, withModel)));
  else await print(contactsText(found, withModel));
  return exitCodes.done;
}

function sampleRateOf(text: string | null): number {
  if (text === null) throw wrongUse("contacts: --sample-rate is needed, for example --sample-rate 1000");
  const rate = Number(text.replace(/\s*hz$/i, ""));
  if (!(rate >= 50 && rate <= 100_000)) throw wrongUse(`contacts: sample rate ${text}: give samples per second, between 50 and 100000`);
  return rate;
}

function contactJson({ initialContact, toeOff, peakBodyWeights, impulse, model }: ModelledContact, sampleRate: number, withModel: boolean): object {
  const contact = { initialContact: rounded(initialContact), toeOff: rounded(toeOff), peakBodyWeights: rounded(peakBodyWeights), impulse: rounded(impulse) };
  if (!withModel) return contact;
  return {
    ...contact,
    model: model && {
      sampleRate,
      verticalForce: Array.from(model.verticalForceBodyWeights, rounded),
      rSquared: rounded(model.rSquared),
      peakErrorBodyWeights: rounded(model.peakErrorBodyWeights),
    },
  };
}

const rounded = (value: number): number => Number(value.toPrecision(7));

function contactsText(found: readonly ModelledContact[], withModel: boolean): string {
  const heading = `${"contact at".padStart(12)}${"lasts".padStart(10)}${"peak".padStart(10)}${"impulse".padStart(10)}${withModel ? `${"R²".padStart(9)}${"model's peak".padStart(16)}` : ""}`;
  const rows = found.map(({ initialContact, toeOff, peakBodyWeights, impulse, model }) => {
    const row = `${`${initialContact.toFixed(3)} s`.padStart(12)}${`${(1000 * (toeOff - initialContact)).toFixed(0)} ms`.padStart(10)}${`${peakBodyWeights.toFixed(2)} BW`.padStart(10)}${`${impulse.toFixed(0)} N s`.padStart(10)}`;
    if (!withModel) return row;
    return model ? `${row}${model.rSquared.toFixed(3).replace("-", "−").padStart(9)}${`${signed(model.peakErrorBodyWeights)} BW`.padStart(16)}` : `${row}  cannot tell: its timing is no footfall's`;
  });
  return `${found.length} complete contacts, measured${withModel ? "; the model knows their timing and what was told, not their force" : ""}\n${[heading, ...rows].join("\n")}\n`;
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
