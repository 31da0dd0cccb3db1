import { inUtf8 } from "../xml/in-utf8.ts";
import { searchRoom } from "./search-room.ts";
import { endsName, isSpace } from "./spelling.ts";
import { Tag } from "./tag.ts";

/** What a reader does with the tags it asked for. */
export interface TagVisitor {
  /** Whether a start tag beginning with these bytes is wanted: `bytes[at]` is the first letter of its name. */
  readonly wants: (bytes: Uint8Array, at: number) => boolean;
  /** Names of the attributes that are looked at, in the order the tag gives them; the others are passed over. */
  readonly attributes: readonly string[];
  /** Takes a wanted tag of the shape that it knows straight from the bytes up to the next tag; where it answers false, the tag is read attribute by attribute. */
  readonly takes?: (bytes: Uint8Array, at: number, next: number) => boolean;
  /** The tag is the same object each time: what is to be kept is taken out of it. */
  readonly open: (tag: Tag) => void;
  /** End tags, and the end of empty elements that were wanted: `bytes[at]` is the first letter of the name. */
  readonly close?: (bytes: Uint8Array, at: number) => void;
}

const [less, greater, slash, exclamation, question, quote, apostrophe, equals] = [60, 62, 47, 33, 63, 34, 39, 61] as const;
/** No tag of an export is longer; one that is was never closed [bytes]. */
const longestTag = 2 ** 20;
/** The longest opening that must be told apart is `<!DOCTYPE HealthData [`, the longest beginning that a reader looks at a record's type. */
const longestLook = 96;

/** A reading under way, of XML in any encoding; its end tells how many tags could not be read. */
export function beginScan(visitor: TagVisitor): { readonly push: (piece: Uint8Array) => void; readonly end: () => number } {
  const scanner = new TagScanner(visitor);
  const text = inUtf8((piece) => scanner.push(piece));
  return {
    push: text.push,
    end() {
      text.end();
      scanner.end();
      return scanner.damaged;
    },
  };
}

/**
 * Finds start tags in XML whose data stand in attributes, as they come in pieces, many times faster than a whole XML reader: bytes are looked at where they lie, and
 * become text or number only in the attribute that is asked for.
 *
 * It rests on one rule of XML: `<` never stands inside a tag, so that every `<` outside comments begins one. Text between tags is skipped; entities of the document's
 * own are never expanded. A tag that is damaged is dropped and counted, and the next `<` begins anew.
 */
class TagScanner {
  /** Tags that could not be read. */
  damaged = 0;
  readonly #visitor: TagVisitor;
  readonly #tag: Tag;
  /** What was not dealt with yet, and room for the next piece: one array for all pieces, so that gigabytes leave no waste behind. */
  #buffer = searchRoom(0);
  #length = 0;
  /** What a comment, section or declaration under way ends with; null outside of them. */
  #until: Ending | null = null;

  constructor(visitor: TagVisitor) {
    this.#visitor = visitor;
    this.#tag = new Tag(visitor.attributes);
  }

  /** Takes the next piece. */
  push(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#buffer.length) this.#buffer = enlarged(this.#buffer, length);
    this.#buffer.set(piece, this.#length);
    const read = this.#scan(this.#buffer, length);
    this.#buffer.copyWithin(0, read, length);
    this.#length = length - read;
    if (this.#length > longestTag) {
      this.damaged++;
      this.#length = 0;
    }
  }

