import { createReadStream, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openMembers } from "../containers/index.ts";
import { databaseName, snapshotStore } from "../storage/index.ts";
import { encrypted } from "./encryption.ts";
import { backupManifest, manifestHead, manifestNames, recogniseCopy, type BackupManifest } from "./manifest.ts";
import { withTemporary } from "./temporary.ts";
import { CopyTrouble, inCopyWords } from "./trouble.ts";
import { writeCopy, type MemberToWrite } from "./write-copy.ts";

export interface BackupOptions {
  /** Footfall's version. */
  readonly version: string;
  /** [s since 1970] */
  readonly now: number;
  /** Null leaves it open to whoever has the file. */
  readonly passphrase?: string | null;
  /** Share that is done [1]. */
  readonly onProgress?: (share: number) => void;
  /** Aborting it ends the backup with its reason; nothing is left of it. */
  readonly signal?: AbortSignal;
}

/** A backup that was made. */
export interface Backup {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

/** The member that holds everything. */
export const databaseMember = (encryption: BackupManifest["encryption"]): string => (encryption === null ? databaseName : `${databaseName}.${encryption}`);

/** What share of the work copying the database is, the rest being written from the copy [1]. */
const copyShare = 0.5;

/** Writes a backup of a home's store, as it is at this moment, into one file; the app may go on meanwhile. A file of that name is replaced where it is a backup too, else refused. */
export async function backUp(home: string, path: string, { version, now, passphrase = null, onProgress, signal }: BackupOptions): Promise<Backup> {
  if (existsSync(path) && !(await isBackup(path))) throw new CopyTrouble("exists", `${path}: there is something else of that name; name another file`);
  const manifest = backupManifest.parse({ format: "footfall-backup", ...manifestHead("backup", version, now), encryption: passphrase === null ? null : "age" });
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // On the disk the backup goes to: the one of the store may be full.
    await withTemporary(dirname(path), async (folder) => {
      const snapshot = join(folder, databaseName);
      await snapshotStore(home, snapshot, { onProgress: (share) => onProgress?.(copyShare * share), ...(signal ? { signal } : {}) });
      await writeCopy(path, "zip", members(manifest, snapshot, passphrase, (share) => onProgress?.(copyShare + (1 - copyShare) * share)), signal);
    });
  } catch (error) {
    throw inCopyWords(error, path);
  }
  return { path, bytes: statSync(path).size, manifest };
}

async function* members(manifest: BackupManifest, snapshot: string, passphrase: string | null, onProgress: (share: number) => void): AsyncGenerator<MemberToWrite> {
  yield { name: manifestNames.backup, bytes: [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)], isText: true };
  const bytes = counted(createReadStream(snapshot, { highWaterMark: 2 ** 18 }), statSync(snapshot).size, onProgress);
  yield { name: databaseMember(manifest.encryption), bytes: passphrase === null ? bytes : await encrypted(bytes, passphrase), isText: false };
}

async function* counted(pieces: AsyncIterable<Uint8Array>, total: number, onProgress: (share: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of pieces) {
    done += piece.length;
    onProgress(done / total);
    yield piece;
  }
}

async function isBackup(path: string): Promise<boolean> {
  if (!statSync(path).isFile()) return false;
  const members = await openMembers([path]);
  await members.close();
  return recogniseCopy(members.found)?.kind === "backup";
}

/** Where a home's backups go that nobody names a place for. */
export const backupsFolder = (home: string): string => join(home, "backups");

/** A name that tells the day and sorts by time. */
export const backupName = (now: number): string => `footfall-backup-${new Date(now * 1000).toISOString().slice(0, 19).replaceAll(":", "-")}.zip`;

/** Removes every backup within the home itself. */
export function removeOwnBackups(home: string): void {
  if (existsSync(backupsFolder(home))) for (const name of readdirSync(backupsFolder(home))) rmSync(join(backupsFolder(home), name), { recursive: true, force: true });
}
