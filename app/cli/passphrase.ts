import { readFileSync } from "node:fs";
import { systemReason } from "../containers/index.ts";
import { refused, wrongUse } from "./failure.ts";
import { textOf, type OptionValues } from "./runner-options.ts";

/** Names a passphrase outside the command line, where every program of this machine could read it. */
const variable = "FOOTFALL_PASSPHRASE";

/** Says in a command's help where its passphrase comes from. */
export const passphraseHelp = `The passphrase is asked for, or comes from --passphrase-file or ${variable}; there is no way back without it.`;

/** A passphrase: of the file named, else of the environment, else typed, twice where it is new. Null where there is none and nobody to ask. */
export async function passphraseOf(options: OptionValues, isNew: boolean): Promise<string | null> {
  const told = toldPassphrase(options);
  if (told !== null) return checked(told);
  if (!process.stdin.isTTY) return null;
  const typed = checked(await typedUnseen("Passphrase: "));
  if (isNew && (await typedUnseen("The same again: ")) !== typed) throw wrongUse("the two passphrases differ; nothing was done");
  return typed;
}

function toldPassphrase(options: OptionValues): string | null {
  const file = textOf(options, "passphraseFile");
  if (file === null) return process.env[variable] ?? null;
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    throw refused(`${file}: ${systemReason(error)}`);
  }
}

function checked(passphrase: string): string {
  if (passphrase === "") throw wrongUse("the passphrase is empty; nothing was done");
  return passphrase;
}

/** Reads a line without showing it. */
function typedUnseen(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true).setEncoding("utf8").resume();
  return new Promise((resolve, reject) => {
    let typed = "";
    const end = (settle: () => void): void => {
      stdin.off("data", take).setRawMode(false).pause();
      stderr.write("\n");
      settle();
    };
    const take = (keys: string): void => {
      for (const key of keys) {
        if (key === "\r" || key === "\n") return end(() => resolve(typed));
        if (key === "\u0003" || key === "\u0004") return end(() => reject(refused("no passphrase was given; nothing was done")));
        typed = key === "\u007f" || key === "\b" ? typed.slice(0, -1) : typed + key;
      }
    };
    stdin.on("data", take);
  });
}
