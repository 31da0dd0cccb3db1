import { systemReason } from "../containers/index.ts";

/** Why a backup or an export cannot be made, read or taken in: what, where, what to do. */
export class CopyTrouble extends Error {
  readonly code: "exists" | "not-a-copy" | "newer" | "damaged" | "passphrase-needed" | "wrong-passphrase" | "in-use" | "disk";

  constructor(code: CopyTrouble["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "CopyTrouble";
    this.code = code;
  }
}

/** Puts what the disk reports of a copy's path into words; anything else comes back as it is. */
export function inCopyWords(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string" || !/^(E[A-Z]+|SQLITE_(FULL|IOERR|CANTOPEN|READONLY).*)$/.test(error.code)) return error;
  return new CopyTrouble("disk", `${path}: ${diskReason(error, error.code)}; nothing half-written was kept`, error);
}

function diskReason(error: Error, code: string): string {
  if (code === "ENOSPC" || code === "SQLITE_FULL" || code === "SQLITE_IOERR_SHMSIZE") return "the disk is full; make room or name another disk";
  if (code === "EFBIG") return "this disk takes no file that large; name another disk";
  if (code === "EEXIST" || code === "ENOTDIR") return "part of the path is a file, not a folder; name another";
  if (code === "EROFS" || code === "SQLITE_READONLY") return "this disk can only be read; name another folder";
  if (code === "EACCES" || code === "EPERM") return "this folder may not be written; change its permissions or name another";
  return code.startsWith("SQLITE") ? "the disk failed to read or write; check it" : systemReason(error);
}
