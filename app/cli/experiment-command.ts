import { randomInt } from "node:crypto";
import type { Command } from "commander";
import { experimentDifferences, experimentKindIds, ExperimentRefusal } from "../../src/index.ts";
import { ExperimentUnderWay, listExperiments, planExperimentFor, readExperiment, stopExperiment, type Store } from "../storage/index.ts";
import { experimentListText, experimentText, resultText } from "./experiment-text.ts";
import { refused, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { choiceOf, textOf, type OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { answer } from "./shoes-command.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

const now = (): number => Date.now() / 1000;

/** Adds the parts of `footfall experiment`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nOne change on your own runs: some blocks of runs with it, some without. A coin decides which, so that a good week cannot pass for a good change; docs/models/link-analysis.md says how it is judged.\n\nExample:\n  footfall experiment plan step-rate --difference 1");
  part(command, "list", "what is under way, what was found, what could be tried", "experiment list", { isDefault: true }).action(async (options: OptionValues) => withStore(options, async (store) => {
    const told = listExperiments(store, now());
    await (options["json"] ? printJson(told) : print(experimentListText(told)));
  }));
  part(command, "plan", "plan one and toss the coin", "experiment plan shoe --shoe 3 --other-shoe 4").argument("<KIND>", experimentKindIds.join(", "))
    .option("--difference <points>", `smallest difference of pain worth knowing: ${experimentDifferences.join(", ")} points of 10 (1)`)
    .option("--shoe <id>", "pair of the runs with the change").option("--other-shoe <id>", "pair of the runs without")
    .option("--seed <number>", "of the coin: the same number tosses the same way again; by chance where none is given")
    .action(async (kind: string, options: OptionValues) => withStore(options, async (store) => answer(options, plan(store, kind, options))));
  part(command, "show", "one experiment: the next run, the runs so far, the protocol", "experiment show 2").argument("<ID>", "number of the experiment")
    .action(async (id: string, options: OptionValues) => withStore(options, async (store) => {
      const found = read(store, id);
      await (options["json"] ? printJson(found) : print(experimentText(found)));
    }));
  part(command, "result", "what an experiment found", "experiment result 2").argument("<ID>", "number of the experiment")
    .action(async (id: string, options: OptionValues) => withStore(options, async (store) => {
      const found = read(store, id);
      await (options["json"] ? printJson(found) : print(resultText(found)));
    }));
  part(command, "stop", "end one before its length", "experiment stop 2").argument("<ID>", "number of the experiment")
    .action(async (id: string, options: OptionValues) => withStore(options, async (store) => {
      read(store, id);
      const edit = stopExperiment(store, idOf(id, "experiment"), now());
      if (!edit) throw refused(`experiment ${id} is over already`);
      await answer(options, { edit });
    }));
}

function plan(store: Store, kind: string, options: OptionValues) {
  const asked = experimentKindIds.find((id) => id === kind);
  if (asked === undefined) throw wrongUse(`experiment plan: no experiment "${kind}"; give one of ${experimentKindIds.join(", ")}`);
  const difference = Number(choiceOf(options, "difference", experimentDifferences.map(String)) ?? "1");
  const [shoe, other] = [textOf(options, "shoe"), textOf(options, "otherShoe")];
  if ((shoe === null) !== (other === null)) throw wrongUse("experiment plan: name both pairs, --shoe and --other-shoe");
  const seed = textOf(options, "seed");
  if (seed !== null && !/^\d{1,9}$/.test(seed)) throw wrongUse(`experiment plan: seed "${seed}": give a whole number`);
  try {
    return planExperimentFor(store, { kind: asked, difference, seed: seed === null ? randomInt(2 ** 31) : Number(seed), shoes: shoe === null || other === null ? null : { with: String(idOf(shoe, "shoe")), without: String(idOf(other, "shoe")) } }, now());
  } catch (error) {
    throw error instanceof ExperimentRefusal || error instanceof ExperimentUnderWay ? refused(`experiment plan: ${error.message}`) : error;
  }
}

function read(store: Store, id: string) {
  const found = readExperiment(store, idOf(id, "experiment"), now());
  if (!found) throw refused(`no experiment ${id} in ${store.home}; footfall experiment lists them`);
  return found;
}
