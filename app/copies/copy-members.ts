import { unpackMember, type Found, type Member } from "../containers/index.ts";
import { CopyTrouble } from "./trouble.ts";
import { sumsName } from "./write-copy.ts";

/** Members by their name within the copy. */
export type CopyMembers = ReadonlyMap<string, Found>;

/** The members of the copy that a manifest of this name stands at the root of. */
export function copyMembers(found: readonly Found[], manifest: Member, name: string): CopyMembers {
  const root = manifest.path.slice(0, manifest.path.length - name.length);
  return new Map(found.filter(({ path }) => path.startsWith(root)).map((one) => [one.path.slice(root.length), one]));
}

/** The checksum each member must have. */
export async function readSums(file: string, members: CopyMembers): Promise<ReadonlyMap<string, string>> {
  const packed = await memberOf(file, members, sumsName).packed();
  const bytes = "code" in packed ? packed : unpackMember(packed);
  if (!(bytes instanceof Uint8Array)) throw damaged(file, bytes.message);
  const lines = new TextDecoder().decode(bytes).split("\n").map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  return new Map(lines.flatMap((match) => (match?.[1] !== undefined && match[2] !== undefined ? [[match[2], match[1]] as const] : [])));
}

/** A member by its name within the copy; refused where it is not there or may not be read. */
export function memberOf(file: string, members: CopyMembers, name: string): Member {
  const one = members.get(name);
  if (one && !("refusal" in one)) return one;
  throw damaged(file, one?.refusal.message ?? `${name} is missing in it`);
}

/** A copy that cannot be taken in as it is. */
export function damaged(file: string, how: string): CopyTrouble {
  return new CopyTrouble("damaged", `${file}: damaged or cut short (${how}); nothing was changed, take another copy of it`);
}
