import { z } from "zod";
import { edit } from "./edits.ts";
import type { Store } from "./open-store.ts";
import { readShoe } from "./shoes.ts";
import type { ShoeEdit } from "./underfoot-edits.ts";

/** Larger than a shoe's picture needs to be [bytes]. */
export const largestPhoto = 4 * 2 ** 20;

/** A picture that is not taken, and why. */
export class PhotoRefused extends Error {}

/** Keeps a pair's photo in the store; null takes it away. Null where there is no such pair. The kind of picture is judged by its bytes. */
export function setPhoto(store: Store, shoeId: number, bytes: Uint8Array | null, now: number): ShoeEdit | null {
  const shoe = readShoe(store, shoeId);
  if (!shoe) return null;
  const type = bytes && photoType(bytes);
  const done = store.transaction(() => {
    const photoId = bytes === null ? null : store.run("INSERT INTO photos (runner_id, media_type, bytes) VALUES (?, ?, ?)", shoe.runnerId, type, bytes).id;
    return edit(store, { runnerId: shoe.runnerId, now, what: `${bytes === null ? "took away" : "changed"} the photo of ${shoe.name}` }, (rows) => rows.update("shoes", shoeId, { photo_id: photoId }));
  });
  return { id: shoeId, edit: done };
}

const photoRow = z.object({ mediaType: z.string(), bytes: z.instanceof(Uint8Array) });

/** A pair's photo; null where there is none. */
export function readPhoto(store: Store, shoeId: number): { readonly mediaType: string; readonly bytes: Uint8Array } | null {
  return store.first(photoRow, "SELECT media_type AS mediaType, bytes FROM photos WHERE id = (SELECT photo_id FROM shoes WHERE id = ?)", shoeId);
}

function photoType(bytes: Uint8Array): string {
  if (bytes.length > largestPhoto) throw new PhotoRefused(`the photo has ${(bytes.length / 2 ** 20).toFixed(1)} MiB; ${largestPhoto / 2 ** 20} are the most, send a smaller one`);
  const begins = (start: readonly number[], at = 0): boolean => start.every((byte, index) => bytes[at + index] === byte);
  if (begins([0xff, 0xd8, 0xff])) return "image/jpeg";
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8)) return "image/webp";
  throw new PhotoRefused("these bytes are no JPEG, PNG or WebP picture; save the photo as one of them");
}
