import { discLevels, type Quantity, type SensitivityRow } from "../../src/index.ts";
import { quantityWords } from "./quantity-text.ts";

/** Inputs and constants as people call them. */
const inputWords: Readonly<Record<string, string>> = {
  speed: "speed", stepRate: "step rate", trunkLeanDegrees: "trunk lean", slope: "slope", mass: "body mass", shoeStiffnessNewtonsPerMillimetre: "shoe stiffness", shoeDistanceKilometres: "distance in the shoe",
  surface: "surface", massShare: "mass above the disc", centreHeight: "height of its centre", leverArm: "back muscles' lever arm", plateauDegrees: "flexion plateau", extensionRise: "rise in extension",
  standing: "load when standing", peakForceOfThisRunner: "this runner's peak force", whatTheLeverLeavesOut: "what the lever leaves out",
};

const titles = {
  choice: "What moves the load of L5-S1 most, of what can be changed (each moved alone)",
  unknown: "… and of what is not known, each over its 90 % range",
} as const;

/** The sensitivity view for reading. */
export function sensitivityText(rows: readonly SensitivityRow[]): string {
  const lines = (["choice", "unknown"] as const).flatMap((kind) => [
    "", titles[kind], `  ${"".padEnd(27)}${"from – to".padEnd(22)}${"change".padStart(7)}  ${"90 % band".padEnd(16)}${"share".padStart(6)}`,
    ...rows.filter((row) => row.kind === kind).map(rowText),
  ]);
  return `${[...lines, "", `  The other discs move alike: ${discSpan(rows)}. Share: of the variance within its group, one at a time.`].join("\n")}\n`;
}

function rowText({ input, low, high, unit, change, shareOfVariance, isTold, doubt }: SensitivityRow): string {
  const { value, band } = quantityWords(change["L5-S1"]);
  const isNothing = change["L5-S1"].low === 0 && change["L5-S1"].high === 0;
  const told = isNothing ? "changes nothing here" : isTold ? "" : doubt === "hypothesis" ? "a hypothesis: never measured in running" : "cannot be told from nothing";
  return `  ${(inputWords[input] ?? input).padEnd(27)}${span(low, high, unit).padEnd(22)}${`${isNothing ? "0" : value} %`.padStart(7)}  ${band.padEnd(16)}${`${Math.round(100 * shareOfVariance)} %`.padStart(6)}  ${told}`.trimEnd();
}

function span(low: SensitivityRow["low"], high: SensitivityRow["high"], unit: string): string {
  if (typeof low !== "number" || typeof high !== "number") return `${low} – ${high}`;
  const of = (value: number): Quantity => ({ value, low, high, unit, basis: "assumed" });
  const shown = unit === "degree" ? "°" : quantityWords(of(low)).unit;
  return `${quantityWords(of(low)).value} – ${quantityWords(of(high)).value}${shown === "" ? "" : ` ${shown}`}`.replace(" °", "°");
}

/** How far the largest mover of the runner's choices moves the discs. */
function discSpan(rows: readonly SensitivityRow[]): string {
  const [first] = rows;
  if (!first) return "";
  const changes = discLevels.map((level) => quantityWords(first.change[level]).value);
  return `${inputWords[first.input] ?? first.input} ${changes.map((change, index) => `${discLevels[index]} ${change} %`).join(", ")}`;
}
