import { spawn } from "node:child_process";

/** Opens an address in the browser where there is one; says nothing where there is none. */
export function openBrowser(address: string): void {
  const [command, ...words] = launcher(address);
  if (command === undefined) return;
  const child = spawn(command, words, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

function launcher(address: string): readonly string[] {
  if (process.platform === "darwin") return ["open", address];
  if (process.platform === "win32") return ["cmd", "/c", "start", "", address];
  // Without a display there is no browser to open, only an error to print.
  return process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? ["xdg-open", address] : [];
}
