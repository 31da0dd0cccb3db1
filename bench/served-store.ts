import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../app/cli/main.js", import.meta.url));

/** A store served by a program of its own. */
export interface ServedStore {
  readonly address: string;
  /** From its call to its first answer [ms]. */
  readonly startedIn: number;
  /** Processor time it has used so far [ms]; null where the system does not tell. What a busy machine adds to the clock it does not add to this. */
  readonly processorTime: () => number | null;
  readonly close: () => void;
}

/** Serves a store as `footfall serve` does. */
export async function serveStore(home: string): Promise<ServedStore> {
  const startedAt = performance.now();
  const server = spawn(process.execPath, [command, "serve", "--home", home, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const address = await addressOf(server.stdout);
    await (await fetch(`${address}/api/status`)).arrayBuffer();
    const startedIn = performance.now() - startedAt;
    return { address, startedIn, processorTime: () => processorTimeOf(server.pid), close: () => void server.kill() };
  } catch (error) {
    server.kill();
    throw error;
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const piece of output) {
    text += String(piece);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("the server did not start");
}

/** Linux counts in hundredths of a second. */
const tick = 10;

function processorTimeOf(processId: number | undefined): number | null {
  if (process.platform !== "linux" || processId === undefined) return null;
  const [, , user, system] = /\) (?:\S+ ){11}((\d+) (\d+))/.exec(readFileSync(`/proc/${processId}/stat`, "utf8")) ?? [];
  return user === undefined || system === undefined ? null : tick * (Number(user) + Number(system));
}

/** How long an answer takes, on the clock and of the server's processor time [ms]. */
export async function timeAnswer({ address, processorTime }: ServedStore, path: string): Promise<{ readonly clock: number; readonly processor: number | null }> {
  const [asked, before] = [performance.now(), processorTime()];
  const answer = await fetch(address + path);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const [clock, after] = [performance.now() - asked, processorTime()];
  return { clock, processor: before === null || after === null ? null : after - before };
}
