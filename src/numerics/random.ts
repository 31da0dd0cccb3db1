/** A seeded stream of numbers, evenly spread over [0, 1); the same seed gives the same stream (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Latin hypercube sample: `count` points in [0, 1)^`dimensions`, each dimension stratified; row-major, `count × dimensions`. */
export function latinHypercube(count: number, dimensions: number, random: () => number): Float64Array {
  const points = new Float64Array(count * dimensions);
  const strata = Array.from({ length: count }, (_, index) => index);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    for (let last = count - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [strata[last], strata[other]] = [strata[other]!, strata[last]!];
    }
    for (let row = 0; row < count; row++) points[row * dimensions + dimension] = (strata[row]! + random()) / count;
  }
  return points;
}
