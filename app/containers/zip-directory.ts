import yauzl, { type Entry } from "yauzl";
import type { Refusal } from "../../src/index.ts";
import type { ContainerLimits } from "./limits.ts";
import type { RandomAccess } from "./read-range.ts";
import { YauzlReader } from "./yauzl-reader.ts";

/** What a zip's directory tells of one member. */
export interface ZipEntry {
  /** With forward slashes; safe to show and to join to the archive's own path. */
  readonly name: string;
  readonly isDeflated: boolean;
  readonly size: number;
  readonly packedSize: number;
  readonly crc32: number;
  /** Where its local header begins [bytes]. */
  readonly offset: number;
  /** Why it is not read; null where it may be. */
  readonly refusal: Refusal | null;
}

/** A zip's directory, as far as it could be read. */
export interface ZipDirectory {
  /** In the order they lie in the file. */
  readonly entries: readonly ZipEntry[];
  /** Why the directory ends early; null where it is whole. */
  readonly trouble: string | null;
}

/** Reads a zip's directory; members that must not be read carry their refusal. Never throws. */
export async function readZipDirectory(source: RandomAccess, limits: ContainerLimits): Promise<ZipDirectory> {
  const entries: ZipEntry[] = [];
  let trouble: string | null = null;
  try {
    // Names are decoded here, so that one bad name costs one member and not the archive.
    const zip = await yauzl.fromRandomAccessReaderPromise(new YauzlReader(source), source.size, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false });
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.mostMembers) {
        trouble = `it holds more than ${limits.mostMembers} files; the rest was not read`;
        break;
      }
      const described = describe(entry, limits);
      if (described) entries.push(described);
    }
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  return { entries: withoutOverlaps(withoutDuplicates(entries)).toSorted((one, other) => one.offset - other.offset), trouble };
}

const unixMaker = 3;
const linkMode = 0o120000;
const encryptedFlag = 1;

/** Null for a folder. */
function describe(entry: Entry, limits: ContainerLimits): ZipEntry | null {
  const name = nameOf(entry).replaceAll("\\", "/");
  if (name.endsWith("/")) return null;
  const mode = entry.versionMadeBy >>> 8 === unixMaker ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0;
  const trouble =
    nameTrouble(name, entry, limits)
    ?? (mode === linkMode ? "it is a link to somewhere else, not a file" : null)
    ?? ((entry.generalPurposeBitFlag & encryptedFlag) !== 0 ? "it is encrypted; unpack it with its password first" : null)
    ?? (entry.compressionMethod !== 0 && entry.compressionMethod !== 8 ? `packed by a method (${entry.compressionMethod}) that is not read; unpack and zip it again` : null)
    ?? (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize ? "its two sizes contradict each other" : null);
  return {
    name: printable(name), isDeflated: entry.compressionMethod === 8, size: entry.uncompressedSize, packedSize: entry.compressedSize, crc32: entry.crc32 >>> 0, offset: entry.relativeOffsetOfLocalHeader,
    refusal: trouble === null ? null : { code: "unsupported", message: trouble, where: null },
  };
}

const utf8Flag = 0x800;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** macOS writes UTF-8 without saying so: bytes that are UTF-8 are taken as such, others as the DOS code page. */
function nameOf(entry: Entry): string {
  const told = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  if ((entry.generalPurposeBitFlag & utf8Flag) !== 0) return told;
  try {
    return strictUtf8.decode(entry.fileNameRaw);
  } catch {
    return told;
  }
}

function nameTrouble(name: string, entry: Entry, limits: ContainerLimits): string | null {
  if (entry.fileNameRaw.length > limits.longestName) return `its name has more than ${limits.longestName} bytes`;
  if (name === "") return "it has no name";
  if (name.startsWith("/") || /^[a-z]:/i.test(name)) return "its name is an absolute path, which no export has";
  if (name.split("/").includes("..")) return "its name leads out of the archive, which no export does";
  if (name.includes("\0")) return "its name holds a zero byte";
  return null;
}

/** A name as it may stand in a message: control and direction characters shown, not obeyed. */
function printable(name: string): string {
  return name.slice(0, 300).replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function withoutDuplicates(entries: readonly ZipEntry[]): ZipEntry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.refusal !== null || !seen.has(entry.name)) {
      seen.add(entry.name);
      return entry;
    }
    return refusedBecause(entry, "the archive holds another file of this name, and the first was taken");
  });
}

const localHeaderLength = 30;

/** Members that share bytes are how a small file unpacks to petabytes. */
function withoutOverlaps(entries: readonly ZipEntry[]): ZipEntry[] {
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset);
  const overlapping = new Set<ZipEntry>();
  let furthest: ZipEntry | null = null;
  for (const entry of inOrder) {
    if (furthest && entry.offset < endOf(furthest)) {
      overlapping.add(entry);
      overlapping.add(furthest);
    }
    if (!furthest || endOf(entry) > endOf(furthest)) furthest = entry;
  }
  return entries.map((entry) => (overlapping.has(entry) && entry.refusal === null ? refusedBecause(entry, "it shares bytes with another file of the archive, as no honest archive does") : entry));
}

function endOf({ offset, packedSize }: ZipEntry): number {
  return offset + localHeaderLength + packedSize;
}

function refusedBecause(entry: ZipEntry, message: string): ZipEntry {
  return { ...entry, refusal: { code: "unsupported", message, where: null } };
}
