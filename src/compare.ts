import { bandWords, numberWords } from "./charts/index.ts";
import { centralOutputs, drawnOutputs, type Outputs } from "./compare-draws.ts";
import { evidenceOf, type ChangeEvidence, type EvidenceKind } from "./compare-evidence.ts";
import { discLevels, type DiscLevel, type Quantity } from "./domain/index.ts";
import { reachingTo } from "./forward-of-condition.ts";
import { quantile } from "./numerics/index.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "./simulate.ts";

export type { ChangeEvidence, EvidenceKind } from "./compare-evidence.ts";

type FootfallOutput = Exclude<keyof Outputs, "compression">;

/** Which output is compared: one of the footfall, or the largest compression of one disc. */
export type ComparedName = FootfallOutput | DiscLevel;

/** What can be said of a difference: its band lies above nothing, below it, or about it; `same` where all of it is under a hundredth of the value. */
export type DifferenceVerdict = "higher" | "lower" | "same" | "cannot tell";

/** One output of two footfalls. */
export interface OutputDifference {
  readonly name: ComparedName;
  /** Null where a footfall has no such value. */
  readonly one: Quantity | null;
  readonly other: Quantity | null;
  /** The other less the one, its band from the same draws of what is not known for both; null where either has no value. */
  readonly difference: Quantity | null;
  readonly verdict: DifferenceVerdict | null;
  /** The weakest evidence on what was changed. */
  readonly evidence: EvidenceKind;
  /** The difference in words that follow the band. */
  readonly sentence: string;
}

/** Two footfalls side by side. */
export interface FootfallComparison {
  readonly one: Simulation;
  readonly other: Simulation;
  readonly outputs: readonly OutputDifference[];
  /** What is known about each thing changed; empty where nothing was. */
  readonly evidence: readonly ChangeEvidence[];
}

interface Reading {
  readonly name: ComparedName;
  readonly title: string;
  readonly unit: string;
  /** Unit as it is read, what a value is multiplied by to be in it, and decimals. */
  readonly read: { readonly unit: string; readonly times: number; readonly digits: number };
  /** What "higher" and "lower" are called, where they are called something else. */
  readonly called?: { readonly higher: string; readonly lower: string };
  readonly of: (simulation: Simulation) => Quantity | null;
  readonly drawn: (outputs: Outputs) => number;
}

const inBodyWeights = { unit: "times body weight", times: 1, digits: 2 } as const;
const inG = { unit: "g", times: 1, digits: 1 } as const;

const readings: readonly Reading[] = [
  { name: "peakVerticalForce", title: "the ground’s largest push", unit: "bodyWeight", read: inBodyWeights, of: (simulation) => simulation.peakVerticalForce, drawn: (outputs) => outputs.peakVerticalForce },
  { name: "impactPeak", title: "the first peak of force", unit: "bodyWeight", read: inBodyWeights, of: (simulation) => simulation.impactPeak, drawn: (outputs) => outputs.impactPeak },
  { name: "groundContactTime", title: "the time on the ground", unit: "s", read: { unit: "ms", times: 1000, digits: 0 }, called: { higher: "longer", lower: "shorter" }, of: (simulation) => simulation.groundContactTime, drawn: (outputs) => outputs.groundContactTime },
  { name: "legStiffness", title: "the leg’s stiffness", unit: "N/m", read: { unit: "kN/m", times: 0.001, digits: 1 }, of: (simulation) => simulation.legStiffness, drawn: (outputs) => outputs.legStiffness },
  { name: "peakTibialAcceleration", title: "the shock at the shin", unit: "g", read: inG, of: (simulation) => simulation.peakTibialAcceleration, drawn: (outputs) => outputs.peakTibialAcceleration },
  { name: "peakSacralAcceleration", title: "the shock at the sacrum", unit: "g", read: inG, of: (simulation) => simulation.peakSacralAcceleration, drawn: (outputs) => outputs.peakSacralAcceleration },
  { name: "peakHeadAcceleration", title: "the shock at the head", unit: "g", read: inG, of: (simulation) => simulation.peakHeadAcceleration, drawn: (outputs) => outputs.peakHeadAcceleration },
  ...discLevels.map((level): Reading => ({
    name: level, title: `the largest load on ${level.replace("-", "–")}`, unit: "bodyWeight", read: inBodyWeights, of: (simulation) => simulation.compression[level], drawn: (outputs) => outputs.compression[level],
  })),
];

