import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, csvNumber } from "../../src/index.ts";
import { readCsv } from "./csv.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

async function rowsOf(text: string, size = 1000): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readCsv(inPieces(text, size))) rows.push(cells);
  return rows;
}

test("RFC 4180: quotes, doubled quotes, commas and line breaks inside them, empty cells", async () => {
  expect(await rowsOf('a,b,c\r\n"1,5","say ""hi""","two\r\nlines"\r\n,,\r\n')).toEqual([["a", "b", "c"], ["1,5", 'say "hi"', "two\r\nlines"], ["", "", ""]]);
});

test("a BOM, bare line feeds, bare carriage returns, a last line without an end", async () => {
  expect(await rowsOf("\uFEFFa,b\n1,2\n\n3,4", 1)).toEqual([["a", "b"], ["1", "2"], ["3", "4"]]);
  expect(await rowsOf("a,b\r1,2\r")).toEqual([["a", "b"], ["1", "2"]]);
});

test("rows know the line they began on", async () => {
  const lines: number[] = [];
  for await (const { line } of readCsv(inPieces('a\r\n"x\r\ny"\r\nb\r\n', 3))) lines.push(line);
  expect(lines).toEqual([1, 2, 4]);
});

test("broken quotes are named with their line", async () => {
  await expect(rowsOf('a\n"b')).rejects.toThrow("line 2: a quote is opened and never closed");
  await expect(rowsOf('a\n"b"c')).rejects.toThrow("line 2: text after a closing quote");
});

test("what is written is read back, in pieces of any size", async () => {
  const cell = fc.string().filter((text) => !text.includes("\uFEFF"));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      expect(await rowsOf(rows.map(csvLine).join(""), size)).toEqual(rows);
    }),
    { seed: 4180 },
  );
});

test("absent numbers are empty cells, never 0", () => {
  expect([csvNumber(null), csvNumber(Number.NaN), csvNumber(0), csvNumber(1 / 3)]).toEqual(["", "", "0", "0.3333333"]);
});
