import { useMemo, useState } from "react";
import { ConditionError } from "../../../../src/index.ts";

/** What is made from an input, or the last that was possible with the words for why this one is not; before there is a last one, what `usual` gives. */
export function useLastGood<Input, Value extends object>(make: (input: Input) => Value, input: Input, usual: Input): { readonly value: Value; readonly refusal: string | null } {
  const made = useMemo(() => attempt(make, input), [make, input]);
  const [last, setLast] = useState<Value | null>(null);
  if (made.value !== null && made.value !== last) setLast(made.value);
  return useMemo(() => ({ value: made.value ?? last ?? make(usual), refusal: made.refusal }), [made, last, make, usual]);
}

function attempt<Input, Value>(make: (input: Input) => Value, input: Input): { readonly value: Value | null; readonly refusal: string | null } {
  try {
    return { value: make(input), refusal: null };
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return { value: null, refusal: error.message };
  }
}
