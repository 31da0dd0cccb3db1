import type { Command } from "commander";
import { listPairedDevices, revokeDevice } from "../storage/index.ts";
import { refused } from "./failure.ts";
import { print, printJson } from "./output.ts";
import type { OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

/** Adds the parts of `footfall devices`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nPhones that were paired by the code of footfall serve --lan; they reach the diary, and nothing else.\n\nExample:\n  footfall devices revoke 2");
  part(command, "list", "paired phones, and when each was last seen", "devices list", { isDefault: true }).action(async (options: OptionValues) => list(options));
  part(command, "revoke", "end a pairing", "devices revoke 2").argument("<ID>", "number of a phone").action(async (text: string, options: OptionValues) => {
    const id = idOf(text, "device");
    await withStore(options, (store) => {
      if (!revokeDevice(store, id)) throw refused(`there is no paired phone ${id} in ${store.home}; footfall devices lists them`);
    });
    await list(options);
  });
}

async function list(options: OptionValues): Promise<void> {
  await withStore(options, async (store) => {
    const devices = listPairedDevices(store);
    if (options["json"]) return printJson({ devices });
    await print(devices.length === 0 ? "No phone is paired. footfall serve --lan shows a code to scan.\n" : `${devices.map(({ id, name, pairedAt, seenAt }) => `  ${id}  ${name}, paired ${day(pairedAt)}, last seen ${day(seenAt)}`).join("\n")}\n`);
  });
}

const day = (moment: string): string => moment.slice(0, 10);
