import { workerData } from "piscina";
import { z } from "zod";
import { readMember, type MemberRead, type MemberToRead } from "./read-member.ts";

const known = new Set(z.object({ known: z.array(z.string()) }).parse(workerData).known);

/** What a reading thread does with each file it is given. */
export default function read(member: MemberToRead): MemberRead {
  return readMember(member, (sha256) => known.has(sha256));
}
