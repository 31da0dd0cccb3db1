/** How a FIT base type is laid out; `invalid` is the raw value that means "not recorded". */
export interface BaseType {
  readonly name: BaseTypeName;
  /** The code in a definition message, its endian flag included. */
  readonly code: number;
  /** Bytes of one element. */
  readonly size: 1 | 2 | 4 | 8;
  readonly kind: "unsigned" | "signed" | "float" | "string" | "bytes";
  /** Raw invalid value; NaN for floats, whose all-ones pattern is not a number anyway. */
  readonly invalid: number;
}

export type BaseTypeName =
  | "enum" | "sint8" | "uint8" | "sint16" | "uint16" | "sint32" | "uint32" | "string" | "float32" | "float64"
  | "uint8z" | "uint16z" | "uint32z" | "byte" | "sint64" | "uint64" | "uint64z";

/** FIT's base types by their number, the low five bits of their code. */
export const baseTypes: readonly BaseType[] = [
  { name: "enum", code: 0x00, size: 1, kind: "unsigned", invalid: 0xff },
  { name: "sint8", code: 0x01, size: 1, kind: "signed", invalid: 0x7f },
  { name: "uint8", code: 0x02, size: 1, kind: "unsigned", invalid: 0xff },
  { name: "sint16", code: 0x83, size: 2, kind: "signed", invalid: 0x7fff },
  { name: "uint16", code: 0x84, size: 2, kind: "unsigned", invalid: 0xffff },
  { name: "sint32", code: 0x85, size: 4, kind: "signed", invalid: 0x7fffffff },
  { name: "uint32", code: 0x86, size: 4, kind: "unsigned", invalid: 0xffffffff },
  { name: "string", code: 0x07, size: 1, kind: "string", invalid: 0 },
  { name: "float32", code: 0x88, size: 4, kind: "float", invalid: NaN },
  { name: "float64", code: 0x89, size: 8, kind: "float", invalid: NaN },
  { name: "uint8z", code: 0x0a, size: 1, kind: "unsigned", invalid: 0 },
  { name: "uint16z", code: 0x8b, size: 2, kind: "unsigned", invalid: 0 },
  { name: "uint32z", code: 0x8c, size: 4, kind: "unsigned", invalid: 0 },
  { name: "byte", code: 0x0d, size: 1, kind: "bytes", invalid: 0xff },
  { name: "sint64", code: 0x8e, size: 8, kind: "signed", invalid: 2 ** 63 },
  { name: "uint64", code: 0x8f, size: 8, kind: "unsigned", invalid: 2 ** 64 },
  { name: "uint64z", code: 0x90, size: 8, kind: "unsigned", invalid: 0 },
];

/** The base type with this name. */
export function baseType(name: BaseTypeName): BaseType {
  const found = baseTypes.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`no FIT base type is called ${name}`);
  return found;
}
