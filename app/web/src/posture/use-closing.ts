import { useEffect } from "react";
import type { Media } from "./media.ts";

/** Lets go of a photo or video once it is not shown any more. */
export function useClosing(media: Media | null): void {
  useEffect(() => () => media?.close(), [media]);
}
