/** Numbers 0, 1, 2 … given to integer keys in the order in which they come: a hash table without objects, for hot loops. */
export interface IntegerTable {
  /** The key's number; −1 where it has none. */
  find(key: number): number;
  /** Keys so far. */
  count(): number;
  /** Gives a new key the next number. */
  add(key: number): number;
}

/** Empty marks a free place; keys are at least 0. */
const empty = -1;

export function integerTable(): IntegerTable {
  let keys = new Int32Array(64).fill(empty);
  let numbers = new Int32Array(64);
  let count = 0;

  /** Where the key is, or the free place where it would go. */
  function placeOf(key: number): number {
    const mask = keys.length - 1;
    let place = Math.imul(key, 0x9e3779b1) >>> 8 & mask;
    while (keys[place] !== key && keys[place] !== empty) place = (place + 1) & mask;
    return place;
  }

  function put(key: number, number: number): void {
    const place = placeOf(key);
    keys[place] = key;
    numbers[place] = number;
  }

  return {
    find(key) {
      const place = placeOf(key);
      return keys[place] === key ? numbers[place]! : -1;
    },
    count: () => count,
    add(key) {
      if (2 * (count + 1) > keys.length) {
        const [before, theirs] = [keys, numbers];
        keys = new Int32Array(2 * before.length).fill(empty);
        numbers = new Int32Array(keys.length);
        for (const [place, old] of before.entries()) if (old !== empty) put(old, theirs[place]!);
      }
      put(key, count);
      return count++;
    },
  };
}
