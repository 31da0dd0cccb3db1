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

/** What makes a value as it was told one in SI. */
export type InSi = (told: number) => number;

const blockLength = 2 ** 17;

/**
 * Keeps the millions of stretches of an export, whatever series they belong to and in whatever order they come: some six bytes each, every number in as many as it
 * needs. It holds the last block alone: the others go with the series that lie in them.
 */
export class StretchLog {
  /** The block at hand, and where the next stretch will lie in it. */
  block = new Uint8Array();
  at = 0;

  /** Opens a series of times near an origin [s since 1970-01-01T00:00:00Z]. */
  series(origin: number): Series {
    return new Series(this, origin);
  }

  /** Begins a new block where one more stretch might not fit. */
  makeRoom(): void {
    if (this.at + longestStretch <= this.block.length) return;
    this.block = new Uint8Array(blockLength);
    this.at = 0;
  }

  /** Puts down a stretch: milliseconds it begins after the one before it, and that it lasts, and its value as told. */
  put(after: number, lasts: number, told: number): void {
    this.#putWhole(after < 0 ? -2 * after - 1 : 2 * after);
    this.#putWhole(lasts);
    let decimals = 0;
    while (decimals < mostDecimals && !isWhole(told, decimals)) decimals++;
    this.block[this.at++] = decimals;
    if (decimals < mostDecimals) this.#putWhole(Math.round(told * tenTo[decimals]!));
    else {
      new DataView(this.block.buffer, this.at).setFloat64(0, told);
      this.at += 8;
    }
  }

  /** A whole number in bytes of seven bits, the last of them below 128. */
  #putWhole(number: number): void {
    let rest = number;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.block[this.at++] = 128 + (rest % 128);
    this.block[this.at++] = rest;
  }
}

/** Two times of five bytes, the decimals, a value of eight. */
const longestStretch = 19;
/** Most values are told with fewer decimals and kept by their digits; one with more is kept as it is. */
const mostDecimals = 8;
const mostDigits = 2 ** 49;
const tenTo = Float64Array.from({ length: mostDecimals }, (_, power) => 10 ** power);

/** Whether a value is exactly that many decimals. */
function isWhole(value: number, decimals: number): boolean {
  const scale = tenTo[decimals]!;
  const digits = Math.round(value * scale);
  return digits < mostDigits && digits / scale === value;
}

/** Stretches of one unit that lie together. */
interface Piece {
  readonly block: Uint8Array;
  readonly from: number;
  to: number;
  readonly inSi: InSi;
}

/** The stretches of one quantity and source during one workout, as they came. */
export class Series {
  length = 0;
  readonly #log: StretchLog;
  readonly #origin: number;
  readonly #pieces: Piece[] = [];
  /** Beginning of the last stretch [ms after the origin]. */
  #last = 0;

  constructor(log: StretchLog, origin: number) {
    this.#log = log;
    this.#origin = origin;
  }

  /** Keeps a stretch with its value as told, and what makes that one in SI. */
  add(start: number, end: number, told: number, inSi: InSi): void {
    if (this.length >= mostStretches) return;
    this.length++;
    const log = this.#log;
    log.makeRoom();
    const from = log.at;
    const begins = this.#milliseconds(start);
    log.put(begins - this.#last, this.#milliseconds(end) - begins, told);
    this.#last = begins;
    const last = this.#pieces.at(-1);
    if (last && last.block === log.block && last.to === from && last.inSi === inSi) last.to = log.at;
    else this.#pieces.push({ block: log.block, from, to: log.at, inSi });
  }

  columns(): Stretches {
    const columns: Stretches = { length: this.length, start: new Float64Array(this.length), end: new Float64Array(this.length), value: new Float64Array(this.length) };
    let row = 0;
    let begins = 0;
    for (const { block, from, to, inSi } of this.#pieces) {
      let at = from;
      const take = (): number => {
        let number = 0;
        let weight = 1;
        for (; block[at]! >= 128; weight *= 128) number += (block[at++]! - 128) * weight;
        return number + block[at++]! * weight;
      };
      while (at < to) {
        const after = take();
        begins += after % 2 === 0 ? after / 2 : -(after + 1) / 2;
        columns.start[row] = this.#origin + begins / 1000;
        columns.end[row] = this.#origin + (begins + take()) / 1000;
        const decimals = block[at++]!;
        if (decimals < mostDecimals) columns.value[row++] = inSi(take() / tenTo[decimals]!);
        else {
          columns.value[row++] = inSi(new DataView(block.buffer, at).getFloat64(0));
          at += 8;
        }
      }
    }
    return columns;
  }

  /** A stretch that begins or ends weeks away from the workout is cut there. */
  #milliseconds(time: number): number {
    return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.round((time - this.#origin) * 1000)));
  }
}
