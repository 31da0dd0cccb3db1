/** Places of the nodes that some ways need [1e-7 degrees], found by the node's number. */
export interface NodePlaces {
  /** Keeps the place of a node where one of the ways needs it; the first place of a node counts. */
  readonly put: (id: number, latitude: number, longitude: number) => void;
  /** Row of a node in the columns; −1 where no way needs it. */
  readonly rowOf: (id: number) => number;
  /** [1e-7 degrees], one per row; `noPlace` where the file has no such node. */
  readonly latitude: Int32Array;
  readonly longitude: Int32Array;
}

export const noPlace = -(2 ** 31);

/** Room for the places of these nodes, given in any order and any number of times. */
export function nodePlaces(nodes: Float64Array): NodePlaces {
  const ids = sortedUnique(nodes);
  const latitude = new Int32Array(ids.length).fill(noPlace);
  const longitude = new Int32Array(ids.length).fill(noPlace);
  // Files are in order of numbers: the next node is found from where the last one was.
  let cursor = 0;
  const rowFromCursor = (id: number): number => {
    let low = cursor;
    let high = ids.length;
    if (low > 0 && ids[low - 1]! >= id) [low, high] = [0, low];
    else {
      for (let stride = 1; low + stride < ids.length; stride *= 2) {
        if (ids[low + stride]! >= id) {
          high = low + stride + 1;
          break;
        }
      }
    }
    cursor = lowerBound(ids, id, low, high);
    return ids[cursor] === id ? cursor : -1;
  };
  return {
    put(id, nodeLatitude, nodeLongitude) {
      const row = rowFromCursor(id);
      if (row < 0 || latitude[row] !== noPlace) return;
      latitude[row] = nodeLatitude;
      longitude[row] = nodeLongitude;
    },
    rowOf(id) {
      const row = lowerBound(ids, id, 0, ids.length);
      return ids[row] === id ? row : -1;
    },
    latitude,
    longitude,
  };
}

function sortedUnique(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  let length = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[length - 1]) sorted[length++] = sorted[index]!;
  }
  return sorted.subarray(0, length);
}

/** First row from `low` on whose number is at least `id`. */
function lowerBound(ids: Float64Array, id: number, low: number, high: number): number {
  let [first, end] = [low, high];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (ids[middle]! < id) first = middle + 1;
    else end = middle;
  }
  return first;
}
