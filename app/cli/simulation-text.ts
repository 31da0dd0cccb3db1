import { discLevels, evidenceOf, strikeWords, tibialAccelerationForward, type FootfallCondition, type Quantity, type Simulation } from "../../src/index.ts";
import { conditionName, conditionWords } from "./condition-words.ts";
import { quantityHeading, quantityLine, quantityWords } from "./quantity-text.ts";

/** One simulated footfall for reading. */
export function simulationText(condition: FootfallCondition, simulation: Simulation): string {
  const { body, unused, gait } = simulation;
  const told = conditionWords(condition);
  const remarks = [
    ...[strikeWords(condition, simulation)].filter((words) => words !== null),
    ...evidenceOf({}, condition).flatMap(({ change, kind, sentence }) => (kind === "mixed" || kind === "hypothesis" || change === "step rate" ? [sentence] : [])),
  ];
  const lines = [
    `One footfall, ${gait}: ${told.length > 0 ? told.join(", ") : "nothing told, all assumed"}`,
    `  Body: ${body.mass.toFixed(1)} kg, ${body.height.toFixed(2)} m${body.assumed.length > 0 ? ` (assumed: ${body.assumed.join(", ")})` : ""}`,
    ...(unused.length > 0 ? [`  Told, but without effect here: ${unused.map(conditionName).join(", ")}`] : []),
    "",
    quantityHeading("Footfall"),
    quantityLine("step rate", simulation.stepRate),
    quantityLine("ground contact time", simulation.groundContactTime),
    quantityLine("flight time", simulation.flightTime),
    quantityLine("leg stiffness (Morin)", simulation.legStiffness),
    "",
    quantityHeading("Force at the ground"),
    quantityLine("peak vertical force", simulation.peakVerticalForce),
    quantityLine("impact peak", simulation.impactPeak),
    quantityLine("vertical loading rate", simulation.verticalLoadingRate),
    quantityLine("impulse", simulation.impulse),
    ...(simulation.verticalLoadingRate ? ["  Loading rate: from 20 to 80 % of the rise to the first maximum; the model's, no wearable measures it."] : []),
    "",
    quantityHeading("Largest acceleration along the body"),
    quantityLine("tibia, on the bone", simulation.peakTibialAcceleration),
    quantityLine("sacrum, on the bone", simulation.peakSacralAcceleration),
    quantityLine("sacrum, worn sensor", simulation.peakWornSacralAcceleration),
    ...discLevels.toReversed().map((level) => quantityLine(`vertebra over ${level}`, simulation.peakVertebralAcceleration[level])),
    quantityLine("head", simulation.peakHeadAcceleration),
    ...tibiaRemark(simulation),
    "",
    quantityHeading("Less than at the tibia, by band"),
    ...simulation.attenuation.flatMap(({ low, high, toSacrum, toHead }) => [quantityLine(`${low}–${high} Hz at the sacrum`, toSacrum), quantityLine(`${low}–${high} Hz at the head`, toHead)]),
    ...(gait === "walk" ? [] : ["  5–8 Hz rests on one or two harmonics of the step and is the least sure: people were measured to lose little there."]),
    "",
    ...discTable("Each disc", simulation),
    "  Pressure rests on assumed end-plate areas. Shear, upper vertebra forward positive, is rough: nobody has measured it in running.",
    ...(remarks.length > 0 ? ["", ...remarks.map((remark) => `  ${remark}`)] : []),
    "",
    `  Computed from ${simulation.sources.length} published works: --sources lists them`,
  ];
  return `${lines.join("\n")}\n`;
}

/** What the tibia's line cannot say: that the model's two directions part there, or that there is nothing to tell it by. */
function tibiaRemark(simulation: Simulation): readonly string[] {
  const { gait, peakTibialAcceleration } = simulation;
  const forward = tibialAccelerationForward(simulation);
  if (gait === "walk") return [];
  if (peakTibialAcceleration === null) return ["  Tibia: the model cannot tell; a foot that lands on its front brings no sharp arrival to tell it by."];
  if (forward === null) return [];
  return [`  Tibia: run forward from how body and foot come down, the same footfall gives ${forward.toFixed(1)} g; the band holds both directions (--directions).`];
}

/** Works the answer was computed from, one a line. */
export function sourcesText({ sources }: Simulation): string {
  return `\nComputed from these works\n${sources.map(({ id, doi, doiVerified }) => `  ${id.padEnd(30)}${doi === null ? "no DOI known" : `doi.org/${doi}${doiVerified ? "" : " (not resolved by us)"}`}`).join("\n")}\n`;
}

function discTable(title: string, { compression, indicatedPressure, roughShear }: Simulation): readonly string[] {
  const column = (text: string): string => text.padEnd(25);
  const cell = (quantity: Quantity): string => {
    const { value, band } = quantityWords(quantity);
    return column(`${value} (${band})`);
  };
  return [
    `  ${title.padEnd(12)}${column("peak compression, BW")}${column("indicated pressure, MPa")}${column("shear, rough, BW")}`.trimEnd(),
    ...discLevels.map((level) => `  ${level.padEnd(12)}${cell(compression[level])}${cell(indicatedPressure[level])}${cell(roughShear[level])}`.trimEnd()),
    "  How known   ".padEnd(14) + column("simulated") + column("assumed") + "assumed",
  ];
}
