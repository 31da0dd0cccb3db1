import * as literature from "./literature/index.ts";
import { sources, type Evidence, type Source, type SourceId } from "./literature/index.ts";

/** A published work and the quantities of the model that were taken from it. */
export interface WorkUsed {
  readonly id: SourceId;
  readonly title: string;
  readonly doi: string | null;
  readonly doiVerified: boolean;
  readonly evidence: Evidence;
  /** Names of the quantities, in words; none where the work only serves as a test. */
  readonly gives: readonly string[];
}

/** A work as results cite it. */
export type CitedWork = Pick<WorkUsed, "id" | "doi" | "doiVerified">;

type Table = keyof typeof literature;

const everyStep = [
  "legLengthOverHeight", "massShareAbove", "centreOfMassAbove", "muscleLeverArm", "flexionPlateauDegrees", "extensionRise", "standingCompression", "usualTrunkLeanDegrees", "pivotHeightShare", "endPlateArea",
  "pressureToForceFactor", "straightLegTransmission", "kneeFlexionScale", "legCrossover", "rigidShare", "wobbling", "discStiffness", "discDamping", "upperBodyLinks", "headMassShare", "sensorMount", "wornShockGain",
  "impactForceSpread", "chainModelSpread",
] as const satisfies readonly Table[];

/** Tables a simulated footfall is computed from. */
const tablesBehind = {
  running: [
    ...everyStep, "contactTimeTable", "contactTimeSpread", "contactTimePerSlope", "stepRateTable", "stepRateSpread", "stepRatePerSlope", "peakForceRatioSpread", "laboratoryPeakSpread", "strikeShapes", "centroidPerSlope",
    "kneeFlexion", "kneeShareOfLegCompression", "lowerLimbMassShare", "referenceShoeStiffness", "shoeWear", "forceReduction",
  ],
  walking: [...everyStep, "walkingPeakForce", "walkingDutyFactor", "walkRatio", "transitionFroudeNumber"],
} as const satisfies Readonly<Record<string, readonly Table[]>>;

/** Works that a simulated footfall is computed from, read off the tables it uses. */
export function worksBehind(gait: keyof typeof tablesBehind): readonly CitedWork[] {
  const gives = new Map<string, Set<string>>();
  const tables: ReadonlySet<string> = new Set(tablesBehind[gait]);
  for (const [name, value] of Object.entries(literature)) if (tables.has(name)) collect(name, value, gives);
  return sourceIds().flatMap((id) => (gives.has(id) ? [{ id, doi: sources[id].doi, doiVerified: sources[id].doiVerified }] : []));
}

/** Every work Footfall rests on; read off the literature itself, so that a new figure cannot be forgotten here. */
export function worksUsed(): readonly WorkUsed[] {
  const gives = new Map<string, Set<string>>();
  for (const [name, value] of Object.entries(literature)) if (value !== sources) collect(name, value, gives);
  return sourceIds().map((id) => {
    const { title, doi, doiVerified, evidence }: Source = sources[id];
    return { id, title, doi, doiVerified, evidence, gives: [...(gives.get(id) ?? [])].toSorted() };
  });
}

function sourceIds(): readonly SourceId[] {
  const isSource = (id: string): id is SourceId => id in sources;
  return Object.keys(sources).filter(isSource);
}

// The name of the table stands for all its rows; the parts of a figure are no tables.
function collect(name: string, value: unknown, gives: Map<string, Set<string>>): void {
  if (typeof value !== "object" || value === null) return;
  if ("source" in value) {
    if (typeof value.source === "string") gives.set(value.source, (gives.get(value.source) ?? new Set()).add(inWords(name)));
    return;
  }
  for (const part of Object.values(value)) collect(name, part, gives);
}

/** "muscleLeverArm" → "muscle lever arm". */
function inWords(name: string): string {
  return name.replace(/Degrees$/, "").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
