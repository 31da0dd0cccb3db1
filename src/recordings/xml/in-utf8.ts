import { xmlEncoding } from "./decode-text.ts";

/** What an encoding is told by stands within so many bytes. */
const prolog = 256;

/** Hands an XML file's pieces on as UTF-8, whatever encoding it is in; pieces that are UTF-8 go on as they are. */
export function inUtf8(take: (piece: Uint8Array) => void): { readonly push: (piece: Uint8Array) => void; readonly end: () => void } {
  let first = new Uint8Array();
  let on: ((piece: Uint8Array, isLast: boolean) => void) | null = null;
  const begin = (): void => {
    const encoding = xmlEncoding(first);
    on = encoding === "utf-8" ? (piece) => take(piece) : decoded(encoding, take);
    on(first, false);
  };
  return {
    push(piece) {
      if (on) return on(piece, false);
      const longer = new Uint8Array(first.length + piece.length);
      longer.set(first);
      longer.set(piece, first.length);
      first = longer;
      if (first.length >= prolog) begin();
    },
    end() {
      if (!on) begin();
      on?.(new Uint8Array(), true);
    },
  };
}

function decoded(encoding: string, take: (piece: Uint8Array) => void): (piece: Uint8Array, isLast: boolean) => void {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (piece, isLast) => take(encoder.encode(decoder.decode(piece, { stream: !isLast })));
}
