/** What a reader does with the tags it asked for. */
export interface TagVisitor {
  /** Whether a start tag beginning with these bytes is wanted: `bytes[at]` is the first letter of its name. */
  readonly wants: (bytes: Uint8Array, at: number) => boolean;
  /** Names of the attributes that are looked at: the others are not even decoded. */
  readonly attributes: readonly string[];
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  /** End tags and the end of empty elements, of any name. */
  readonly close?: (name: string) => void;
}

const [less, greater, slash, exclamation, question, quote, apostrophe, equals] = [60, 62, 47, 33, 63, 34, 39, 61] as const;
/** No tag of an export is longer; one that is was never closed [bytes]. */
const longestTag = 2 ** 20;

/**
 * Finds start tags in XML whose data stand in attributes, as they come in pieces, many times faster than a whole XML reader.
 *
 * It rests on one rule of XML: `<` never stands inside a tag, so that every `<` outside comments begins one. Text between tags is skipped; entities of the document's
 * own are never expanded. A tag that is damaged is dropped and counted, and the next `<` begins anew.
 */
export class TagScanner {
  /** Tags that could not be read. */
  damaged = 0;
  readonly #visitor: TagVisitor;
  readonly #keys: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  #rest = new Uint8Array();
  /** What a comment, section or declaration under way ends with; null outside of them. */
  #until: readonly number[] | null = null;

  constructor(visitor: TagVisitor) {
    this.#visitor = visitor;
    this.#keys = visitor.attributes.map((name) => ({ name, bytes: new TextEncoder().encode(name) }));
  }

  /** Takes the next piece. */
  push(piece: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? piece : joined(this.#rest, piece);
    const read = this.#scan(bytes);
    this.#rest = bytes.slice(read);
    if (this.#rest.length > longestTag) {
      this.damaged++;
      this.#rest = new Uint8Array();
    }
  }

  /** Says that no piece follows; a tag cut off at the end counts as damaged. */
  end(): void {
    if (this.#rest.includes(less) || this.#until !== null) this.damaged++;
    this.#rest = new Uint8Array();
  }

  /** Bytes dealt with; the rest waits for the next piece. */
  #scan(bytes: Uint8Array): number {
    let at = 0;
    for (;;) {
      if (this.#until !== null) {
        const end = findSequence(bytes, this.#until, at);
        if (end < 0) return Math.max(at, bytes.length - this.#until.length + 1);
        at = end + this.#until.length;
        this.#until = null;
      }
      const start = bytes.indexOf(less, at);
      if (start < 0) return bytes.length;
      // The longest opening that must be told apart is `<![CDATA[`; the longest name that is looked at follows `<`.
      if (start + longestLook > bytes.length && bytes.indexOf(greater, start) < 0) return start;
      const first = bytes[start + 1];
      if (first === exclamation || first === question) {
        this.#until = endOf(bytes, start);
        at = start + 2;
      } else if (first === slash) {
        const end = bytes.indexOf(greater, start);
        if (end < 0) return start;
        this.#visitor.close?.(textOf(bytes, start + 2, end).trim());
        at = end + 1;
      } else if (!this.#visitor.wants(bytes, start + 1)) {
        at = start + 1;
      } else {
        const end = tagEnd(bytes, start);
        if (end === "open") return start;
        if (end === "damaged") this.damaged++;
        else this.#read(bytes, start + 1, end);
        at = end === "damaged" ? start + 1 : end + 1;
      }
    }
  }

  #read(bytes: Uint8Array, start: number, end: number): void {
    const isEmpty = bytes[end - 1] === slash;
    const limit = isEmpty ? end - 1 : end;
    let at = start;
    while (at < limit && !isSpace(bytes[at]!)) at++;
    const name = textOf(bytes, start, at);
    const attributes = new Map<string, string>();
    while (at < limit) {
      while (at < limit && isSpace(bytes[at]!)) at++;
      const keyStart = at;
      while (at < limit && bytes[at] !== equals && !isSpace(bytes[at]!)) at++;
      const key = this.#keys.find((candidate) => candidate.bytes.length === at - keyStart && spells(bytes, keyStart, candidate.bytes));
      while (at < limit && bytes[at] !== quote && bytes[at] !== apostrophe) at++;
      if (at >= limit) break;
      const close = bytes.indexOf(bytes[at]!, at + 1);
      if (close < 0 || close >= limit) break;
      if (key) attributes.set(key.name, unescaped(textOf(bytes, at + 1, close)));
      at = close + 1;
    }
    this.#visitor.open(name, attributes);
    if (isEmpty) this.#visitor.close?.(name);
  }
}

const longestLook = 96;

/** Whether the bytes at a place spell this text. */
export function spells(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/** Index of the tag's `>`; "open" where the bytes end first, "damaged" where another tag begins first. */
function tagEnd(bytes: Uint8Array, start: number): number | "open" | "damaged" {
  let inside = 0;
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === less) return "damaged";
    if (inside !== 0) {
      if (byte === inside) inside = 0;
    } else if (byte === quote || byte === apostrophe) inside = byte;
    else if (byte === greater) return at;
  }
  return "open";
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const [commentEnd, sectionEnd, instructionEnd, subsetEnd, declarationEnd] = [ascii("-->"), ascii("]]>"), ascii("?>"), ascii("]>"), ascii(">")] as const;

/** What ends the comment, section, instruction or declaration that begins here. */
function endOf(bytes: Uint8Array, start: number): readonly number[] {
  if (bytes[start + 1] === question) return instructionEnd;
  if (bytes[start + 2] === 0x2d) return commentEnd;
  if (bytes[start + 2] === 0x5b) return sectionEnd;
  const bracket = bytes.indexOf(0x5b, start);
  const end = bytes.indexOf(greater, start);
  // A document type brings its own declarations in brackets.
  return bracket >= 0 && (end < 0 || bracket < end) ? subsetEnd : declarationEnd;
}

function findSequence(bytes: Uint8Array, sequence: readonly number[], from: number): number {
  for (let at = bytes.indexOf(sequence[0]!, from); at >= 0; at = bytes.indexOf(sequence[0]!, at + 1)) {
    if (sequence.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

const utf8 = new TextDecoder("utf-8");

function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 200) return utf8.decode(bytes.subarray(start, end));
  for (let at = start; at < end; at++) if (bytes[at]! > 127) return utf8.decode(bytes.subarray(start, end));
  // Most are short and plain, for which the decoder costs more than it does.
  return Reflect.apply(String.fromCharCode, null, bytes.subarray(start, end));
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, (entity) => {
    const known = entities[entity.toLowerCase()];
    if (known !== undefined) return known;
    const code = entity[2] === "x" || entity[2] === "X" ? Number.parseInt(entity.slice(3), 16) : Number.parseInt(entity.slice(2), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
