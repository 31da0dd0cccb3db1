/** Rows of one kind of message as growing columns; a gap is NaN, a column never seen is absent. */
export interface ColumnTable {
  length: number;
  capacity: number;
  readonly indexes: Map<string, number>;
  readonly columns: Float64Array[];
  readonly texts: Map<string, (string | undefined)[]>;
}

export function makeTable(): ColumnTable {
  return { length: 0, capacity: 0, indexes: new Map(), columns: [], texts: new Map() };
}

/** Index of the column with this name in `columns`, made on first use. */
export function columnIndex(table: ColumnTable, name: string): number {
  const known = table.indexes.get(name);
  if (known !== undefined) return known;
  const index = table.columns.length;
  table.indexes.set(name, index);
  table.columns.push(new Float64Array(table.capacity).fill(NaN));
  return index;
}

/** Opens a row of gaps and returns its number. Memory grows with the rows read, never with a length that a file claims. */
export function addRow(table: ColumnTable): number {
  const row = table.length++;
  if (row < table.capacity) return row;
  const capacity = Math.max(512, 2 * table.capacity);
  for (let index = 0; index < table.columns.length; index++) {
    const grown = new Float64Array(capacity);
    grown.set(table.columns[index]!);
    grown.fill(NaN, table.capacity);
    table.columns[index] = grown;
  }
  table.capacity = capacity;
  return row;
}

/** Takes the last row back, as if it had not been read. */
export function dropLastRow(table: ColumnTable): void {
  if (table.length === 0) return;
  const row = --table.length;
  for (const column of table.columns) column[row] = NaN;
  for (const text of table.texts.values()) text.length = Math.min(text.length, row);
}

/** The column's values, one per row; undefined where no definition ever named it. */
export function numbers(table: ColumnTable, name: string): Float64Array | undefined {
  const index = table.indexes.get(name);
  return index === undefined ? undefined : table.columns[index]?.subarray(0, table.length);
}

/** One number of a row; NaN where it is not there. */
export function numberAt(table: ColumnTable, name: string, row: number): number {
  const column = numbers(table, name);
  return column && row < table.length ? column[row] ?? NaN : NaN;
}

/** One text of a row; null where it is not there or empty. */
export function textAt(table: ColumnTable, name: string, row: number): string | null {
  return table.texts.get(name)?.[row] || null;
}

/** The values at the given rows, in their order. */
export function gather(values: Float64Array, rows: Uint32Array): Float64Array {
  const gathered = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) gathered[index] = values[rows[index]!]!;
  return gathered;
}
