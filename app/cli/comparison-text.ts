import type { FootfallComparison, OutputDifference, Quantity } from "../../src/index.ts";
import { quantityWords } from "./quantity-text.ts";

const titles: Readonly<Partial<Record<OutputDifference["name"], string>>> = {
  peakVerticalForce: "peak vertical force", impactPeak: "impact peak", groundContactTime: "ground contact time", legStiffness: "leg stiffness (Morin)", peakTibialAcceleration: "tibia, on the bone",
  peakSacralAcceleration: "sacrum, on the bone", peakHeadAcceleration: "head",
};

/** Two footfalls side by side, for reading. */
export function comparisonText({ outputs, evidence }: FootfallComparison, told: string): string {
  const row = ({ name, one, other, difference, verdict }: OutputDifference): string => {
    const cell = (quantity: Quantity | null): string => (quantity === null ? "none" : quantityWords(quantity).value);
    const words = difference && quantityWords(difference);
    const unit = words?.unit ?? "";
    return `  ${(titles[name] ?? `disc ${name}`).padEnd(26)}${cell(one).padStart(9)}${cell(other).padStart(9)}${(words?.value ?? "–").padStart(10)}  ${(words?.band ?? "").padEnd(17)}${unit.padEnd(13)}${verdict ?? ""}`.trimEnd();
  };
  const lines = [
    "", `Beside it: ${told}`,
    `  ${"".padEnd(26)}${"first".padStart(9)}${"second".padStart(9)}${"difference".padStart(11)} ${"90 % band".padEnd(17)}${"".padEnd(13)}in the second`,
    ...outputs.map(row),
    "  What is not known of both alike drops out of a difference: its band is not that of the two values.",
    ...evidence.map(({ sentence }) => `  ${sentence}`),
  ];
  return `${lines.join("\n")}\n`;
}
