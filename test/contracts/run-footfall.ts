import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const command = fileURLToPath(new URL("../../dist/app/cli/main.js", import.meta.url));

/** How a command ended and what it said where. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds what is out of date, so that the tests run the real command. */
export function buildOnce(): void {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

/** Runs `footfall` as a person or a script would. */
export function footfall(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...words], { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** The path of the built command, for tests that need a shell around it. */
export const builtCommand = command;
