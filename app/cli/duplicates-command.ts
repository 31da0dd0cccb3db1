import type { Command } from "commander";
import { decidePair, listDuplicates, ownRunnerId } from "../storage/index.ts";
import { refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import type { OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

/** Adds the parts of `footfall duplicates`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nOf recordings of one run the richest is shown; the others are kept behind it and lend it their name and shoes.\n\nExample:\n  footfall duplicates same 4 9");
  part(command, "list", "copies, and pairs to decide", "duplicates list", { isDefault: true }).action(async (options: OptionValues) => list(options));
  decision(command, "same", "two recordings are one run", true);
  decision(command, "apart", "two recordings are two runs", false);
}

function decision(command: Command, name: string, summary: string, isSame: boolean): void {
  part(command, name, summary, `duplicates ${name} 4 9`).argument("<ONE>", "number of a run").argument("<OTHER>", "number of another").action(async (one: string, other: string, options: OptionValues) => {
    const [first, second] = [idOf(one, "run"), idOf(other, "run")];
    await withStore(options, (store) => {
      if (!decidePair(store, ownRunnerId, first, second, isSame)) throw refused(`runs ${first} and ${second} are not two runs in ${store.home}; footfall duplicates lists them`);
    });
    await list(options);
  });
}

async function list(options: OptionValues): Promise<void> {
  await withStore(options, async (store) => {
    const found = listDuplicates(store, ownRunnerId);
    if (options["json"]) return printJson(found);
    const fileOf = (id: number): string => found.recordings.find((recording) => recording.id === id)?.file ?? "";
    const lines = [
      ...found.copies.map(({ id, of }) => `  ${id} (${fileOf(id)}) is kept behind run ${of}; footfall duplicates apart ${id} ${of} shows both`),
      ...found.undecided.map(({ one, other, doubt }) => `? ${one} and ${other} lie over each other in time, but ${doubt ?? ""}: footfall duplicates same ${one} ${other}, or apart ${one} ${other}`),
    ];
    await print(lines.length === 0 ? "No run came twice.\n" : `${lines.join("\n")}\n`);
  });
}
