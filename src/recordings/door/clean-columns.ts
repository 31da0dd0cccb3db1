import { channels, type Channel } from "../../domain/index.ts";
import { gather } from "./column-table.ts";

/** Lowest and highest value that a channel can have on a person on earth; a value beyond is what devices write for "none", or a misread. */
const limits: Readonly<Record<Channel, readonly [low: number, high: number]>> = {
  latitudeDegrees: [-90, 90],
  longitudeDegrees: [-180, 180],
  altitude: [-450, 9000],
  distance: [0, 2e6],
  speed: [0, 60],
  stepRate: [0, 6],
  heartRatePerMinute: [20, 250],
  power: [0, 5000],
  formPower: [0, 1000],
  temperatureCelsius: [-60, 70],
  groundContactTime: [0.05, 2],
  leftGroundContactTime: [0.05, 2],
  rightGroundContactTime: [0.05, 2],
  leftContactShare: [0.2, 0.8],
  verticalOscillation: [0.001, 0.5],
  stepLength: [0.05, 4],
  legStiffness: [500, 100_000],
  leftImpactG: [0.1, 100],
  rightImpactG: [0.1, 100],
  leftBrakingG: [0.1, 100],
  rightBrakingG: [0.1, 100],
};

/** The columns put in order, impossible values as gaps, and those without any value left out. */
export function cleanColumns(columns: Readonly<Partial<Record<Channel, Float64Array>>>, order: Uint32Array | null): Partial<Record<Channel, Float64Array>> {
  const cleaned: Partial<Record<Channel, Float64Array>> = {};
  for (const channel of channels) {
    const stored = columns[channel];
    if (!stored) continue;
    const column = inOrder(stored, order);
    const [low, high] = limits[channel];
    let values = 0;
    for (let index = 0; index < column.length; index++) {
      const value = column[index]!;
      if (value >= low && value <= high) values++;
      else column[index] = NaN;
    }
    if (values > 0) cleaned[channel] = column;
  }
  clearNullIsland(cleaned);
  return cleaned;
}

/** A copy of the column in the given order. */
export function inOrder(stored: Float64Array, order: Uint32Array | null): Float64Array {
  return order ? gather(stored, order) : stored.slice();
}

/** Latitude and longitude both exactly 0 is "no fix", not the Gulf of Guinea; half a position is none. */
function clearNullIsland(columns: Partial<Record<Channel, Float64Array>>): void {
  const { latitudeDegrees, longitudeDegrees } = columns;
  if (latitudeDegrees && longitudeDegrees) {
    let positions = 0;
    for (let index = 0; index < latitudeDegrees.length; index++) {
      const isNone = latitudeDegrees[index] === 0 && longitudeDegrees[index] === 0;
      if (isNone || Number.isNaN(latitudeDegrees[index]! + longitudeDegrees[index]!)) latitudeDegrees[index] = longitudeDegrees[index] = NaN;
      else positions++;
    }
    if (positions > 0) return;
  }
  delete columns.latitudeDegrees;
  delete columns.longitudeDegrees;
}
