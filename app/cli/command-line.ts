import { Command, CommanderError } from "commander";
import { commands, type CommandEntry } from "./commands.ts";
import { CommandFailure, exitCodes, wrongUse } from "./failure.ts";
import { remark } from "./output.ts";
import { version } from "./version.ts";

/** Runs one command line to its end, failures told in words; its exit code is in `process.exitCode` then. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  try {
    await run(words);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

async function run(words: readonly string[]): Promise<void> {
  const program = new Command("footfall");
  program
    .description("Follow every footfall from the ground to your back.")
    .usage("COMMAND [options]")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [COMMAND]", "print a command's help")
    .showHelpAfterError(false)
    .configureOutput({ outputError: (message, write) => write(plainly(program, words, message)) })
    .exitOverride();
  const wanted = words.find((word) => !word.startsWith("-") && word !== "help");
  for (const entry of commands) {
    const command = program.command(entry.name).summary(entry.summary).description(entry.summary).copyInheritedSettings(program);
    if (entry.name === wanted) await complete(command, entry);
  }
  program.addHelpText("after", "\nEvery command has --help with an example. Results go to standard output, everything else to standard error.\nA first look: footfall analyse run.fit");
  if (words.length === 0) program.help({ error: true });
  // Asked for the help of a command that there is not, the general help would look like an answer.
  if (wanted !== undefined && wanted === words[0] && !commands.some(({ name }) => name === wanted) && words.some((word) => word === "--help" || word === "-h")) throw wrongUse(`unknown command '${wanted}'; see \`footfall --help\``);
  await program.parseAsync([...words], { from: "user" });
}

// Only the command that is wanted is loaded: the others cost nothing at start.
async function complete(command: Command, entry: CommandEntry): Promise<void> {
  const { define } = await entry.load();
  define(command);
  for (const part of command.commands) part.copyInheritedSettings(command);
}

// One line: which command, what was wrong, where to read on.
function plainly(program: Command, words: readonly string[], message: string): string {
  const known = commands.find((entry) => words.includes(entry.name));
  const name = known ? `${program.name()} ${known.name}` : program.name();
  const cause = message.replace(/^error: /, "").replace(/\n+/g, " ").trim();
  return `${name}: ${cause}; see \`${name} --help\`\n`;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  if (error instanceof CommandFailure) {
    remark(`footfall: ${error.message}`);
    return error.exitCode;
  }
  remark(`footfall: ${error instanceof Error ? error.message : String(error)}`);
  // The store says its troubles in words of its own; asking by name keeps its driver out of commands that need none.
  if (error instanceof Error && error.name === "StoreError") return exitCodes.refused;
  if (process.env["FOOTFALL_DEBUG"] && error instanceof Error) remark(error.stack ?? "");
  else remark("This was not foreseen. Run it again with FOOTFALL_DEBUG=1 and report what it prints.");
  return exitCodes.refused;
}
