/** Trouble with the store itself, said in one line: what, where, what to do. */
export class StoreError extends Error {
  readonly code: "disk-full" | "read-only" | "cannot-open" | "busy" | "in-use" | "damaged" | "newer" | "no-database-driver" | "disk-trouble";

  constructor(code: StoreError["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.code = code;
  }
}

/** Puts trouble that disk or database report into words; anything else comes back as it is. */
export function inWords(error: unknown, home: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const told = (kind: StoreError["code"], message: string): StoreError => new StoreError(kind, `${home}: ${message}`, error);
  // There is no room even for the few pages that programs share.
  const isFull = code === "SQLITE_FULL" || code === "ENOSPC" || code === "SQLITE_IOERR_SHMSIZE";
  if (isFull) return told("disk-full", "the disk is full; make room and try again, nothing half-written was kept");
  if (code.startsWith("SQLITE_READONLY") || code === "EROFS" || code === "EACCES" || code === "EPERM") {
    return told("read-only", "this folder cannot be written; change its permissions or name another with --home");
  }
  if (code.startsWith("SQLITE_CANTOPEN") || code === "ENOTDIR" || code === "EEXIST" || code === "ENOENT") return told("cannot-open", "no store can be opened or made here; check that its disk can be written, or name another folder with --home");
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return told("busy", "another program keeps the store locked; close it and try again");
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return told("damaged", "footfall.sqlite is damaged or no database; put a copy of it from a backup in its place");
  if (code.startsWith("SQLITE_IOERR") || code === "EIO") return told("disk-trouble", "the disk failed to read or write; check the disk, then run footfall doctor");
  if (code === "ERR_DLOPEN_FAILED" || /bindings file|better_sqlite3\.node|NODE_MODULE_VERSION/.test(error.message)) {
    return new StoreError("no-database-driver", "better-sqlite3 was not built for this Node; run npm rebuild better-sqlite3 (needs python3, make and g++ where no ready-made build exists)", error);
  }
  return error;
}
