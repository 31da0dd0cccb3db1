import { channels, type Channel } from "../../domain/index.ts";
import { gather, numbers, type ColumnTable } from "../door/column-table.ts";

/** Channels of some records, with their cadence as stored. */
export interface RecordColumns {
  readonly columns: Readonly<Partial<Record<Channel, Float64Array>>>;
  readonly cadencePerMinute: Float64Array | undefined;
  readonly strides: Float64Array | undefined;
}

/**
 * Gathers the channels of the rows given. Where watch and foot pod both measured, one column is taken whole, never mixed: the watch's
 * unless it has less than half of the other's values.
 */
export function recordColumns(table: ColumnTable, rows: Uint32Array): RecordColumns {
  const isWhole = rows.length === table.length;
  const column = (name: string): Float64Array | undefined => {
    const values = numbers(table, name);
    return values && (isWhole ? values : gather(values, rows));
  };
  const left = column("leftContactTime");
  const right = column("rightContactTime");
  const found: Readonly<Record<Channel, Float64Array | undefined>> = {
    latitudeDegrees: column("latitudeDegrees"),
    longitudeDegrees: column("longitudeDegrees"),
    altitude: filled(column("enhancedAltitude"), column("altitude")),
    distance: preferred(filled(column("distance"), column("compressedDistance")), column("developerDistance")),
    speed: preferred(filled(filled(column("enhancedSpeed"), column("speed")), column("compressedSpeed")), column("developerSpeed")),
    stepRate: undefined,
    heartRatePerMinute: preferred(column("heartRate"), column("developerHeartRate")),
    power: preferred(column("power"), column("developerPower")),
    formPower: column("developerFormPower"),
    temperatureCelsius: column("temperature"),
    groundContactTime: preferred(preferred(column("stanceTime"), column("developerContactTime")), meanOfBoth(left, right)),
    leftGroundContactTime: left,
    rightGroundContactTime: right,
    leftContactShare: column("stanceTimeBalance"),
    verticalOscillation: preferred(column("verticalOscillation"), column("developerVerticalOscillation")),
    stepLength: column("stepLength"),
    legStiffness: column("developerLegStiffness"),
    leftImpactG: column("leftImpactG"),
    rightImpactG: column("rightImpactG"),
    leftBrakingG: column("leftBrakingG"),
    rightBrakingG: column("rightBrakingG"),
  };
  const columns: Partial<Record<Channel, Float64Array>> = {};
  for (const channel of channels) {
    const values = found[channel];
    if (values) columns[channel] = values;
  }
  return {
    columns,
    cadencePerMinute: preferred(withFraction(column("cadence"), column("fractionalCadence")), column("developerCadence")),
    strides: column("totalCycles") ?? column("accumulatedCycles"),
  };
}

/** The first column, its gaps filled from the second: both are the same measurement stored twice. */
function filled(first: Float64Array | undefined, second: Float64Array | undefined): Float64Array | undefined {
  if (!first || !second) return first ?? second;
  const whole = first.slice();
  for (let index = 0; index < whole.length; index++) if (Number.isNaN(whole[index]!)) whole[index] = second[index]!;
  return whole;
}

/** The watch's column unless it has less than half of the pod's values. */
function preferred(watch: Float64Array | undefined, pod: Float64Array | undefined): Float64Array | undefined {
  if (!watch || !pod) return watch ?? pod;
  return 2 * countValues(watch) < countValues(pod) ? pod : watch;
}

/** Zero is what pods write while they have nothing to say. */
function countValues(column: Float64Array): number {
  let count = 0;
  for (let index = 0; index < column.length; index++) if (column[index]! > 0 || column[index]! < 0) count++;
  return count;
}

function withFraction(cadence: Float64Array | undefined, fraction: Float64Array | undefined): Float64Array | undefined {
  if (!cadence || !fraction) return cadence;
  const whole = cadence.slice();
  for (let index = 0; index < whole.length; index++) whole[index]! += fraction[index]! || 0;
  return whole;
}

function meanOfBoth(left: Float64Array | undefined, right: Float64Array | undefined): Float64Array | undefined {
  if (!left || !right) return left ?? right;
  return left.map((value, index) => {
    const other = right[index]!;
    if (!(value > 0)) return other;
    return other > 0 ? (value + other) / 2 : value;
  });
}
