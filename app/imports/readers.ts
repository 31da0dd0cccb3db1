import { Piscina } from "piscina";
import { readMember, type MemberRead, type MemberToRead } from "./read-member.ts";

/** Whoever reads files: other threads, or this one. */
export interface Readers {
  /** How many files are read at the same time. */
  readonly count: number;
  readonly read: (member: MemberToRead) => Promise<MemberRead>;
  readonly close: () => Promise<void>;
}

/** Threads are started from compiled files only: Node does not run TypeScript on its own. */
const isCompiled = import.meta.url.endsWith(".js");

/** Opens this many reading threads; none reads on this one. `known` are hashes of files that need no reading. */
export function openReaders(threads: number, known: ReadonlySet<string>): Readers {
  return threads === 0 || !isCompiled ? readHere(known) : readInThreads(threads, known);
}

function readHere(known: ReadonlySet<string>): Readers {
  return { count: 1, read: (member) => Promise.resolve(readMember(member, (sha256) => known.has(sha256))), close: () => Promise.resolve() };
}

function readInThreads(threads: number, known: ReadonlySet<string>): Readers {
  const pool = new Piscina<MemberToRead, MemberRead>({
    filename: new URL("./reading-thread.js", import.meta.url).href, minThreads: threads, maxThreads: threads, workerData: { known: [...known] },
  });
  return {
    count: threads,
    read(member) {
      // A member of an archive held in memory is a view of the whole archive: its own bytes alone go to the thread.
      const bytes = new Uint8Array(member.packed.bytes);
      return pool.run({ ...member, packed: { ...member.packed, bytes } }, { transferList: [bytes.buffer] });
    },
    close: () => pool.destroy(),
  };
}
