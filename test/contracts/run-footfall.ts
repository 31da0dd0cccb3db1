import { fork, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const commandHost = fileURLToPath(new URL("command-host.mjs", import.meta.url));

/** The path of the built command, for tests that need a shell or a signal around it. */
export const builtCommand = fileURLToPath(new URL("../../dist/app/cli/main.js", import.meta.url));

/** How a command ended and what it said where. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** Without the lines that say every two seconds how far it is: whether there are any depends on the machine. */
  readonly stderr: string;
}

const progressLine = /^.* left\n/gm;

type Environment = Readonly<Record<string, string>>;

let isBuilt = false;

/** Builds what is out of date, so that the tests run the real command. */
export function buildOnce(): void {
  if (isBuilt) return;
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
  isBuilt = true;
}

/** A process that runs one command line after another. */
export interface CommandHost {
  readonly run: (words: readonly string[], environment?: Environment) => Promise<Ended>;
  /** Lets it go: it ends as soon as no command has left anything open, with its code. */
  readonly end: () => Promise<number | null>;
}

/** Starts a process that runs command lines of the built command, one at a time. */
export function startCommandHost(): CommandHost {
  const host = fork(commandHost, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<number | null>((resolve) => host.on("exit", resolve));
  // It never keeps the tests' own process from ending, and ends with it.
  host.unref();
  host.channel?.unref();
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(words, environment = {}) {
      const answer = last.then(() => ask(host, { words, environment }));
      last = answer.catch(() => null);
      return answer;
    },
    end() {
      host.disconnect();
      return ended;
    },
  };
}

function ask(host: ChildProcess, line: { readonly words: readonly string[]; readonly environment: Environment }): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const broken = (code: number | null): void => reject(new Error(`footfall ${line.words.join(" ")}: its process ended with ${code}`));
    host.once("exit", broken);
    host.once("message", (answer: Ended) => {
      host.off("exit", broken);
      resolve({ ...answer, stderr: answer.stderr.replaceAll(progressLine, "") });
    });
    host.send(line);
  });
}

let shared: CommandHost | null = null;

/** Runs `footfall` as a script would, without a process of its own: fit for all but signals, pipes and two commands at once. */
export function footfall(words: readonly string[], environment: Environment = {}): Promise<Ended> {
  shared ??= startCommandHost();
  return shared.run(words, environment);
}

/** Runs `footfall` as a person or a script would, in a process of its own. */
export function spawnFootfall(words: readonly string[], environment: Environment = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builtCommand, ...words], { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr: stderr.replaceAll(progressLine, "") }));
  });
}
