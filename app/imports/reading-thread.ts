import { workerData } from "piscina";
import { readMember, type KnownBefore, type MemberRead, type MemberToRead } from "./read-member.ts";

const known: KnownBefore = workerData;

/** What a reading thread does with each file it is given. */
export default function read(member: MemberToRead): MemberRead {
  return readMember(member, known);
}
