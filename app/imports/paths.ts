/** The last part of a path within a folder or archive. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path without its last part. */
export function dirname(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Whether a path lies below a folder. */
export function within(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
