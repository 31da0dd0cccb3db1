/** How a command ends, as scripts rely on it. */
export const exitCodes = { done: 0, refused: 1, wrongUse: 2, gateFailed: 3, interrupted: 130 } as const;

/** Ends the command with one clear line on standard error. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.name = "CommandFailure";
    this.exitCode = exitCode;
  }
}

/** The command was used wrongly: an option or value that cannot be meant. */
export function wrongUse(message: string): CommandFailure {
  return new CommandFailure(message, exitCodes.wrongUse);
}

/** An input was refused. */
export function refused(message: string): CommandFailure {
  return new CommandFailure(message, exitCodes.refused);
}
