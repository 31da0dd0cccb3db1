/** What is made when it is first asked for, and kept: reading a module shall cost nothing. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** `make`, made once of inputs with the same key and kept for the latest `most` of them. */
export function remembered<Input, Made>(most: number, keyOf: (input: Input) => string, make: (input: Input) => Made): (input: Input) => Made {
  const kept = new Map<string, Made>();
  return (input) => {
    const key = keyOf(input);
    const made = kept.get(key) ?? make(input);
    kept.delete(key);
    kept.set(key, made);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return made;
  };
}
