/** A column of numbers that takes more as they come. */
export interface GrowingColumn {
  readonly length: number;
  readonly at: (index: number) => number;
  readonly push: (value: number) => void;
  /** What is in it by now, without a copy. */
  readonly values: () => Float64Array;
}

/** An empty column. */
export function growingColumn(): GrowingColumn {
  let column = new Float64Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => column[index]!,
    push(value) {
      if (length === column.length) {
        const larger = new Float64Array(Math.ceil(length * 1.5));
        larger.set(column);
        column = larger;
      }
      column[length++] = value;
    },
    values: () => column.subarray(0, length),
  };
}