  /** Says that no piece follows; a tag cut off at the end counts as damaged. */
  end(): void {
    if (this.#until !== null || this.#buffer.subarray(0, this.#length).includes(less)) this.damaged++;
    this.#length = 0;
  }

  /** Bytes dealt with; the rest waits for the next piece. */
  #scan(room: Uint8Array, length: number): number {
    const bytes = room.length === length ? room : room.subarray(0, length);
    let at = 0;
    // Where the next tag begins, where that is known.
    let next = -1;
    for (;;) {
      if (this.#until !== null) {
        const found = findEnding(bytes, this.#until, at);
        if (found.end < 0) return found.from;
        at = found.end;
        this.#until = null;
      }
      const start = next >= at ? next : bytes.indexOf(less, at);
      if (start < 0) return length;
      if (start + longestLook > length && bytes.indexOf(greater, start) < 0) return start;
      const first = bytes[start + 1];
      at = start + 1;
      if (first === exclamation || first === question) {
        this.#until = endingOf(bytes, start);
        at = start + 2;
      } else if (first === slash) this.#visitor.close?.(bytes, start + 2);
      else if (this.#visitor.wants(bytes, at)) {
        next = bytes.indexOf(less, at);
        if (next >= 0 && this.#visitor.takes?.(bytes, at, next) === true) continue;
        const end = readTag(this.#tag, bytes, at, next < 0 ? length : next);
        if (end < 0) {
          if (end === cutOff && next < 0) return start;
          this.damaged++;
        } else {
          this.#visitor.open(this.#tag);
          if (bytes[end - 1] === slash) this.#visitor.close?.(bytes, at);
          at = next < 0 ? end : next;
        }
      }
    }
  }
}

/** Notes where a tag's attributes lie; index of its `>`, or why there is none: it does not end before the limit, or it is no tag of XML. */
function readTag(tag: Tag, bytes: Uint8Array, start: number, limit: number): number {
  tag.begin(bytes, start);
  let at = start;
  while (at < limit && !endsName(bytes[at]!)) at++;
  for (;;) {
    while (at < limit && isSpace(bytes[at]!)) at++;
    if (bytes[at] === slash) at++;
    if (at >= limit) return cutOff;
    if (bytes[at] === greater) return at;
    const keyStart = at;
    while (at < limit && bytes[at] !== equals && !endsKey(bytes[at]!)) at++;
    const keyEnd = at;
    while (at < limit && isSpace(bytes[at]!)) at++;
    if (at < limit && bytes[at] !== equals) return malformed;
    at++;
    while (at < limit && isSpace(bytes[at]!)) at++;
    if (at >= limit) return cutOff;
    const around = bytes[at];
    if (around !== quote && around !== apostrophe) return malformed;
    const valueStart = ++at;
    while (at < limit && bytes[at] !== around) at++;
    if (at >= limit) return cutOff;
    tag.note(keyStart, keyEnd, valueStart, at);
    at++;
  }
}

const cutOff = -1;
const malformed = -2;

function endsKey(byte: number): boolean {
  return byte === quote || byte === apostrophe || endsName(byte);
}

/** Bytes that end something; white space may stand before the last of them where that is told. */
interface Ending {
  readonly bytes: readonly number[];
  readonly maySpread?: boolean;
}

const ending = (text: string): Ending => ({ bytes: Array.from(text, (letter) => letter.charCodeAt(0)) });
const [commentEnd, sectionEnd, instructionEnd, declarationEnd] = [ending("-->"), ending("]]>"), ending("?>"), ending(">")] as const;
const subsetEnd: Ending = { ...ending("]>"), maySpread: true };

/** What ends the comment, section, instruction or declaration that begins here. */
function endingOf(bytes: Uint8Array, start: number): Ending {
  if (bytes[start + 1] === question) return instructionEnd;
  if (bytes[start + 2] === 0x2d) return commentEnd;
  if (bytes[start + 2] === 0x5b) return sectionEnd;
  const bracket = bytes.indexOf(0x5b, start);
  const end = bytes.indexOf(greater, start);
  // A document type brings its own declarations in brackets.
  return bracket >= 0 && (end < 0 || bracket < end) ? subsetEnd : declarationEnd;
}

/** Where an ending ends, or -1 and from where to look on once more bytes are there. */
function findEnding(bytes: Uint8Array, { bytes: sought, maySpread = false }: Ending, from: number): { readonly end: number; readonly from: number } {
  for (let start = bytes.indexOf(sought[0]!, from); start >= 0; start = bytes.indexOf(sought[0]!, start + 1)) {
    let at = start;
    for (const [index, byte] of sought.entries()) {
      if (maySpread && index > 0) while (at < bytes.length && isSpace(bytes[at]!)) at++;
      if (at >= bytes.length) return { end: -1, from: start };
      if (bytes[at] !== byte) {
        at = -1;
        break;
      }
      at++;
    }
    if (at >= 0) return { end: at, from: at };
  }
  return { end: -1, from: bytes.length };
}

function enlarged(bytes: Uint8Array, length: number): Uint8Array {
  const larger = searchRoom(2 ** Math.ceil(Math.log2(length)));
  larger.set(bytes);
  return larger;
}
