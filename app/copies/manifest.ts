import { z } from "zod";
import { unpackMember, type Found, type Member } from "../containers/index.ts";
import { schemaVersion } from "../storage/index.ts";
import { CopyTrouble } from "./trouble.ts";

/** What a copy of the store is: to be restored whole, or in open formats. */
export type CopyKind = "backup" | "export";

/** The first member of each kind, which says what the rest is. */
export const manifestNames = { backup: "footfall-backup.json", export: "footfall-export.json" } as const satisfies Record<CopyKind, string>;

/** Layout of a copy; raised when an older Footfall could not read it any more. */
const layoutVersions: Readonly<Record<CopyKind, number>> = { backup: 1, export: 1 };

/** The manifest of a copy. Of a newer one only this much is relied on. */
const head = z.looseObject({
  format: z.enum(["footfall-backup", "footfall-export"]),
  version: z.int().positive(),
  createdAt: z.string(),
  /** Footfall's version. */
  createdBy: z.string(),
  /** Version of the store's tables. */
  schemaVersion: z.int().positive(),
});

/** Of a backup: its members are this file, `footfall.sqlite` or `footfall.sqlite.age`, and `SHA256SUMS`, which holds the checksum of each. */
export const backupManifest = head.extend({
  format: z.literal("footfall-backup"),
  /** How the database is encrypted: by age (age-encryption.org) with a passphrase, or not at all. */
  encryption: z.enum(["age"]).nullable(),
});

/** Of an export: beside this file `originals/`, `photos/`, `tables/` with a `.jsonl` and a `.csv` for each table, `schema.json` for their rows, `runs.csv` and `SHA256SUMS`. */
export const exportManifest = head.extend({
  format: z.literal("footfall-export"),
  modelVersion: z.string(),
  /** Rows of each table. */
  tables: z.record(z.string(), z.int().min(0)),
});

export type BackupManifest = z.infer<typeof backupManifest>;
export type ExportManifest = z.infer<typeof exportManifest>;

/** A manifest as this Footfall writes it. */
export function manifestHead(kind: CopyKind, version: string, now: number) {
  return { version: layoutVersions[kind], createdAt: new Date(now * 1000).toISOString(), createdBy: version, schemaVersion };
}

/** Which kind of copy these members are, and the folder within it that they lie in; null for anything else. */
export function recogniseCopy(found: readonly Found[]): { readonly kind: CopyKind; readonly manifest: Member } | null {
  for (const kind of ["backup", "export"] as const) {
    const manifest = found.find((one): one is Member => !("refusal" in one) && one.path.endsWith(`/${manifestNames[kind]}`));
    if (manifest) return { kind, manifest };
  }
  return null;
}

/** Reads a copy's manifest; refuses by name what a newer Footfall made. */
export async function readManifest(file: string, kind: "backup", member: Member): Promise<BackupManifest>;
export async function readManifest(file: string, kind: "export", member: Member): Promise<ExportManifest>;
export async function readManifest(file: string, kind: CopyKind, member: Member): Promise<BackupManifest | ExportManifest> {
  const told = head.safeParse(await jsonOf(member));
  if (!told.success) throw new CopyTrouble("damaged", `${file}: its ${manifestNames[kind]} cannot be read; take another copy of it`);
  const { version, schemaVersion: tables, createdBy } = told.data;
  if (version > layoutVersions[kind] || tables > schemaVersion) {
    throw new CopyTrouble("newer", `${file}: made by Footfall ${createdBy}, which is newer than this one (its tables are of version ${tables}, this one reads up to ${schemaVersion}); update Footfall, then try again`);
  }
  const whole = (kind === "backup" ? backupManifest : exportManifest).safeParse(told.data);
  if (!whole.success) throw new CopyTrouble("damaged", `${file}: its ${manifestNames[kind]} cannot be read; take another copy of it`);
  return whole.data;
}

async function jsonOf(member: Member): Promise<unknown> {
  const packed = await member.packed();
  const bytes = "code" in packed ? packed : unpackMember(packed);
  try {
    return bytes instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(bytes)) : null;
  } catch {
    return null;
  }
}
