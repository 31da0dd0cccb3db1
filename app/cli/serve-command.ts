import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { ensureSample } from "../sample/index.ts";
import { startServer, type Server } from "../server/server.ts";
import type { Store } from "../storage/index.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { openBrowser } from "./open-browser.ts";
import { print, remark } from "./output.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";
import { version } from "./version.ts";

const usualPort = 4400;
const webRoot = fileURLToPath(new URL("../../web", import.meta.url));

/** Adds options and action of `footfall serve`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--port <number>", `port on this machine's own address (${usualPort}, or any free one where it is taken)`)
    .option("--open", "open it in the browser, where there is one")
    .addHelpText("after", "\nReachable from this machine only. A store without runs gets the simulated sample runner, once. Ctrl-C ends it.\n\nExample:\n  footfall serve --open")
    .action(async (options: OptionValues) => {
      process.exitCode = await withStore(options, (store) => serve(store, options));
    });
}

async function serve(store: Store, options: OptionValues): Promise<number> {
  const port = portOf(textOf(options, "port"));
  const now = Math.floor(Date.now() / 1000);
  if (await ensureSample(store, now)) remark("The store was empty: it has the simulated sample runner now. One click in Settings, or `footfall sample remove`, takes it out for good.");
  const server = await started(store, port);
  await print(`Footfall is at ${server.address}\n`);
  remark(`Data folder: ${store.home}. Ctrl-C ends it.`);
  if (options["open"]) openBrowser(server.address);
  await interrupted();
  await server.close();
  return exitCodes.done;
}

function portOf(text: string | null): number | null {
  if (text === null) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw wrongUse(`serve: port ${text}: give a whole number up to 65535`);
  return port;
}

// A port that was asked for is kept to; the usual one gives way to any that is free.
async function started(store: Store, port: number | null): Promise<Server> {
  const start = (chosen: number): Promise<Server> => startServer({ store, port: chosen, webRoot, version, report: (error) => remark(error instanceof Error ? error.stack ?? error.message : String(error)) });
  try {
    return await start(port ?? usualPort);
  } catch (error) {
    if (port === null) return start(0);
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
