import { discLevels, type FootfallCondition, type Simulation } from "../../src/index.ts";
import { quantityHeading, quantityLine } from "./quantity-text.ts";

const strikeCaution = "  Foot strike told: the force takes the shape of that strike in raw records of two runners, whose peaks lie about 10 % below the mean of many taken without it; the band holds both.";

/** One simulated footfall for reading. */
export function simulationText(condition: FootfallCondition, simulation: Simulation): string {
  const { body, unused } = simulation;
  const told = Object.entries(condition).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${typeof value === "number" ? Number(value.toPrecision(4)) : value}`]));
  const lines = [
    `One footfall, ${simulation.gait}: ${told.length > 0 ? told.join(", ") : "nothing told, all assumed"}`,
    `  Body: ${body.mass.toFixed(1)} kg, ${body.height.toFixed(2)} m${body.assumed.length > 0 ? ` (assumed: ${body.assumed.join(", ")})` : ""}`,
    ...(condition.footStrike !== undefined && condition.footStrike !== "unknown" && simulation.gait !== "walk" ? [strikeCaution] : []),
    ...(unused.length > 0 ? [`  Told, but no part of this model yet: ${unused.join(", ")}`] : []),
    "",
    quantityHeading("Footfall"),
    quantityLine("step rate", simulation.stepRate),
    quantityLine("ground contact time", simulation.groundContactTime),
    quantityLine("flight time", simulation.flightTime),
    quantityLine("peak vertical force", simulation.peakVerticalForce),
    quantityLine("impact peak", simulation.impactPeak),
    quantityLine("impulse", simulation.impulse),
    quantityLine("leg stiffness", simulation.legStiffness),
    "",
    quantityHeading("Largest acceleration along the body"),
    quantityLine("tibia, on the bone", simulation.peakTibialAcceleration),
    quantityLine("sacrum, on the bone", simulation.peakSacralAcceleration),
    quantityLine("sacrum, worn sensor", simulation.peakWornSacralAcceleration),
    quantityLine("head", simulation.peakHeadAcceleration),
    "",
    quantityHeading("Peak disc compression"),
    ...discLevels.map((level) => quantityLine(level, simulation.compression[level])),
  ];
  return `${lines.join("\n")}\n`;
}
