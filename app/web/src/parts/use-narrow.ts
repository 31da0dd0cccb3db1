import { useSyncExternalStore } from "react";

const query = "(max-width: 759px)";

/** Whether the screen is too narrow for two things side by side. */
export function useNarrow(): boolean {
  return useSyncExternalStore((changed) => {
    const media = matchMedia(query);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, () => matchMedia(query).matches);
}
