/** One line of a comma-separated file: its cells, and the line it began on for messages. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Counted from 1. */
  readonly line: number;
}

/** Trouble in the file itself, with the line it was found on. */
export class CsvTrouble extends Error {}

/** Reads comma-separated rows as RFC 4180 has them from text as it comes: quotes, doubled quotes, line breaks in quotes, BOM, any line end. */
export async function* readCsv(chunks: AsyncIterable<string>, separator = ","): AsyncGenerator<CsvRow> {
  let cells: string[] = [];
  let cell = "";
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  let line = 1;
  let rowLine = 1;
  let isFirst = true;
  let previous = "";

  for await (const chunk of chunks) {
    for (const character of isFirst ? chunk.replace(/^\uFEFF/, "") : chunk) {
      const isLineEnd = character === "\n" || character === "\r";
      if (character === "\r" || (character === "\n" && previous !== "\r")) line += 1;
      if (state === "quoted") {
        if (character === '"') state = "closed";
        else cell += character;
      } else if (character === '"' && state === "closed") {
        cell += '"';
        state = "quoted";
      } else if (character === '"' && state === "start") {
        state = "quoted";
      } else if (character === separator) {
        cells.push(cell);
        cell = "";
        state = "start";
      } else if (isLineEnd) {
        // An empty line, or the second half of \r\n, is no row.
        if (cells.length > 0 || cell !== "" || state === "closed") yield { cells: [...cells, cell], line: rowLine };
        cells = [];
        cell = "";
        state = "start";
        rowLine = line;
      } else if (state === "closed") {
        throw new CsvTrouble(`line ${line}: text after a closing quote; double the quotes inside a cell`);
      } else {
        cell += character;
        state = "plain";
      }
      previous = character;
    }
    if (chunk !== "") isFirst = false;
  }
  if (state === "quoted") throw new CsvTrouble(`line ${rowLine}: a quote is opened and never closed`);
  if (cells.length > 0 || cell !== "" || state === "closed") yield { cells: [...cells, cell], line: rowLine };
}
