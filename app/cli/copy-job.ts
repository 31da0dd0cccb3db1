import { CopyTrouble } from "../copies/index.ts";
import { exitCodes, refused } from "./failure.ts";
import { remark } from "./output.ts";
import { showShare } from "./progress.ts";

/** Runs what takes long and leaves nothing behind when Ctrl-C ends it: progress on standard error, its trouble in words. Null where it was ended. */
export async function runCopyJob<Result>(thing: string, work: (job: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal }) => Promise<Result>): Promise<Result | null> {
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.interrupted);
    stop.abort();
  };
  process.on("SIGINT", onInterrupt);
  const progress = showShare(thing);
  try {
    return await work({ onProgress: progress.at, signal: stop.signal });
  } catch (error) {
    progress.end();
    if (stop.signal.aborted) {
      remark(`${thing}: stopped; nothing was changed, nothing of it was kept`);
      return null;
    }
    throw error instanceof CopyTrouble ? refused(error.message) : error;
  } finally {
    progress.end();
    process.off("SIGINT", onInterrupt);
  }
}

/** Sizes as people read them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
