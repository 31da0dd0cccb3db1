import type { Command } from "commander";
import { foams, runKinds, shoeKinds, type Shoe } from "../../src/index.ts";
import {
  addShoe, assignShoe, cabinetColumns, cabinetCsv, cabinetJson, cabinetRunnerId, changeShoe, compareOnRuns, forgetShoes, importCabinet, ownRunnerId, readShoe, removeShoe, runsMeant, shoeChange, wholeCabinet, writeRules, type Edit,
} from "../storage/index.ts";
import { refused, wrongUse } from "./failure.ts";
import { exportPart, importPart, saidWords } from "./file-parts.ts";
import { print, printJson } from "./output.ts";
import { part } from "./part.ts";
import { parseQuantity, unitsOf } from "./quantity-option.ts";
import { conditionOf, addConditionOptions, daysOption } from "./run-condition-options.ts";
import { choiceOf, textOf, type OptionValues } from "./runner-options.ts";
import { cabinetText, comparisonText, editLine, shoeRulesText } from "./shoes-text.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

const now = (): number => Date.now() / 1000;

/** Adds the parts of `footfall shoes`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nExample:\n  footfall shoes add \"Road pair\" --kind daily-trainer --bought 2026-03-01\n  footfall shoes assign 3 --kind trail");
  part(command, "list", "the cabinet: how far, how worn", "shoes list", { isDefault: true }).action(async (options: OptionValues) => withStore(options, async (store) => {
    const cabinet = wholeCabinet(store, cabinetRunnerId(store), now());
    await (options["json"] ? printJson(cabinet) : print(cabinetText(cabinet)));
  }));
  shoeOptions(part(command, "add", "put a pair into the cabinet", "shoes add \"Road pair\" --kind daily-trainer --stack 30mm --distance 120km").argument("<NAME>", "what you call it"))
    .action(async (name: string, options: OptionValues) => withStore(options, async (store) => answer(options, addShoe(store, { ...toldOf(options), name: namedOf(name) }, now()))));
  shoeOptions(part(command, "edit", "change what is told of a pair; \"none\" forgets", "shoes edit 3 --foam peba --stiffness 72N/mm").argument("<ID>", "number of the pair").option("--name <name>", "what you call it"))
    .action(async (id: string, options: OptionValues) => withStore(options, async (store) => {
      const told = toldOf(options);
      const name = textOf(options, "name");
      return answer(options, changeShoe(store, idOf(id, "shoe"), { ...told, ...(name === null ? {} : { name }) }, now()) ?? missing(id));
    }));
  part(command, "retire", "a pair that is run in no more; rules pass it over from then on", "shoes retire 3").argument("<ID>", "number of the pair").option("--on <day>", "last day, year-month-day (today)")
    .option("--back", "put it back into use")
    .action(async (id: string, options: OptionValues) => withStore(options, async (store) => {
      const retiredOn = options["back"] ? null : textOf(options, "on") ?? new Date().toISOString().slice(0, 10);
      return answer(options, changeShoe(store, idOf(id, "shoe"), checked({ retiredOn }), now()) ?? missing(id));
    }));
  part(command, "remove", "take a pair out of the cabinet, with what was said of the runs in it", "shoes remove 3").argument("<ID>", "number of the pair")
    .action(async (id: string, options: OptionValues) => withStore(options, async (store) => answer(options, removeShoe(store, idOf(id, "shoe"), now()) ?? missing(id))));
  daysOption(part(command, "assign", "in which pair runs were, whole or for a stretch", "shoes assign 3 --runs 12,13\n  footfall shoes assign 3 --runs 12 --from 5km"))
    .argument("<PAIR>", "number of the pair, none (it was none of these), or rules (let export and rules choose)")
    .option("--runs <numbers>", "these runs, for example 12,13").option("--without-shoe", "only runs that are in no pair yet").option("--kind <kind>", runKinds.join(", "))
    .option("--from <distance>", "only from here along the run").option("--to <distance>", "only up to here")
    .action(async (pair: string, options: OptionValues) => withStore(options, async (store) => {
      const runIds = textOf(options, "runs")?.split(",").map((text) => idOf(text.trim(), "run"));
      if (!runIds && !options["withoutShoe"] && !options["kind"] && !options["since"] && !options["until"]) throw wrongUse("shoes assign: say which runs, by --runs, --without-shoe, --kind, --since or --until");
      const kind = choiceOf(options, "kind", runKinds);
      const [since, until] = [textOf(options, "since"), textOf(options, "until")];
      const shoe = pair === "none" || pair === "rules" ? null : readShoe(store, idOf(pair, "shoe")) ?? missing(pair);
      const ids = runsMeant(store, shoe?.runnerId ?? cabinetRunnerId(store), {
        ...(runIds ? { runIds } : {}), withoutShoe: options["withoutShoe"] === true, ...(kind ? { kind } : {}), ...(since ? { since } : {}), ...(until ? { until } : {}),
      });
      const edit = pair === "rules" ? forgetShoes(store, ids, now()) : assignShoe(store, { runIds: ids, shoeId: shoe?.id ?? null, ...alongOf(options) }, now());
      if (options["json"]) await printJson({ runs: edit ? ids.length : 0, edit });
      else await print(edit ? editLine(edit) : "No run fits; nothing was changed.\n");
    }));
  addConditionOptions(part(command, "rules", "which pair goes with which run; the first rule that speaks of a run holds", "shoes rules --add 3,4 --kind trail"))
    .option("--add <pairs>", "add a rule at the end: the first of these pairs that was in use on the day, for example 3,4").option("--drop <place>", "drop the rule at this place")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const runnerId = cabinetRunnerId(store);
      const { rules, shoes } = wholeCabinet(store, runnerId, now());
      const pairs = textOf(options, "add")?.split(",").map((text) => idOf(text.trim(), "shoe"));
      const unknown = pairs?.find((id) => !shoes.some((shoe) => shoe.id === id));
      if (unknown !== undefined) missing(String(unknown));
      const next = changedRules(rules, options, pairs ? { ...conditionOf(options), shoeIds: pairs } : null);
      if (next) return answer(options, { edit: writeRules(store, runnerId, { shoe: next }, now()) });
      await (options["json"] ? printJson({ rules }) : print(shoeRulesText(rules, shoes)));
    }));
  part(command, "compare", "what your latest runs would have been in another pair", "shoes compare 3 3:new").argument("<ONE>", "number of a pair as it is, or 3:new").argument("<OTHER>", "likewise")
    .option("--days <count>", "how many days up to the latest run", "28")
    .action(async (one: string, other: string, options: OptionValues) => withStore(options, async (store) => {
      const [first, second] = [pairOf(one), pairOf(other)];
      const days = Number(textOf(options, "days"));
      if (!Number.isInteger(days) || days < 1) throw wrongUse(`shoes compare: --days ${textOf(options, "days")}: give a whole number from 1`);
      const compared = compareOnRuns(store, { one: first.id, isOneNew: first.isNew, other: second.id, isOtherNew: second.isNew, days });
      if (!compared) return missing(readShoe(store, first.id) ? other : one);
      await (options["json"] ? printJson(compared) : print(comparisonText(compared)));
    }));
  exportPart(command, {
    summary: "the cabinet as a file: its pairs, and which goes with which run", example: "shoes export --to shoes.csv",
    csv: (store) => cabinetCsv(store, cabinetRunnerId(store)), json: (store) => cabinetJson(store, cabinetRunnerId(store)),
  });
  importPart(command, {
    summary: "take in a cabinet's file, or an export's list of activities with the columns Filename and Activity Gear", example: "shoes import activities.csv", file: "as shoes export writes it, or activities.csv",
    help: `Columns of a table: ${cabinetColumns.join(", ")}.\nA row with rule is part of that rule, one with startedAt a stretch of the run that began then, any other a pair.`,
    take: (store, text) => importCabinet(store, ownRunnerId, text, now()),
    told: ({ added, changed, runs, unknownFiles, ...said }) => [`${added.length} pairs added, ${changed.length} changed, ${runs} runs got their pair, ${unknownFiles} files are not here`, saidWords(said)].filter((words) => words !== "").join(", ") + ".",
  });
}

/** Says what was changed and how it is taken back. */
export async function answer(options: OptionValues, done: { readonly id?: number; readonly edit: Edit }): Promise<void> {
  if (options["json"]) await printJson(done);
  else await print(editLine(done.edit));
}

