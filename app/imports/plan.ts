import type { Refusal } from "../../src/index.ts";
import type { Found, Member } from "../containers/index.ts";
import { basename, dirname, within } from "./paths.ts";

/** What a file is to an import, by its place and name; content decides when it is read. */
export type FileKind = "fit" | "tcx" | "gpx" | "apple-health" | "table" | "named" | "other";

/** What an import will do, before it does anything. */
export interface ImportPlan {
  /** Files that may hold runs, in the order they are read. */
  readonly recordings: readonly Member[];
  /** Apple Health's `export.xml`, each with the routes beside it. */
  readonly health: readonly { readonly xml: Member; readonly routes: ReadonlyMap<string, Member> }[];
  /** Strava's tables and Garmin's. */
  readonly tables: readonly Member[];
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[];
  /** Of each kind that is there: how many files, and how many bytes unpacked. */
  readonly kinds: readonly { readonly kind: FileKind; readonly files: number; readonly bytes: number }[];
}

/** Sorts what was found below the paths given; a file named by the runner is read whatever it is called. */
export async function planImport(found: readonly Found[], named: readonly string[]): Promise<ImportPlan> {
  const members = found.filter((one): one is Member => !("refusal" in one));
  const health: ImportPlan["health"][number][] = [];
  for (const member of members) if (/\.xml$/i.test(member.path) && (await isHealthData(member))) health.push({ xml: member, routes: routesBeside(member, members) });
  const ofHealth = new Set(health.flatMap(({ xml, routes }) => [xml, ...routes.values()]));
  const counts = new Map<FileKind, { files: number; bytes: number }>();
  const recordings: Member[] = [];
  const tables: Member[] = [];
  for (const member of members) {
    const kind = ofHealth.has(member) ? "apple-health" : kindOf(member.path, named);
    const count = counts.get(kind) ?? { files: 0, bytes: 0 };
    counts.set(kind, { files: count.files + 1, bytes: count.bytes + member.size });
    if (kind === "table") tables.push(member);
    else if (kind !== "other" && kind !== "apple-health") recordings.push(member);
  }
  return {
    recordings, health, tables,
    refused: [...found.filter((one): one is Extract<Found, { refusal: Refusal }> => "refusal" in one), ...members.filter(({ path }) => basename(path) === backupManifestName).map(backupRefused)],
    kinds: [...counts].map(([kind, count]) => ({ kind, ...count })),
  };
}

/** The first member of a backup of Footfall. */
const backupManifestName = "footfall-backup.json";

function backupRefused({ path }: Member): { readonly path: string; readonly refusal: Refusal } {
  const message = "a backup of Footfall, which takes the place of all that is here: restore it in Settings, or by footfall restore";
  return { path: dirname(path), refusal: { code: "unsupported", message, where: null } };
}

const recordingName = /\.(fit|tcx|gpx)(\.gz)?$/i;
const tableName = /^(activities\.csv|shoes\.csv|.*_gear\.json|.*summarizedActivities\.json)$/i;
function kindOf(path: string, named: readonly string[]): FileKind {
  const ending = recordingName.exec(path)?.[1]?.toLowerCase();
  if (ending === "fit" || ending === "tcx" || ending === "gpx") return ending;
  if (named.includes(path)) return "named";
  return tableName.test(basename(path)) ? "table" : "other";
}

/** Judged from its beginning: the file's name is in the language of the phone. */
async function isHealthData(member: Member): Promise<boolean> {
  try {
    // Without the zero bytes, UTF-16 reads like any other.
    for await (const piece of member.chunks()) return /<HealthData[\s>]|<!DOCTYPE HealthData\b/.test(new TextDecoder("latin1").decode(piece.subarray(0, 8192)).replaceAll("\0", ""));
  } catch {
    return false;
  }
  return false;
}

function routesBeside(xml: Member, members: readonly Member[]): ReadonlyMap<string, Member> {
  const folder = dirname(xml.path);
  return new Map(members.filter(({ path }) => within(path, `${folder}/workout-routes`)).map((member) => [member.path.slice(folder.length), member]));
}
