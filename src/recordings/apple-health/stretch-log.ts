/** Values over stretches of time, as columns of one length. */
export interface Stretches {
  readonly length: number;
  /** [s since 1970-01-01T00:00:00Z] */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** In SI, counts as they are. */
  readonly value: Float64Array;
}

/** No run has more records of one quantity: two days at one a second. */
const mostStretches = 172_800;

/** Room for some thousand stretches, sixteen bytes each: milliseconds from the series' origin to beginning and end, and the value. */
interface Block {
  readonly offsets: Int32Array;
  readonly values: Float64Array;
}

const blockLength = 2 ** 13;

/**
 * Keeps the millions of stretches of an export, whatever series they belong to and in whatever order they come; an object each would take five times as much. It
 * holds the last block alone: the others go with the series that lie in them.
 */
export class StretchLog {
  #block: Block | null = null;
  #row = 0;

  /** Opens a series of times near an origin [s since 1970-01-01T00:00:00Z]. */
  series(origin: number): Series {
    return new Series(this, origin);
  }

  /** Puts a stretch behind the others; answers where it lies. */
  append(start: number, end: number, value: number): { readonly block: Block; readonly row: number } {
    if (!this.#block || this.#row === blockLength) {
      this.#block = { offsets: new Int32Array(2 * blockLength), values: new Float64Array(blockLength) };
      this.#row = 0;
    }
    const row = this.#row++;
    this.#block.offsets[2 * row] = start;
    this.#block.offsets[2 * row + 1] = end;
    this.#block.values[row] = value;
    return { block: this.#block, row };
  }
}

/** The stretches of one quantity and source during one workout, as they came. */
export class Series {
  length = 0;
  readonly #log: StretchLog;
  readonly #origin: number;
  /** Stretches that lie together. */
  readonly #pieces: { readonly block: Block; readonly first: number; count: number }[] = [];

  constructor(log: StretchLog, origin: number) {
    this.#log = log;
    this.#origin = origin;
  }

  add(start: number, end: number, value: number): void {
    if (this.length >= mostStretches) return;
    this.length++;
    const { block, row } = this.#log.append(this.#milliseconds(start), this.#milliseconds(end), value);
    const last = this.#pieces.at(-1);
    if (last && last.block === block && last.first + last.count === row) last.count++;
    else this.#pieces.push({ block, first: row, count: 1 });
  }

  columns(): Stretches {
    const columns: Stretches = { length: this.length, start: new Float64Array(this.length), end: new Float64Array(this.length), value: new Float64Array(this.length) };
    let at = 0;
    for (const { block, first, count } of this.#pieces) {
      for (let row = first; row < first + count; row++) {
        columns.start[at] = this.#origin + block.offsets[2 * row]! / 1000;
        columns.end[at] = this.#origin + block.offsets[2 * row + 1]! / 1000;
        columns.value[at++] = block.values[row]!;
      }
    }
    return columns;
  }

  /** A stretch that begins or ends weeks away from the workout is cut there. */
  #milliseconds(time: number): number {
    return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.round((time - this.#origin) * 1000)));
  }
}
