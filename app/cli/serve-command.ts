import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { renderUnicodeCompact } from "uqr";
import { ensureSample } from "../sample/index.ts";
import { newLink, type LanDoor } from "../server/lan-routes.ts";
import { readTlsFiles, startLanServer, type LanServer, type TlsFiles } from "../server/lan/lan-server.ts";
import { pairingCodes } from "../server/lan/pairing-codes.ts";
import { startServer, type Server } from "../server/server.ts";
import type { Store } from "../storage/index.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { openBrowser } from "./open-browser.ts";
import { print, remark } from "./output.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";
import { version } from "./version.ts";

const usualPort = 4400;
const usualLanPort = 4401;
const webRoot = fileURLToPath(new URL("../../web", import.meta.url));

/** Adds options and action of `footfall serve`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--port <number>", `port on this machine's own address (${usualPort}, or any free one where it is taken)`)
    .option("--open", "open it in the browser, where there is one")
    .option("--lan", "let paired phones on the local network keep the diary; shows a code to scan")
    .option("--lan-port <number>", `port for phones (${usualLanPort}, or any free one where it is taken)`)
    .option("--tls-cert <file>", "certificate (PEM) for phones; with it the diary works offline and can be installed")
    .option("--tls-key <file>", "its key (PEM)")
    .option("--lan-name <name>", "name of this machine on the network that the certificate is for")
    .addHelpText("after", "\nReachable from this machine only; with --lan paired phones reach the diary, and nothing else. A store without runs gets the simulated sample runner, once. Ctrl-C ends it.\n\nExamples:\n  footfall serve --open\n  footfall serve --lan")
    .action(async (options: OptionValues) => {
      process.exitCode = await withStore(options, (store) => serve(store, options));
    });
}

async function serve(store: Store, options: OptionValues): Promise<number> {
  const port = portOf(textOf(options, "port"));
  const now = Math.floor(Date.now() / 1000);
  if (await ensureSample(store, now)) remark("The store was empty: it has the simulated sample runner now. One click in Settings, or `footfall sample remove`, takes it out for good.");
  const lan = await openDoor(store, options);
  const server = await started(store, port, lan);
  await print(`Footfall is at ${server.address}\n`);
  remark(`Data folder: ${store.home}. Ctrl-C ends it.`);
  if (lan) await showDoor(lan);
  if (options["open"]) openBrowser(server.address);
  await interrupted();
  await lan?.close();
  await server.close();
  return exitCodes.done;
}

const report = (error: unknown): void => remark(error instanceof Error ? error.stack ?? error.message : String(error));

/** Opens the door on the local network; null where nobody asked for it. */
async function openDoor(store: Store, options: OptionValues): Promise<(LanDoor & LanServer) | null> {
  const [cert, key] = [textOf(options, "tlsCert"), textOf(options, "tlsKey")];
  if ((cert === null) !== (key === null)) throw wrongUse("serve: --tls-cert and --tls-key go together");
  if (!options["lan"]) {
    for (const name of ["tlsCert", "lanPort", "lanName"]) if (options[name] !== undefined) throw wrongUse(`serve: ${name === "tlsCert" ? "--tls-cert" : name === "lanPort" ? "--lan-port" : "--lan-name"} goes with --lan`);
    return null;
  }
  const codes = pairingCodes();
  const port = portOf(textOf(options, "lanPort"));
  const open = (chosen: number): Promise<LanServer> => startLanServer({ store, codes, port: chosen, webRoot, tls: cert === null || key === null ? null : tlsFiles(cert, key), name: textOf(options, "lanName"), report });
  try {
    return { ...(await open(port ?? usualLanPort)), codes };
  } catch (error) {
    if (port === null && error instanceof Error && "code" in error && error.code === "EADDRINUSE") return { ...(await open(0)), codes };
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

function tlsFiles(cert: string, key: string): TlsFiles {
  try {
    return readTlsFiles(cert, key);
  } catch (error) {
    throw refused(`serve: certificate or key cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function showDoor(door: LanDoor): Promise<void> {
  const { url } = newLink(door);
  await print(`Phones reach the diary at ${door.address}\n\n${renderUnicodeCompact(url)}\n\nScan it with the phone, or open ${url}\nIt pairs one phone, within ten minutes; Settings shows a new one.\n`);
  if (door.address.startsWith("http:")) remark("Without a certificate what the phone sends can be read by others on this network, and it works online only; see docs/phone.md.");
}

function portOf(text: string | null): number | null {
  if (text === null) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw wrongUse(`serve: port ${text}: give a whole number up to 65535`);
  return port;
}

// A port that was asked for is kept to; the usual one gives way to any that is free.
async function started(store: Store, port: number | null, lan: LanDoor | null): Promise<Server> {
  const start = (chosen: number): Promise<Server> => startServer({ store, port: chosen, webRoot, version, lan, report });
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
