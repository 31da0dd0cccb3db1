import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Refusal } from "../../src/index.ts";
import { fileMember } from "./file-member.ts";
import { filesBelow } from "./files-below.ts";
import { usualLimits, type ContainerLimits } from "./limits.ts";
import { ContainerError, type Found, type Member } from "./member.ts";
import { bytesInMemory, bytesOfFile, type RandomAccess } from "./read-range.ts";
import { systemReason } from "./system-reason.ts";
import { inMebibytes, unpackMember } from "./unpack-member.ts";
import { zipMembers } from "./zip-members.ts";

/** Everything found below the paths given. */
export interface OpenMembers {
  /** Folders by name, archives in the order they were packed; archives within archives opened in their place. */
  readonly found: readonly Found[];
  /** Removes what was unpacked on the way. */
  readonly close: () => Promise<void>;
}

/** What unpacking archives within archives has used so far. */
interface Unpacked {
  folder: string | null;
  files: number;
  inMemory: number;
  inAll: number;
}

/** Archives within archives are unpacked into memory up to here altogether, beyond it into temporary files [bytes]. */
const heldInMemory = 64 * 2 ** 20;

/** Looks into files, folders and zips, nested as they come. Never throws for what it finds: trouble is found too. */
export async function openMembers(paths: readonly string[], limits: ContainerLimits = usualLimits, signal?: AbortSignal): Promise<OpenMembers> {
  const found: Found[] = [];
  const unpacked: Unpacked = { folder: null, files: 0, inMemory: 0, inAll: 0 };

  const look = async (path: string): Promise<void> => {
    if (signal?.aborted || found.length >= limits.mostMembers) return;
    try {
      const state = await stat(path);
      if (state.isDirectory()) await lookBelow(path);
      else if (!state.isFile()) found.push({ path, refusal: { code: "unsupported", message: "it is neither a file nor a folder", where: null } });
      else if (await isZip(path)) await lookInside(path, bytesOfFile(path, state.size), 1);
      else found.push(fileMember(path, state.size, limits));
    } catch (error) {
      found.push({ path, refusal: unreadable(error) });
    }
  };
  const lookBelow = async (folder: string): Promise<void> => {
    for await (const { path, trouble } of filesBelow(folder)) {
      if (signal?.aborted || found.length >= limits.mostMembers) return;
      if (trouble === null) await look(path);
      else found.push({ path, refusal: { code: "unreadable", message: trouble, where: null } });
    }
  };
  const lookInside = async (path: string, source: RandomAccess, depth: number): Promise<void> => {
    for (const one of await zipMembers(path, source, limits)) {
      if (signal?.aborted) return;
      if (found.length >= limits.mostMembers) {
        found.push({ path, refusal: { code: "too-large", message: `more than ${limits.mostMembers} files; the rest was not looked at: import the folders one by one`, where: null } });
        return;
      }
      if ("refusal" in one || !/\.zip$/i.test(one.path)) found.push(one);
      else if (depth >= limits.deepestNesting) found.push({ path: one.path, refusal: { code: "unsupported", message: `archives are nested deeper than ${limits.deepestNesting}, as no export is`, where: null } });
      else await lookInsideNested(one, depth + 1);
    }
  };
  const lookInsideNested = async (member: Member, depth: number): Promise<void> => {
    try {
      await lookInside(member.path, await openNested(member, unpacked, limits), depth);
    } catch (error) {
      found.push({ path: member.path, refusal: error instanceof ContainerError ? error.refusal : unreadable(error) });
    }
  };

  for (const path of paths) await look(path);
  return {
    found,
    async close() {
      if (unpacked.folder !== null) await rm(unpacked.folder, { recursive: true, force: true });
    },
  };
}

async function openNested(member: Member, unpacked: Unpacked, limits: ContainerLimits): Promise<RandomAccess> {
  const room = Math.min(limits.largestNestedArchive, limits.mostUnpackedArchives - unpacked.inAll);
  if (member.size > room) throw new ContainerError({ code: "too-large", message: `an archive within an archive of ${inMebibytes(member.size)}; unpack it and import its folder`, where: null });
  unpacked.inAll += member.size;
  if (unpacked.inMemory + member.size > heldInMemory) return spool(member, unpacked);
  unpacked.inMemory += member.size;
  const packed = await member.packed();
  const bytes = "code" in packed ? packed : unpackMember(packed, limits);
  if (!(bytes instanceof Uint8Array)) throw new ContainerError(bytes);
  return bytesInMemory(bytes);
}

async function spool(member: Member, unpacked: Unpacked): Promise<RandomAccess> {
  unpacked.folder ??= await mkdtemp(join(tmpdir(), "footfall-"));
  unpacked.files += 1;
  const path = join(unpacked.folder, `${unpacked.files}.zip`);
  const file = await open(path, "wx", 0o600);
  try {
    for await (const piece of member.chunks()) await file.write(piece);
  } finally {
    await file.close();
  }
  return bytesOfFile(path, member.size);
}

/** Judged from content: `PK` and a local header, or the end of an empty archive. */
async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && (buffer.readUInt32LE(0) === 0x04034b50 || buffer.readUInt32LE(0) === 0x06054b50);
  } finally {
    await file.close();
  }
}

function unreadable(error: unknown): Refusal {
  return { code: "unreadable", message: systemReason(error), where: null };
}
