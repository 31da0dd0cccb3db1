export type TableEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The text of a table, in whatever encoding a program wrote it: by its mark, by the zeros of UTF-16, as UTF-8 where it is valid, else as Windows wrote western languages, which holds Latin-1. */
export function decodeTable(bytes: Uint8Array): { readonly text: string; readonly encoding: TableEncoding } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): TableEncoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 2000);
  const zeros = (parity: number): number => start.reduce((count, byte, index) => count + (byte === 0 && index % 2 === parity ? 1 : 0), 0);
  if (zeros(1) > start.length / 4) return "utf-16le";
  if (zeros(0) > start.length / 4) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** What separates the cells: the character that most lines hold equally often, quoted text aside. */
export function separatorOf(text: string): Separator {
  const lines = text.slice(0, 50_000).replace(/"(?:[^"]|"")*"/g, "").split(/\r\n|\n|\r/).filter((line) => line.trim() !== "").slice(0, 50);
  const told = /^sep=(.)$/i.exec(lines[0]?.trim() ?? "")?.[1];
  const scored = separators.map((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const [usual = 0, agreeing = 0] = [...counts].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
    return { separator, agreeing: separator === told ? Infinity : agreeing, usual };
  });
  return scored.toSorted((one, other) => other.agreeing - one.agreeing || other.usual - one.usual)[0]?.separator ?? ",";
}

/** Words as they are compared: small letters without accents, signs and what stands in brackets. */
export function plainWords(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("ß", "ss").replace(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/[^\p{L}\p{N}#/]+/gu, " ").trim();
}
