import type { Command } from "commander";
import { cabinetRunnerId, listEdits, matchNewRuns, ownRunnerId, takeBack, UndoConflict } from "../storage/index.ts";
import { refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import type { OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

/** Adds the parts of `footfall edits`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nExample:\n  footfall edits undo 4");
  part(command, "list", "what was changed, newest first", "edits list", { isDefault: true }).action(async (options: OptionValues) => withStore(options, async (store) => {
    const edits = listEdits(store, cabinetRunnerId(store));
    if (options["json"]) return printJson({ edits });
    await print(edits.length === 0 ? "Nothing was changed yet.\n" : edits.map(({ id, at, what, isUndone }) => `${String(id).padStart(6)}  ${at.slice(0, 16).replace("T", " ")}  ${what}${isUndone ? " (taken back)" : ""}\n`).join(""));
  }));
  part(command, "undo", "take a change back", "edits undo 4").argument("<ID>", "number of the change").action(async (id: string, options: OptionValues) => withStore(options, async (store) => {
    const edit = undone(() => takeBack(store, idOf(id, "edit"), Date.now() / 1000));
    if (!edit) throw refused(`no edit ${id} in ${store.home}; footfall edits lists them`);
    // It may have been a map that went or came.
    await matchNewRuns(store, ownRunnerId);
    if (options["json"]) await printJson({ edit });
    else await print(`Taken back: ${edit.what}.\n`);
  }));
}

function undone<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof UndoConflict ? refused(error.message) : error;
  }
}