const weakest: readonly EvidenceKind[] = ["supported", "thin", "hypothesis", "mixed"];

/** Simulates two footfalls and tells what is different in the other, how surely, and what is known about the change; throws ConditionError as `simulateFootfall` does. */
export function compareFootfalls(one: FootfallCondition, other: FootfallCondition): FootfallComparison {
  const [first, second] = [simulateFootfall(one), simulateFootfall(other)];
  const [drawnFirst, drawnSecond] = [drawnOutputs(one, first), drawnOutputs(other, second)];
  const [middleFirst, middleSecond] = [centralOutputs(first), centralOutputs(second)];
  const evidence = evidenceOf(one, other);
  const isOtherStrike = (one.footStrike ?? "unknown") !== (other.footStrike ?? "unknown");
  const kind = weakest[Math.max(0, ...evidence.map((each) => weakest.indexOf(each.kind)))] ?? "supported";
  const outputs = readings.map((reading): OutputDifference => {
    const sides = { name: reading.name, one: reading.of(first), other: reading.of(second), evidence: kind };
    if (sides.one === null || sides.other === null) return { ...sides, difference: null, verdict: null, sentence: withoutValue(reading, sides) };
    const value = reading.drawn(middleSecond) - reading.drawn(middleFirst);
    const drawn = drawnFirst.map((outputs, row) => reading.drawn(drawnSecond[row]!) - reading.drawn(outputs));
    const between: Quantity = {
      value, low: Math.min(value, quantile(drawn, 0.05)), high: Math.max(value, quantile(drawn, 0.95)), unit: reading.unit,
      basis: sides.one.basis === "assumed" || sides.other.basis === "assumed" ? "assumed" : "simulated",
    };
    // Two strikes told are two runners, one told alone two laboratories: nothing of a difference need be the foot's.
    const difference = isOtherStrike ? reachingTo(between, 0) : between;
    const verdict = verdictOf(difference, sides.one.value);
    return { ...sides, difference, verdict, sentence: sentenceOf(reading, difference, verdict) };
  });
  return { one: first, other: second, outputs, evidence };
}

function verdictOf({ low, high }: Quantity, from: number): DifferenceVerdict {
  if (Math.max(Math.abs(low), Math.abs(high)) < 0.01 * Math.abs(from)) return "same";
  return low > 0 ? "higher" : high < 0 ? "lower" : "cannot tell";
}

function sentenceOf({ title, read, called = { higher: "higher", lower: "lower" } }: Reading, { value, low, high }: Quantity, verdict: DifferenceVerdict): string {
  const [start, { times, unit }] = [`${title[0]?.toUpperCase()}${title.slice(1)}`, read];
  // A difference is smaller than what it is a difference of: one more decimal where the band would vanish.
  const digits = read.digits + (Math.max(Math.abs(low), Math.abs(high)) * times < 2 * 10 ** -read.digits ? 1 : 0);
  const size = (sign: number): string => {
    const ends = [sign * low * times, sign * high * times].toSorted((a, b) => a - b);
    return `${numberWords(sign * value * times, digits)} (${bandWords(ends[0]!, ends[1]!, digits)}) ${unit}`;
  };
  if (verdict === "same") return `${start} is the same in both, within a hundredth.`;
  if (verdict === "cannot tell") return `${start}: we cannot tell in which it is ${called.higher}; the difference is ${size(1)}.`;
  return `${start} is ${called[verdict]} in the second, by ${size(verdict === "higher" ? 1 : -1)}.`;
}

function withoutValue({ name, title }: Reading, { one, other }: Pick<OutputDifference, "one" | "other">): string {
  const which = one === null && other === null ? "either" : one === null ? "the first" : "the second";
  return `${title[0]?.toUpperCase()}${title.slice(1)} ${name === "impactPeak" ? "does not stand out" : "cannot be told"} in ${which}, so it cannot be compared.`;
}