/** A place along the run, where one was named [m]. */
export function alongOf(options: OptionValues): { readonly from?: number; readonly to?: number } {
  const at = (key: string): number | null => {
    const text = textOf(options, key);
    return text === null ? null : 1000 * parseQuantity("shoeDistanceKilometres", text);
  };
  const [from, to] = [at("from"), at("to")];
  if (from !== null && to !== null && to <= from) throw wrongUse("--to: the stretch ends before it begins");
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** Rules after an addition or a drop; null where neither was asked. */
export function changedRules<Rule>(rules: readonly Rule[], options: OptionValues, added: Rule | null): readonly Rule[] | null {
  const drop = textOf(options, "drop");
  if (drop === null) return added ? [...rules, added] : null;
  const place = idOf(drop, "rule");
  if (place > rules.length) throw refused(`there is no rule ${place}; there are ${rules.length}`);
  const left = rules.toSpliced(place - 1, 1);
  return added ? [...left, added] : left;
}

function shoeOptions(command: Command): Command {
  return command
    .option("--brand <name>", "maker").option("--model <name>", "model").option("--kind <kind>", shoeKinds.join(", ")).option("--foam <foam>", foams.join(", "))
    .option("--stack <height>", `sole under the heel in ${unitsOf("stackHeightMillimetres")}`).option("--drop <height>", `heel over toes in ${unitsOf("heelToToeDropMillimetres")}`)
    .option("--stiffness <stiffness>", `heel stiffness in ${unitsOf("shoeStiffnessNewtonsPerMillimetre")}`).option("--bought <day>", "year-month-day")
    .option("--distance <distance>", `run in it before, in ${unitsOf("shoeDistanceKilometres")}`);
}

function toldOf(options: OptionValues): Partial<Shoe> {
  const told = <Value>(key: string, read: (text: string) => Value): Value | null | undefined => {
    const text = textOf(options, key);
    return text === null ? undefined : text === "none" ? null : read(text);
  };
  const text = (value: string): string => value;
  const shoe = {
    brand: told("brand", text), model: told("model", text), kind: told("kind", () => choiceOf(options, "kind", shoeKinds)), foam: told("foam", () => choiceOf(options, "foam", foams)),
    stackHeight: told("stack", (value) => parseQuantity("stackHeightMillimetres", value) / 1000), heelToToeDrop: told("drop", (value) => parseQuantity("heelToToeDropMillimetres", value) / 1000),
    stiffnessNewtonsPerMillimetre: told("stiffness", (value) => parseQuantity("shoeStiffnessNewtonsPerMillimetre", value)), boughtOn: told("bought", text),
    distanceBefore: told("distance", (value) => 1000 * parseQuantity("shoeDistanceKilometres", value)) ?? undefined,
  };
  return checked(shoe);
}

/** What was told, checked as every door checks it. */
function checked(told: { readonly [Field in keyof Shoe]?: Shoe[Field] | undefined }): Partial<Shoe> {
  const found = shoeChange.safeParse(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)));
  if (found.success) return found.data;
  throw wrongUse(`shoes: ${found.error.issues[0]?.message ?? "this cannot be meant"}`);
}

function pairOf(text: string): { readonly id: number; readonly isNew: boolean } {
  const [id = "", state] = text.split(":");
  if (state !== undefined && state !== "new") throw wrongUse(`shoe "${text}": give its number, or its number and :new`);
  return { id: idOf(id, "shoe"), isNew: state === "new" };
}

function missing(id: string): never {
  throw refused(`no shoe ${id}; footfall shoes lists them`);
}

function namedOf(name: string): string {
  if (name.trim() === "") throw wrongUse("shoes add: give the pair a name, for example \"Road pair\"");
  return name;
}
