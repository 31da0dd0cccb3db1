import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../storage/index.ts";

const prefix = ".footfall-";
let made = 0;

/** Does work with a folder of its own beside what it will become, on the same disk, and removes the folder; those of programs that were ended from outside go first. */
export async function withTemporary<Result>(beside: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  clearTemporary(beside);
  made += 1;
  const folder = join(beside, `${prefix}${process.pid}-${made}`);
  mkdirSync(folder, { mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes temporary folders whose program is gone. */
export function clearTemporary(beside: string): void {
  for (const name of readdirSync(beside)) {
    const owner = /^\.footfall-(\d+)-\d+$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(beside, name), { recursive: true, force: true });
  }
}
