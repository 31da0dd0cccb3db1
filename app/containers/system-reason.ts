/** What went wrong with a file or folder, in words instead of the system's code. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT": return "there is no such file or folder; check the path";
    case "EACCES":
    case "EPERM": return "no permission to read it; check its owner and mode";
    case "EISDIR": return "it is a folder; name a file";
    case "ENOTDIR": return "part of the path is a file, not a folder; check the path";
    case "ENOSPC": return "the disk is full; make room and try again";
    case "EMFILE": return "too many files are open; close some programs and try again";
    case "ELOOP": return "its symbolic links lead in a circle; name the file itself";
    default: return error instanceof Error ? error.message : String(error);
  }
}
