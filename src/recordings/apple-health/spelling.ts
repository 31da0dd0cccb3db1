/** Whether the bytes at a place spell this text. */
export function spells(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/** Whether a tag's name that begins there is this one, whole. */
export function isNamed(bytes: Uint8Array, at: number, name: Uint8Array): boolean {
  return spells(bytes, at, name) && endsName(bytes[at + name.length]);
}

/** Whether a name or a key ends before this byte. */
export function endsName(byte: number | undefined): boolean {
  return byte === 62 || byte === 47 || isSpace(byte);
}

/** White space as XML has it. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
