import { readFile } from "node:fs/promises";
import { refused, wrongUse } from "./failure.ts";
import { systemReason } from "../containers/index.ts";

/** One column of a table of numbers, or the sum of those whose names a pattern with `*` fits, whatever separates the cells: comma, semicolon, tab or blanks. */
export async function readForceColumn(path: string, column: string | null): Promise<Float64Array> {
  const lines = (await textOf(path)).replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const first = lines.findIndex((line) => numbersIn(line) > 0);
  if (first < 0) throw refused(`${path}: no line of numbers; a force record has one sample a line`);
  const separator = separatorOf(lines[first] ?? "");
  const header = first > 0 ? cellsOf(lines[first - 1] ?? "", separatorOf(lines[first - 1] ?? "")) : [];
  const places = placesOf(path, column, header, cellsOf(lines[first] ?? "", separator).length);
  const force = Float64Array.from(lines.slice(first), (line) => {
    const cells = cellsOf(line, separator);
    return places.reduce((sum, place) => sum + numberOf(cells[place]), 0);
  });
  const gap = force.findIndex((value) => !Number.isFinite(value));
  if (gap >= 0) throw refused(`${path}: line ${first + gap + 1} has no number in the column; fill or cut the gap, contacts beside it would be wrong`);
  return force;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw refused(`${path}: ${systemReason(error)}`);
  }
}

const separatorOf = (line: string): RegExp => (line.includes("\t") ? /\t/ : line.includes(";") ? /;/ : line.includes(",") ? /,/ : /\s+/);
const cellsOf = (line: string, separator: RegExp): string[] => line.trim().split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
const numberOf = (cell: string | undefined): number => (cell === undefined || cell === "" ? Number.NaN : Number(cell));

// Counts numbers only where every cell is one, so that "nRows=9000" above a table is no sample.
function numbersIn(line: string): number {
  const cells = cellsOf(line, separatorOf(line));
  return cells.every((cell) => Number.isFinite(numberOf(cell))) ? cells.length : 0;
}

function placesOf(path: string, column: string | null, header: readonly string[], width: number): readonly number[] {
  if (column === null) {
    if (width === 1) return [0];
    throw wrongUse(`contacts: ${path} has ${width} columns; name the one with the vertical force: --column ${header.length > 0 ? header.join(" | ") : "1 (counted from 1)"}`);
  }
  const named = header.findIndex((name) => name.toLowerCase() === column.toLowerCase());
  if (named >= 0) return [named];
  const counted = Number(column);
  if (Number.isInteger(counted) && counted >= 1 && counted <= width) return [counted - 1];
  const fitting = column.includes("*") ? header.flatMap((name, index) => (fits(name, column) ? [index] : [])) : [];
  if (fitting.length > 0) return fitting;
  const known = header.length > 0 ? header.join(", ") : `no header, so count the columns from 1 to ${width}`;
  throw wrongUse(`contacts: ${path} has no column "${column}"; it has ${known}`);
}

/** Whether a name fits a pattern in which `*` stands for anything. */
function fits(name: string, pattern: string): boolean {
  const [start = "", ...rest] = pattern.toLowerCase().split("*");
  const end = rest.at(-1) ?? "";
  const plain = name.toLowerCase();
  return plain.startsWith(start) && plain.endsWith(end) && plain.length >= start.length + end.length && rest.slice(0, -1).every((part) => plain.includes(part));
}
