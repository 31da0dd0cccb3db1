import { parseDecimal, parseTime } from "../xml/values.ts";
import { appleTimeAt, decimalAt, textAt } from "./byte-values.ts";
import { isNamed, spells } from "./spelling.ts";

const encoder = new TextEncoder();

/** A start tag as it lies in the bytes it came in: where the values of the attributes that are wanted begin and end. */
export class Tag {
  bytes: Uint8Array = new Uint8Array();
  /** Where its name begins. */
  nameAt = 0;
  /** Where the values lie, one per attribute; -1 where the tag has none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly #keys: readonly Uint8Array[];

  constructor(attributes: readonly string[]) {
    this.#keys = attributes.map((name) => encoder.encode(name));
    this.starts = new Int32Array(attributes.length);
    this.ends = new Int32Array(attributes.length);
  }

  begin(bytes: Uint8Array, nameAt: number): void {
    this.bytes = bytes;
    this.nameAt = nameAt;
    this.starts.fill(-1);
  }

  note(keyStart: number, keyEnd: number, valueStart: number, valueEnd: number): void {
    for (let index = 0; index < this.#keys.length; index++) {
      const key = this.#keys[index]!;
      if (key.length !== keyEnd - keyStart || !spells(this.bytes, keyStart, key)) continue;
      this.starts[index] = valueStart;
      this.ends[index] = valueEnd;
      return;
    }
  }

  isNamed(name: Uint8Array): boolean {
    return isNamed(this.bytes, this.nameAt, name);
  }

  /** An attribute's text; empty where the tag has none. */
  text(index: number): string {
    return this.starts[index]! < 0 ? "" : textAt(this.bytes, this.starts[index]!, this.ends[index]!);
  }

  /** An attribute's number; NaN where it is none. */
  decimal(index: number): number {
    const value = decimalAt(this.bytes, this.starts[index]!, this.ends[index]!);
    return Number.isNaN(value) ? parseDecimal(this.text(index)) : value;
  }

  /** An attribute's numbers, set apart by spaces; NaN for one that is none. */
  decimals(index: number): number[] {
    const numbers: number[] = [];
    const end = this.ends[index]!;
    for (let start = this.starts[index]!; start >= 0 && start < end; ) {
      const space = this.bytes.indexOf(32, start);
      const stop = space < 0 || space > end ? end : space;
      const number = decimalAt(this.bytes, start, stop);
      numbers.push(Number.isNaN(number) ? parseDecimal(textAt(this.bytes, start, stop)) : number);
      start = stop + 1;
    }
    return numbers;
  }

  /** An attribute's time [s since 1970-01-01T00:00:00Z]; NaN where it is none. */
  time(index: number): number {
    const time = appleTimeAt(this.bytes, this.starts[index]!, this.ends[index]!);
    return Number.isNaN(time) ? parseTime(this.text(index)).time : time;
  }
}
