import { useMemo, useRef } from "react";
import { ConditionError } from "../../../../src/index.ts";

/** What was asked for, or the last that was possible with the words for why this one is not. */
export function useLastGood<Value>(make: () => Value, fallback: () => Value, dependencies: string): { readonly value: Value; readonly refusal: string | null } {
  const last = useRef<Value | null>(null);
  return useMemo(() => {
    try {
      const value = make();
      last.current = value;
      return { value, refusal: null };
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      return { value: last.current ?? fallback(), refusal: error.message };
    }
    // The conditions as text say whether anything changed.
  }, [dependencies]);
}
