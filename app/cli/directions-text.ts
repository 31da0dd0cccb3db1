import type { ModelDifference, NoModelDifference, Quantity } from "../../src/index.ts";
import { quantityWords } from "./quantity-text.ts";

const titles: Readonly<Record<string, string>> = {
  activePeak: "peak vertical force", impactPeak: "impact peak", impactPeakTime: "… after contact", peakTibialAcceleration: "tibia, on the bone", peakSacralAcceleration: "sacrum, on the bone", peakHeadAcceleration: "head",
};

/** The footfall in both directions, for reading. */
export function directionsText(difference: ModelDifference | NoModelDifference): string {
  if ("reason" in difference) return `\nForward and back: ${difference.reason}\n`;
  const shown = (value: number | null, unit: string): string | null => {
    const quantity: Quantity | null = value === null ? null : { value, low: 0.97 * value, high: 1.03 * value, unit, basis: "simulated" };
    return quantity && quantityWords(quantity).value;
  };
  const rows = difference.outputs.map(({ output, unit, forward, inverse, relative }) => {
    const missing = output === "peakTibialAcceleration" ? "cannot tell" : "none";
    const words = quantityWords({ value: 1, low: 0, high: 2, unit, basis: "simulated" });
    return `  ${(titles[output] ?? `disc ${output}`).padEnd(26)}${(shown(inverse, unit) ?? missing).padStart(12)}${(shown(forward, unit) ?? missing).padStart(9)}  ${words.unit.padEnd(13)}${relative === null ? "" : `${relative < 0 ? "−" : "+"}${Math.abs(100 * relative).toFixed(0)} %`}`.trimEnd();
  });
  const lines = [
    "", "The same footfall in two directions: back from its contact and flight time, and forward from how body and foot come down",
    `  ${"".padEnd(26)}${"back".padStart(12)}${"forward".padStart(9)}`, ...rows,
    "  Results are those of the first. What the two differ by, the model does not know: the impact above all.",
  ];
  return `${lines.join("\n")}\n`;
}
