/** What a `field_description` message says of a developer field. */
export interface DeveloperField {
  readonly developer: number;
  readonly number: number;
  /** Base type number, the low five bits of its code. */
  readonly baseType: number;
  readonly name: string;
  readonly units: string;
  readonly scale: number;
  readonly offset: number;
  /** Field of `record` that it stands for; NaN where it does not say. */
  readonly nativeField: number;
}

/** Where a developer field's values go: column of the record table, and factor to SI (or to the column's named unit). */
export interface DeveloperColumn {
  readonly column: string;
  readonly factor: number;
}

/** The column for a developer field; undefined where Footfall has no use for it. */
export function developerColumn(field: DeveloperField): DeveloperColumn | undefined {
  const column = columnByName.get(plain(field.name)) ?? columnByNativeField.get(field.nativeField);
  if (column === undefined) return undefined;
  return { column, factor: factorOf(column, plain(field.units)) };
}

/** Names as Stryd, RunScribe and RunPowerModel write them, in small letters and digits only. */
const columnByName = new Map<string, string>([
  ["power", "developerPower"], ["rppower", "developerPower"], ["rspower", "developerPower"], ["rspoweravg", "developerPower"],
  ["formpower", "developerFormPower"],
  ["cadence", "developerCadence"],
  ["groundtime", "developerContactTime"], ["contacttime", "developerContactTime"], ["groundcontacttime", "developerContactTime"],
  ["verticaloscillation", "developerVerticalOscillation"],
  ["legspringstiffness", "developerLegStiffness"],
  ["speed", "developerSpeed"], ["distance", "developerDistance"],
  ["rscontacttimel", "leftContactTime"], ["rscontacttimer", "rightContactTime"],
  ["rsimpactgsl", "leftImpactG"], ["rsimpactgsr", "rightImpactG"],
  ["rsbrakinggsl", "leftBrakingG"], ["rsbrakinggsr", "rightBrakingG"],
]);

/** A field with a name of its own may still say which native field it stands for. */
const columnByNativeField = new Map<number, string>([
  [3, "developerHeartRate"], [4, "developerCadence"], [5, "developerDistance"], [6, "developerSpeed"], [7, "developerPower"],
  [39, "developerVerticalOscillation"], [41, "developerContactTime"],
]);

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9/]/g, "");
}

function factorOf(column: string, units: string): number {
  if (column.endsWith("ContactTime")) return units === "s" || units === "seconds" ? 1 : 0.001;
  if (column === "developerVerticalOscillation") return units.startsWith("mm") || units.startsWith("milli") ? 0.001 : units === "m" || units === "meters" ? 1 : 0.01;
  if (column === "developerLegStiffness") return units.startsWith("n/") ? 1 : 1000;
  if (column === "developerSpeed") return units.startsWith("km/h") || units === "kph" ? 1 / 3.6 : units === "mph" ? 0.44704 : 1;
  if (column === "developerDistance") return units === "km" || units.startsWith("kilo") ? 1000 : 1;
  // A cadence that says it counts steps is halved, so that every cadence column counts strides.
  if (column === "developerCadence") return units === "spm" || units === "steps/min" ? 0.5 : 1;
  return 1;
}
