/** The decoder's label for XML bytes: by byte order mark, by the zero bytes of UTF-16, else by the encoding the declaration names. */
export function xmlEncoding(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return "utf-16le";
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return "utf-16be";
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 256));
  const named = /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]?.toLowerCase();
  // A file that calls itself UTF-16 and has no zero bytes is not; everything else unknown is read as UTF-8.
  return named !== undefined && singleByte.has(named) ? named : "utf-8";
}

/** Encodings that services were seen to declare and that every runtime decodes. */
const singleByte = new Set(["iso-8859-1", "iso-8859-2", "iso-8859-15", "latin1", "us-ascii", "windows-1250", "windows-1251", "windows-1252"]);

/** Hands the text over in chunks, without byte order mark, zero padding or white space before the first character. */
export function decodeChunks(bytes: Uint8Array, take: (text: string) => boolean): void {
  const decoder = new TextDecoder(xmlEncoding(bytes));
  let isStarted = false;
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const text = decoder.decode(bytes.subarray(at, at + chunkSize), { stream: at + chunkSize < bytes.length });
    const fresh: string = isStarted ? text : text.replace(/^[\s\0\ufeff]+/, "");
    isStarted ||= fresh !== "";
    if (isStarted && !take(fresh)) return;
  }
}

/** Big enough to be quick, small enough that a file of any size needs little memory. */
const chunkSize = 65_536;

/** Name of the root element without its prefix, in small letters; null where the text does not begin like XML. */
export function xmlRoot(bytes: Uint8Array): string | null {
  const text = new TextDecoder(xmlEncoding(bytes)).decode(bytes.subarray(0, longestProlog)).replace(/^[\s\0\ufeff]+/, "");
  let at = 0;
  while (text[at] === "<") {
    const end = text.startsWith("<!--", at) ? after(text, "-->", at) : text.startsWith("<?", at) ? after(text, "?>", at) : text.startsWith("<!", at) ? afterDoctype(text, at) : -1;
    if (end < 0) break;
    at = end;
    while (/\s/.test(text[at] ?? "")) at++;
  }
  return /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})[\s/>]/.exec(text.slice(at, at + 300))?.[1]?.toLowerCase() ?? null;
}

/** The root element stands within so many bytes, whatever comes before it. */
const longestProlog = 16_384;

function after(text: string, closing: string, at: number): number {
  const found = text.indexOf(closing, at);
  return found < 0 ? -1 : found + closing.length;
}

function afterDoctype(text: string, at: number): number {
  const subset = text.indexOf("[", at);
  const plain = text.indexOf(">", at);
  return subset >= 0 && subset < plain ? after(text, ">", text.indexOf("]", subset) < 0 ? text.length : text.indexOf("]", subset)) : plain < 0 ? -1 : plain + 1;
}
