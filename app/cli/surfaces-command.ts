import type { Command } from "commander";
import { surfaces } from "../../src/index.ts";
import { cabinetRunnerId, groundColumns, groundCsv, groundJson, importGround, ownRunnerId, readRunUnderfoot, readSurfaces, recomputeStale, saySurface, toTheEnd, writeRules } from "../storage/index.ts";
import { chosen } from "./condition.ts";
import { refused } from "./failure.ts";
import { exportPart, importPart, saidWords } from "./file-parts.ts";
import { print, printJson } from "./output.ts";
import { addConditionOptions, conditionOf } from "./run-condition-options.ts";
import { textOf, type OptionValues } from "./runner-options.ts";
import { alongOf, answer, changedRules } from "./shoes-command.ts";
import { part } from "./part.ts";
import { withStore } from "./store.ts";
import { define as defineMaps } from "./surface-map-command.ts";
import { groundRulesText, groundText, sharesText } from "./surfaces-text.ts";
import { idOf } from "./undo-command.ts";

/** Adds the parts of `footfall surfaces`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nExamples:\n  footfall surfaces set 12 grass --from 2km --to 3.5km\n  footfall surfaces add ~/Downloads/bremen-latest.osm.pbf");
  defineMaps(command);
  part(command, "share", "on what you ran: in all, by week, by pair, and the load there", "surfaces share", { isDefault: true }).action(async (options: OptionValues) => withStore(options, async (store) => {
    // The load by ground comes from the runs' figures, which an edit may have made stale.
    await recomputeStale(store, cabinetRunnerId(store));
    const shares = readSurfaces(store, cabinetRunnerId(store));
    await (options["json"] ? printJson(shares) : print(sharesText(shares)));
  }));
  part(command, "list", "the ground and shoes of one run, stretch by stretch", "surfaces list 12").argument("<RUN>", "number of the run")
    .action(async (run: string, options: OptionValues) => withStore(options, async (store) => {
      const found = readRunUnderfoot(store, idOf(run, "run"));
      if (!found) throw refused(`no run ${run} in ${store.home}; footfall runs lists them`);
      const { runnerId: _, ...shown } = found;
      await (options["json"] ? printJson(shown) : print(groundText(shown)));
    }));
  part(command, "set", "say what a run, or a stretch of it, was on", "surfaces set 12 grass --from 2km --to 3.5km").argument("<RUN>", "number of the run").argument("<SURFACE>", `${surfaces.join(", ")}; forget takes back what you said`)
    .option("--from <distance>", "from here along the run").option("--to <distance>", "up to here")
    .action(async (run: string, surface: string, options: OptionValues) => withStore(options, async (store) => {
      const said = surface === "forget" ? null : chosen("surface", surfaces, surface);
      const { from = 0, to = toTheEnd } = alongOf(options);
      const edit = saySurface(store, { runId: idOf(run, "run"), from, to, surface: said }, Date.now() / 1000);
      if (!edit) throw refused(`no run ${run} in ${store.home}; footfall runs lists them`);
      await answer(options, { edit });
    }));
  addConditionOptions(part(command, "rules", "which ground goes with which run; the first rule that speaks of a run holds", "surfaces rules --add dirt --kind trail"))
    .option("--add <surface>", "add a rule at the end").option("--drop <place>", "drop the rule at this place")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const runnerId = cabinetRunnerId(store);
      const { rules } = readSurfaces(store, runnerId);
      const added = textOf(options, "add");
      const next = changedRules(rules, options, added === null ? null : { ...conditionOf(options), surface: chosen("surface", surfaces, added) });
      if (next) return answer(options, { edit: writeRules(store, runnerId, { surface: next }, Date.now() / 1000) });
      await (options["json"] ? printJson({ rules }) : print(groundRulesText(rules)));
    }));
  exportPart(command, {
    summary: "what you said of the ground, rules and stretches, as a file", example: "surfaces export --to ground.csv",
    csv: (store) => groundCsv(store, cabinetRunnerId(store)), json: (store) => groundJson(store, cabinetRunnerId(store)),
  });
  importPart(command, {
    summary: "take in what surfaces export wrote", example: "surfaces import ground.csv", file: "a table or JSON, as surfaces export writes it",
    help: `Columns of a table: ${groundColumns.join(", ")}.\nA row with rule is a rule, one with startedAt a stretch of the run that began then. Rules in the file take the place of those here. A map (.osm.pbf) goes in by surfaces add.`,
    take: (store, text) => importGround(store, ownRunnerId, text, Date.now() / 1000),
    told: (taken) => `${saidWords(taken) || "all of it was here already"}.`,
  });
}
