import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const bundles = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
// A quiet browser: nothing of its own on the network, no sandbox where containers allow none.
const switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let shared: Promise<Browser> | null = null;

/** The browser of all tests that run in this process, started by the first of them; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= startBrowser();
  return shared;
}

/** Starts a real Chromium: the one of CHROME_PATH, the system's, or one installed now; without WebGL where a test is of that. */
export async function startBrowser({ hasWebGl = true }: { readonly hasWebGl?: boolean } = {}): Promise<Browser> {
  const path = found() ?? installed();
  return chromium.launch({ ...(path ? { executablePath: path } : {}), args: [...switches, ...(hasWebGl ? [] : ["--disable-software-rasterizer"])] });
}

function found(): string | null {
  const wanted = process.env["CHROME_PATH"];
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROME_PATH: there is no file ${wanted}; name a Chromium or unset it`);
  }
  for (const command of commands) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" });
    if (status === 0 && stdout.trim() !== "") return stdout.trim();
  }
  return bundles.find((path) => existsSync(path)) ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
}

function installed(): string | null {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ...(process.getuid?.() === 0 ? [["sh", ["-c", "command -v apt-get && (apt-get install -y chromium || (apt-get update && apt-get install -y chromium))"]] as const] : []),
    ["npx", ["playwright-core", "install", "chromium"]],
  ];
  for (const [command, options] of ways) {
    try {
      execFileSync(command, options, { stdio: "ignore", timeout: 600_000 });
      return found();
    } catch {
      continue;
    }
  }
  throw new Error("no browser for the end-to-end tests: install Chromium, or set CHROME_PATH to one");
}
