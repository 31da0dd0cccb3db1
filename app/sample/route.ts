/** A closed path on the ground; nobody's real route. */
export interface Route {
  /** Length of one lap [m]. */
  readonly length: number;
  /** Place after so much distance, laps counted on. */
  readonly at: (distance: number) => { readonly latitudeDegrees: number; readonly longitudeDegrees: number; readonly altitude: number };
}

interface Shape {
  /** Length of one lap [m]. */
  readonly length: number;
  readonly latitudeDegrees: number;
  readonly longitudeDegrees: number;
  /** Ground height of the middle [m]. */
  readonly altitude: number;
  /** Hills: height [m] of so many waves a lap. */
  readonly hills: readonly { readonly waves: number; readonly height: number }[];
  /** How far the loop leaves a circle [1] in so many waves. */
  readonly bends: readonly { readonly waves: number; readonly size: number }[];
}

/** Corners of the polygon that a loop is measured with. */
const points = 1440;
/** Metres per degree of latitude. */
const metresPerDegree = 111_320;

/** Invented loops laid over open heath near 53.1° N, 9.9° E without regard to what is there. */
export const parkLoop = loop({
  length: 3100, latitudeDegrees: 53.12, longitudeDegrees: 9.91, altitude: 62,
  hills: [{ waves: 1, height: 5 }, { waves: 3, height: 1.5 }],
  bends: [{ waves: 2, size: 0.25 }, { waves: 5, size: 0.04 }],
});

/** A hillier, more winding one. */
export const trailLoop = loop({
  length: 4300, latitudeDegrees: 53.15, longitudeDegrees: 9.96, altitude: 105,
  hills: [{ waves: 2, height: 22 }, { waves: 5, height: 7 }],
  bends: [{ waves: 2, size: 0.3 }, { waves: 7, size: 0.06 }, { waves: 11, size: 0.03 }],
});

function loop({ length, latitudeDegrees, longitudeDegrees, altitude, hills, bends }: Shape): Route {
  // The curve's angle for each even share of its length, from a fine polygon scaled to the lap.
  const radiusAt = (angle: number): number => bends.reduce((radius, { waves, size }) => radius + size * Math.cos(waves * angle + waves), 1);
  const place = (angle: number): readonly [number, number] => [radiusAt(angle) * Math.cos(angle), radiusAt(angle) * Math.sin(angle)];
  const travelled = new Float64Array(points + 1);
  for (let point = 1; point <= points; point++) {
    const [x0, y0] = place((2 * Math.PI * (point - 1)) / points);
    const [x1, y1] = place((2 * Math.PI * point) / points);
    travelled[point] = travelled[point - 1]! + Math.hypot(x1 - x0, y1 - y0);
  }
  const scale = length / travelled[points]!;
  return {
    length,
    at(distance) {
      const along = (((distance % length) + length) % length) / length;
      const angle = angleAt(travelled, along * travelled[points]!);
      const [x, y] = place(angle);
      return {
        latitudeDegrees: latitudeDegrees + (y * scale) / metresPerDegree,
        longitudeDegrees: longitudeDegrees + (x * scale) / (metresPerDegree * Math.cos((latitudeDegrees * Math.PI) / 180)),
        altitude: hills.reduce((height, { waves, height: wave }) => height + wave * Math.sin(2 * Math.PI * waves * along), altitude),
      };
    },
  };
}

function angleAt(travelled: Float64Array, target: number): number {
  let low = 0;
  let high = points;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (travelled[middle]! <= target) low = middle;
    else high = middle;
  }
  const share = (target - travelled[low]!) / (travelled[high]! - travelled[low]!);
  return (2 * Math.PI * (low + share)) / points;
}
