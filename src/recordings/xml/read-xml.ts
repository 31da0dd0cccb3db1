import { SaxesParser } from "saxes";
import { decodeChunks } from "./decode-text.ts";

/** What a format does with the elements; names come without prefix and in small letters. */
export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** `text` is the element's own text, white space around it removed. */
  close(name: string, text: string, parent: string): void;
  /** True when nothing more is wanted. */
  isFull(): boolean;
}

/** What was wrong with the XML; null where it was well formed. */
export interface XmlTrouble {
  readonly code: "damaged" | "too-deep";
  readonly message: string;
  /** For example `line 12, column 4`. */
  readonly where: string;
}

/** No export nests this deep. */
const deepest = 64;
/** After so many errors the rest is noise. */
const mostErrors = 100;
/** No value that is wanted is longer; the rest of a longer text is dropped. */
const longestText = 4096;

/** Walks XML as it comes, without expanding any entity of its own; goes on after an error as long as that makes sense. */
export function readXml(bytes: Uint8Array, visitor: XmlVisitor): XmlTrouble | null {
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: false });
  const names: string[] = [];
  const texts: string[] = [];
  let first: { message: string; where: string } | null = null;
  let errors = 0;
  let isTooDeep = false;
  const here = (): string => `line ${parser.line}, column ${parser.column}`;
  const isOver = (): boolean => isTooDeep || errors > mostErrors || visitor.isFull();

  // An error object with its stack costs more than a hundred points; only the first one is told.
  const makeError = parser.makeError.bind(parser);
  let firstError: Error | undefined;
  parser.makeError = (message) => (firstError ??= makeError(message));
  parser.on("error", (error) => {
    errors++;
    first ??= { message: error.message.replace(/^\d+:\d+:\s*/, ""), where: here() };
  });
  parser.on("opentag", (tag) => {
    if (isOver()) return;
    if (names.length >= deepest) {
      isTooDeep = true;
      first ??= { message: `elements are nested more than ${deepest} deep`, where: here() };
      return;
    }
    const name = localName(tag.name);
    names.push(name);
    texts.push("");
    visitor.open(name, tag.attributes);
  });
  parser.on("text", (text) => {
    const top = texts.length - 1;
    if (top >= 0 && texts[top]!.length < longestText) texts[top] += text.slice(0, longestText);
  });
  parser.on("closetag", (tag) => {
    if (isOver() || names.at(-1) !== localName(tag.name)) return;
    const name = names.pop()!;
    visitor.close(name, texts.pop()!.trim(), names.at(-1) ?? "");
  });

  try {
    decodeChunks(bytes, (text) => {
      parser.write(text);
      return !isOver();
    });
    if (!isOver()) parser.close();
  } catch (error) {
    first ??= { message: error instanceof Error ? error.message : "unreadable", where: here() };
  }
  return trouble(first, isTooDeep, errors);
}

function trouble(first: { readonly message: string; readonly where: string } | null, isTooDeep: boolean, errors: number): XmlTrouble | null {
  if (!first) return null;
  const { where } = first;
  const more = errors > mostErrors ? "; the rest was left out" : errors > 1 ? `, and ${errors - 1} more errors after it` : "";
  return { code: isTooDeep ? "too-deep" : "damaged", where, message: `the XML is damaged at ${where} (${first.message.replace(/\.$/, "")}${more})` };
}

const localNames = new Map<string, string>();

/** Name without prefix in small letters; remembered, since a file repeats some twenty names. */
function localName(name: string): string {
  const known = localNames.get(name);
  if (known !== undefined) return known;
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  if (localNames.size < 500) localNames.set(name, local);
  return local;
}
