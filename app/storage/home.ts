import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The file in a home that holds everything. */
export const databaseName = "footfall.sqlite";

/** The folder that holds the store: the one named, else FOOTFALL_HOME, else the platform's place for data. */
export function resolveHome(named: string | undefined, environment: Readonly<Record<string, string | undefined>> = process.env, platform: string = process.platform): string {
  const told = named ?? environment["FOOTFALL_HOME"];
  if (told !== undefined && told !== "") return resolve(told);
  const user = environment["HOME"] ?? homedir();
  if (platform === "win32") return join(environment["LOCALAPPDATA"] ?? join(user, "AppData", "Local"), "Footfall");
  if (platform === "darwin") return join(user, "Library", "Application Support", "Footfall");
  return join(environment["XDG_DATA_HOME"] ?? join(user, ".local", "share"), "footfall");
}
