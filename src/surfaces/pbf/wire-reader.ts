/** Bytes that are no protocol buffer message; caught where it is known which block of the file they are from. */
export class WireError extends Error {}

/** A cursor over a protocol buffer message. It never reads past its end, whatever lengths the bytes claim. */
export class WireReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;
  /** How the field that was read last is written: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes. */
  wireType = 0;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get hasMore(): boolean {
    return this.at < this.end;
  }

  /** Goes to the next field; its number, 0 at the end. */
  field(): number {
    if (this.at >= this.end) return 0;
    const tag = this.unsigned();
    this.wireType = tag % 8;
    const number = Math.floor(tag / 8);
    if (number === 0) throw new WireError("field 0");
    return number;
  }

  /** A varint as an unsigned number, exact up to 2^53. */
  unsigned(): number {
    const first = this.byte();
    return first < 0x80 ? first : this.longVarint(first, false);
  }

  /** A varint as a two's complement number of 64 bits, exact within ±2^53. */
  integer(): number {
    const first = this.byte();
    return first < 0x80 ? first : this.longVarint(first, true);
  }

  /** A varint folded as 0, −1, 1, −2, …: the differences that node places and references are written as. */
  folded(): number {
    const { bytes, at, end } = this;
    // Nearly all are of one to four bytes: read without a call each.
    if (at + 4 <= end) {
      let byte = bytes[at]!;
      let value = byte & 0x7f;
      if (byte < 0x80) return this.unfold(value, at + 1);
      byte = bytes[at + 1]!;
      value |= (byte & 0x7f) << 7;
      if (byte < 0x80) return this.unfold(value, at + 2);
      byte = bytes[at + 2]!;
      value |= (byte & 0x7f) << 14;
      if (byte < 0x80) return this.unfold(value, at + 3);
      byte = bytes[at + 3]!;
      value |= (byte & 0x7f) << 21;
      if (byte < 0x80) return this.unfold(value, at + 4);
    }
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The bytes of the field at hand as a reader of their own. */
  message(): WireReader {
    if (this.wireType !== 2) throw new WireError("bytes expected");
    const start = this.lengthOfBytes();
    return new WireReader(this.bytes, start, this.at);
  }

  /** The bytes of the field at hand. */
  raw(): Uint8Array {
    const { at, end } = this.message();
    return this.bytes.subarray(at, end);
  }

  /** Passes over the value of the field at hand. */
  skip(): void {
    if (this.wireType === 0) this.unsigned();
    else if (this.wireType === 1) this.advance(8);
    else if (this.wireType === 2) this.lengthOfBytes();
    else if (this.wireType === 5) this.advance(4);
    else throw new WireError(`wire type ${this.wireType}`);
  }

  private unfold(value: number, next: number): number {
    this.at = next;
    return (value >>> 1) ^ -(value & 1);
  }

  private byte(): number {
    if (this.at >= this.end) throw new WireError("cut short");
    return this.bytes[this.at++]!;
  }

  private longVarint(first: number, isSigned: boolean): number {
    let low = first & 0x7f;
    let high = 0;
    for (let shift = 7; shift < 70; shift += 7) {
      const byte = this.byte();
      const part = byte & 0x7f;
      if (shift < 28) low |= part << shift;
      else if (shift === 28) {
        low = (low | (part << 28)) >>> 0;
        high = part >>> 4;
      } else high |= part << (shift - 32);
      if (byte < 0x80) return (isSigned ? high | 0 : high >>> 0) * 2 ** 32 + (low >>> 0);
    }
    throw new WireError("a number of more than 64 bits");
  }

  private lengthOfBytes(): number {
    const length = this.unsigned();
    const start = this.at;
    this.advance(length);
    return start;
  }

  private advance(length: number): void {
    if (length > this.end - this.at) throw new WireError("longer than what holds it");
    this.at += length;
  }
}
