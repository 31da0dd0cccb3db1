import { appleTimeAt, decimalAt } from "./byte-values.ts";
import { isSpace, spells } from "./spelling.ts";

const encoder = new TextEncoder();
const [creationKey, startKey, endKey, valueKey] = [encoder.encode(' creationDate="'), encoder.encode(' startDate="'), encoder.encode('" endDate="'), encoder.encode('" value="')] as const;
const [greater, slash, quote] = [62, 47, 34] as const;
/** `2024-01-15 10:00:00 +0100`. */
const timeLength = 25;
const [endTimeBefore, startTimeBefore] = [timeLength + valueKey.length, 2 * timeLength + valueKey.length + endKey.length] as const;
const creationLength = creationKey.length + timeLength + 1;

/**
 * A record as Apple writes nearly all of them: its times and its value stand at its end, so that they are read from there.
 * `<Record type="…" sourceName="…" device="…" unit="…" creationDate="…" startDate="…" endDate="…" value="62"/>`
 */
export class UsualRecord {
  /** [s since 1970-01-01T00:00:00Z] */
  start = NaN;
  end = NaN;
  value = NaN;
  /** Where its head ends: all before its times. */
  headEnd = 0;

  /** Whether the tag whose name begins there, before the next tag, is of this shape; what it tells is noted. */
  read(bytes: Uint8Array, at: number, next: number): boolean {
    let last = next - 1;
    while (last > at && isSpace(bytes[last])) last--;
    if (bytes[last] !== greater) return false;
    if (bytes[--last] === slash) last--;
    if (bytes[last] !== quote) return false;
    let valueAt = last;
    while (valueAt > at && bytes[valueAt - 1] !== quote) valueAt--;
    const startAt = valueAt - startTimeBefore;
    if (startAt - startKey.length <= at || !spells(bytes, startAt - startKey.length, startKey)) return false;
    if (!spells(bytes, startAt + timeLength, endKey) || !spells(bytes, valueAt - valueKey.length, valueKey)) return false;
    this.start = appleTimeAt(bytes, startAt, startAt + timeLength);
    this.end = appleTimeAt(bytes, valueAt - endTimeBefore, valueAt - valueKey.length);
    this.value = decimalAt(bytes, valueAt, last);
    this.headEnd = startAt - startKey.length;
    const creationAt = this.headEnd - creationLength;
    if (creationAt > at && spells(bytes, creationAt, creationKey) && bytes[this.headEnd - 1] === quote) {
      for (let within = creationAt + creationKey.length; within < this.headEnd - 1; within++) if (bytes[within] === quote) return false;
      this.headEnd = creationAt;
    }
    return this.start + this.end + this.value < Infinity;
  }
}

/** Heads of records, the same bytes in millions of them, with what was made of each: one of each length, as many as the devices and quantities that take turns. */
export class Heads<Made> {
  readonly #byLength: ({ readonly spelling: Uint8Array; readonly made: Made } | undefined)[] = [];

  find(bytes: Uint8Array, start: number, end: number): Made | undefined {
    const head = this.#byLength[end - start];
    return head && spells(bytes, start, head.spelling) ? head.made : undefined;
  }

  keep(bytes: Uint8Array, start: number, end: number, made: Made): void {
    if (end - start < longestHead) this.#byLength[end - start] = { spelling: new Uint8Array(bytes.subarray(start, end)), made };
  }
}

/** A head with longer names than this is read anew each time [bytes]. */
const longestHead = 1024;
