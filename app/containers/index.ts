export { filesBelow, type FileBelow } from "./files-below.ts";
export { usualLimits, type ContainerLimits } from "./limits.ts";
export { ContainerError, type Found, type Member, type PackedBytes } from "./member.ts";
export { openMembers, type OpenMembers } from "./open-members.ts";
export { systemReason } from "./system-reason.ts";
export { unpackMember } from "./unpack-member.ts";
