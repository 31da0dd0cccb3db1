import { openWorkers } from "../threads/workers.ts";
import { readMember, type KnownBefore, type MemberRead, type MemberToRead } from "./read-member.ts";

/** Whoever reads files: other threads, or this one. */
export interface Readers {
  /** How many files are read at the same time. */
  readonly count: number;
  readonly read: (member: MemberToRead) => Promise<MemberRead>;
  readonly close: () => Promise<void>;
}

/** Opens this many reading threads; none reads on this one. `shortLived` is each one's room for what it forgets again [MiB]. */
export function openReaders(threads: number, known: KnownBefore, shortLived?: number): Readers {
  const { count, run, close } = openWorkers<MemberToRead, MemberRead>({
    threads, file: new URL("./reading-thread.js", import.meta.url), workerData: known, shortLived, here: (member) => readMember(member, known),
  });
  return {
    count, close,
    read(member) {
      // A member of an archive held in memory is a view of the whole archive: its own bytes alone go to the thread.
      const bytes = new Uint8Array(member.packed.bytes);
      return run({ ...member, packed: { ...member.packed, bytes } }, [bytes.buffer]);
    },
  };
}
