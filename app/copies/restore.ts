import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ContainerError, openMembers, type Found, type Member } from "../containers/index.ts";
import { databaseName, examineFile, examineStore, exchangeStore, expectOwnTables, listAside, openStore, putInPlace, settleArrived, StoreError, syncToDisk, type Check, type SetAside, type Store } from "../storage/index.ts";
import { databaseMember } from "./backup.ts";
import { decrypted } from "./encryption.ts";
import { copyMembers, damaged, memberOf, readSums, type CopyMembers } from "./copy-members.ts";
import { makeDatabase } from "./read-export.ts";
import { manifestNames, readManifest, recogniseCopy, type BackupManifest } from "./manifest.ts";
import { withTemporary } from "./temporary.ts";
import { CopyTrouble, inCopyWords } from "./trouble.ts";

export interface RestoreOptions {
  /** [s since 1970] */
  readonly now: number;
  /** Asked for only where the backup is encrypted; null where none can be had. */
  readonly passphrase: () => Promise<string | null> | string | null;
  /** Share that is done [1]. */
  readonly onProgress?: (share: number) => void;
  /** Aborting it ends the restore; the store stays as it was. */
  readonly signal?: AbortSignal;
  /** Closes what has the store open, does the exchange and opens it again, where this program itself has. */
  readonly whileClosed?: (exchange: () => SetAside | null) => SetAside | null | Promise<SetAside | null>;
}

/** A store that took the place of another. */
export interface Restored {
  readonly createdAt: string;
  readonly createdBy: string;
  /** The store that was there before; null where there was none. */
  readonly setAside: SetAside | null;
}

/** Puts a backup, or an export, in the place of a home's store. Everything is read, checked and brought up to date beside the store first; until then, and where anything is wrong with it, the store stays as it is. */
export async function restore(home: string, file: string, options: RestoreOptions): Promise<Restored> {
  const opened = await openMembers([file]);
  try {
    const copy = recogniseCopy(opened.found);
    if (!copy) throw notACopy(file, opened.found);
    const members = copyMembers(opened.found, copy.manifest, manifestNames[copy.kind]);
    const manifest = copy.kind === "backup" ? await readManifest(file, "backup", copy.manifest) : await readManifest(file, "export", copy.manifest);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const setAside = await withTemporary(home, async (folder) => {
      const database = join(folder, databaseName);
      if (manifest.format === "footfall-backup") await unpackDatabase(file, members, manifest, database, options);
      else await makeDatabase(file, members, manifest, database, options);
      // What a backup holds was held against its checksum; every run of an export is looked at.
      makeReady(file, folder, manifest.format === "footfall-backup" ? examineFile : examineStore);
      options.signal?.throwIfAborted();
      const exchange = (): SetAside | null => takePlace(home, join(folder, databaseName), options.now);
      return options.whileClosed ? options.whileClosed(exchange) : exchange();
    });
    return { createdAt: manifest.createdAt, createdBy: manifest.createdBy, setAside };
  } catch (error) {
    throw error instanceof ContainerError ? damaged(file, error.message) : inCopyWords(error, home);
  } finally {
    await opened.close();
  }
}

/** Puts a finished database in the place of a home's, or where there is none yet. */
function takePlace(home: string, database: string, now: number): SetAside | null {
  if (existsSync(join(home, databaseName))) return exchangeStore(home, database, now);
  putInPlace(database, join(home, databaseName));
  return null;
}

function notACopy(file: string, found: readonly Found[]): CopyTrouble {
  const [first] = found;
  const reason = found.length === 1 && first && "refusal" in first ? first.refusal.message : "this is no backup of Footfall, nor an export of it";
  return new CopyTrouble("not-a-copy", `${file}: ${reason}`);
}

/** Its bytes are held against their checksum as they pass; only a file that is whole gets any further. */
async function unpackDatabase(file: string, members: CopyMembers, { encryption }: BackupManifest, to: string, { passphrase, onProgress, signal }: RestoreOptions): Promise<void> {
  const member = memberOf(file, members, databaseMember(encryption));
  const expected = (await readSums(file, members)).get(databaseMember(encryption));
  const hash = createHash("sha256");
  const bytes = counted(member, (piece, share) => {
    hash.update(piece);
    onProgress?.(share);
  });
  await pipeline(encryption === null ? bytes : await unlocked(file, bytes, passphrase), createWriteStream(to, { flags: "wx", mode: 0o600 }), signal ? { signal } : {}).catch((error: unknown) => {
    // What the disk or the caller ended is theirs to tell; age has no code for bytes that are not what was encrypted.
    throw encryption !== null && error instanceof Error && !("code" in error) && !(error instanceof ContainerError) ? damaged(file, "what is encrypted in it was changed or cut short") : error;
  });
  if (hash.digest("hex") !== expected) throw damaged(file, "its checksum does not match");
  syncToDisk(to);
}

async function unlocked(file: string, bytes: AsyncIterable<Uint8Array>, ask: RestoreOptions["passphrase"]): Promise<AsyncIterable<Uint8Array>> {
  const passphrase = await ask();
  if (passphrase === null) throw new CopyTrouble("passphrase-needed", `${file}: it is encrypted; its passphrase is needed`);
  return decrypted(file, bytes, passphrase);
}

async function* counted(member: Member, onPiece: (piece: Uint8Array, share: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of member.chunks()) {
    done += piece.length;
    onPiece(piece, done / Math.max(1, member.size));
    // Streams hold pieces back.
    yield Buffer.from(piece);
  }
}

/** Opens the store that arrived in a folder of its own, which brings its tables up to date, and looks it over. */
function makeReady(file: string, folder: string, examine: (store: Store) => readonly Check[]): void {
  const store = openedOf(file, folder);
  try {
    expectOwnTables(store);
    const [trouble] = examine(store).flatMap(({ troubles }) => troubles);
    if (trouble !== undefined) throw damaged(file, trouble);
    settleArrived(store);
  } catch (error) {
    throw error instanceof StoreError && error.code === "damaged" ? damaged(file, withoutPlace(error, folder)) : error;
  } finally {
    store.close();
  }
}

function openedOf(file: string, folder: string): Store {
  try {
    return openStore(folder);
  } catch (error) {
    throw error instanceof StoreError && error.code === "damaged" ? damaged(file, withoutPlace(error, folder)) : error;
  }
}

// Where it was unpacked is nothing to the runner.
const withoutPlace = ({ message }: Error, folder: string): string => message.replace(`${folder}: `, "").replace(/;.*/, "");

/** Puts the store that was set aside last in the place of the present one, which is then the one set aside; null where none was. */
export function takeBackRestore(home: string, now: number): SetAside | null {
  const [last] = listAside(home);
  return last ? exchangeStore(home, last.path, now) : null;
}
