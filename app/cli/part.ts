import type { Command } from "commander";
import { addHomeOption } from "./runner-options.ts";

/** A part of a command with what all of them have. */
export function part(command: Command, name: string, summary: string, example: string, { isDefault = false, hasJson = true } = {}): Command {
  const made = addHomeOption(command.command(name, { isDefault }).description(summary)).addHelpText("after", `\nExample:\n  footfall ${example}`);
  return hasJson ? made.option("--json", "one JSON object") : made;
}
