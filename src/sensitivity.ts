import { type DiscLevel, type PerDisc, type Quantity, type Surface } from "./domain/index.ts";
import { completeBody } from "./complete-body.ts";
import { contestedLoadSpread } from "./drawn-unknowns.ts";
import { effectSizeSpread, gravity, leanShareInRunning, leverModelSpread, plausibleChange, shoeSoftnessContrast } from "./literature/index.ts";
import { latinHypercube, ninetyPercent, normalQuantile, once, seededRandom } from "./numerics/index.ts";
import { byLevel, discLine, discLineAt, drawnDiscLine, leanAgainst, leverDraws, leverFigure, leverUnknowns, trunkLeanOf, type DiscLine } from "./shock/index.ts";
import { simulateFootfall, type FootfallCondition, type Simulation } from "./simulate.ts";

/** What moving one input from the lower to the upper end of its range does to the discs of this runner. */
export interface SensitivityRow {
  /** Name of the field or constant. */
  readonly input: string;
  /** Whether the runner can change it, or it is a constant nobody knows better. */
  readonly kind: "choice" | "unknown";
  readonly low: number | Surface;
  readonly high: number | Surface;
  readonly unit: string;
  /** Change of each disc's largest compression in newtons [%]. */
  readonly change: PerDisc<Quantity>;
  /** How the effect is doubted: in its size; whether there is one, studies being at odds; or as a hypothesis never tested in running. */
  readonly doubt: "size" | "contested" | "hypothesis";
  /** Part of the variance of L5-S1's load among the rows of its kind, one at a time [1]. */
  readonly shareOfVariance: number;
  /** False where the band of L5-S1's change holds nothing at all: then neither direction nor size is claimed. */
  readonly isTold: boolean;
}

/**
 * Which input moves the disc load most, for this runner: each is moved alone over a plausible range (what the runner can change) or its published 90 % range
 * (what is not known), the rest as told, and what was not told follows from it as always.
 *
 * Change = 100·(F_high/F_low − 1). Its band: the lever's constants drawn, the same in both; the size of the effect doubted by a factor, for lean by how much of a
 * standing person's effect holds in running, nothing of it being possible; and for shoe, wear and
 * surface, and slope, which rests on one runner, what they may do beside the model. Share of variance: squared logarithm of F_high/F_low over the sum of its kind's. Interactions are left out.
 */
export function sensitivity(condition: FootfallCondition): readonly SensitivityRow[] {
  const { mass, height } = completeBody({ mass: condition.mass ?? null, height: condition.height ?? null, sex: condition.sex ?? null, birthYear: null });
  const base = { ...condition, mass, height };
  const usual = simulateFootfall(base);
  return [...ranked(choices(base, usual)), ...ranked(unknowns(base, usual))];
}

interface Moved extends Omit<SensitivityRow, "change" | "shareOfVariance" | "isTold"> {
  /** Largest compression of a disc at the upper end over that at the lower, at the centre and in each draw [1]. */
  readonly ratio: (level: DiscLevel) => { readonly value: number; readonly drawn: readonly number[] };
  /** What the change may do beside the model, studies being at odds: standard deviation of its logarithm [1]. */
  readonly beside: number;
}

/** Shares within one kind, the largest first. */
function ranked(rows: readonly Moved[]): readonly SensitivityRow[] {
  const squares = rows.map(({ ratio }) => Math.log(ratio("L5-S1").value) ** 2);
  const sum = squares.reduce((total, square) => total + square, 0);
  return rows.map(({ ratio, beside, ...row }, index) => {
    const change = byLevel((_, level) => changeOf(ratio(level), row.doubt, beside));
    const { low, high } = change["L5-S1"];
    return { ...row, change, shareOfVariance: sum > 0 ? squares[index]! / sum : 0, isTold: low > 0 || high < 0 };
  }).sort((one, other) => other.shareOfVariance - one.shareOfVariance);
}

const doubts = once(() => latinHypercube(leverDraws, 2, seededRandom(20260514)).map(normalQuantile));

function changeOf({ value, drawn }: ReturnType<Moved["ratio"]>, doubt: Moved["doubt"], beside: number): Quantity {
  const percent = (ratio: number): number => 100 * (ratio - 1);
  const sorted = Float64Array.from({ length: leverDraws }, (_, draw) => {
    const [first, second] = [doubts()[2 * draw]!, doubts()[2 * draw + 1]!];
    const share = doubt === "hypothesis" ? shareHeld(first) : Math.exp(effectSizeSpread.value * first);
    return Math.exp(Math.log(drawn[draw % drawn.length] ?? value) * share + beside * second);
  }).sort();
  return {
    value: percent(value), low: percent(Math.min(value, sorted[Math.floor(0.05 * leverDraws)]!)), high: percent(Math.max(value, sorted[Math.ceil(0.95 * leverDraws) - 1]!)),
    unit: "%", basis: doubt === "size" ? "simulated" : "assumed",
  };
}

/** Share of a lean's effect that holds in running, its lopsided range taken side by side. */
function shareHeld(standardNormal: number): number {
  const { value, low, high } = leanShareInRunning;
  return value + (standardNormal / ninetyPercent) * (standardNormal < 0 ? value - low : high - value);
}

type Field = "speed" | "stepRate" | "trunkLeanDegrees" | "slope" | "mass" | "shoeStiffnessNewtonsPerMillimetre" | "shoeDistanceKilometres";

function choices(base: FootfallCondition & { readonly mass: number }, usual: Simulation): readonly Moved[] {
  const speed = base.speed ?? 3;
  const lean = trunkLeanOf(base.trunkLeanDegrees ?? null).degrees;
  const around = (input: Field, unit: string, value: number, by: number): Moved => moved(base, input, unit, value - by, value + by);
  return [
    around("speed", "m/s", speed, plausibleChange.speed.value * speed),
    around("stepRate", "Hz", usual.stepRate.value, plausibleChange.stepRate.value * usual.stepRate.value),
    moved(base, "trunkLeanDegrees", "degree", lean - plausibleChange.trunkLeanDegrees.value, lean + plausibleChange.trunkLeanDegrees.value, "hypothesis"),
    moved(base, "slope", "1", (base.slope ?? 0) - plausibleChange.slope.value, (base.slope ?? 0) + plausibleChange.slope.value, "contested"),
    around("mass", "kg", base.mass, plausibleChange.mass.value),
    moved(base, "shoeStiffnessNewtonsPerMillimetre", "N/mm", shoeSoftnessContrast.soft / 1000, shoeSoftnessContrast.hard / 1000, "contested"),
    moved(base, "shoeDistanceKilometres", "km", 0, 800, "contested"),
    onSurfaces(base, "grass", "concrete"),
  ];
}

function moved(base: FootfallCondition, input: Field, unit: string, low: number, high: number, doubt: Moved["doubt"] = "size"): Moved {
  // Step rate replaces a told flight time: the contact stays as told, the flight follows.
  const at = (value: number): FootfallCondition => ({ ...base, ...(input === "stepRate" ? { flightTime: undefined } : {}), gait: simulatedGait(base), [input]: value });
  return { input, kind: "choice", unit, low, high, doubt, ratio: ratioBetween(at(low), at(high)), beside: contestedLoadSpread(at(low), at(high)) };
}

function onSurfaces(base: FootfallCondition, low: Surface, high: Surface): Moved {
  const [soft, hard] = [{ ...base, surface: low }, { ...base, surface: high }];
  return { input: "surface", kind: "choice", unit: "", low, high, doubt: "contested", ratio: ratioBetween(soft, hard), beside: contestedLoadSpread(soft, hard) };
}

/** A walker stays a walker when the speed is moved. */
function simulatedGait(base: FootfallCondition): "walk" | "run" {
  return simulateFootfall(base).gait === "walk" ? "walk" : "run";
}

/** Load at one condition over that at another, at the centre and with the lever's constants drawn alike in both. */
function ratioBetween(low: FootfallCondition, high: FootfallCondition): Moved["ratio"] {
  const [before, after] = [loadsAt(low), loadsAt(high)];
  return (level) => {
    const [from, to] = [before(level), after(level)];
    return { value: to.value / from.value, drawn: to.drawn.map((value, draw) => value / from.drawn[draw]!) };
  };
}

/** Largest compression of a disc [N]. */
function loadsAt(condition: FootfallCondition): (level: DiscLevel) => { readonly value: number; readonly drawn: readonly number[] } {
  const { body, compression } = simulateFootfall(condition);
  const { leanDegrees } = leanIn(condition);
  const weight = body.mass * gravity;
  return (level) => {
    const line = discLine(level, leanDegrees, body.height);
    const force = (compression[level].value - line.offset) / line.gain;
    const through = ({ gain, offset }: DiscLine): number => weight * (gain * force + offset);
    return { value: through(line), drawn: Array.from({ length: leverDraws }, (_, draw) => through(drawnDiscLine(level, draw, leanDegrees, body.height))) };
  };
}

function leanIn({ trunkLeanDegrees, acceleration }: FootfallCondition): { readonly leanDegrees: number; readonly leanSpread: number } {
  const { degrees, spread } = trunkLeanOf(trunkLeanDegrees ?? null);
  return { leanDegrees: leanAgainst(degrees, (acceleration ?? 0) / gravity), leanSpread: spread };
}

/** What is not known, each over its central 90 %. */
function unknowns(base: FootfallCondition, usual: Simulation): readonly Moved[] {
  const { leanDegrees, leanSpread } = leanIn(base);
  const { height } = usual.body;
  const row = (input: string, unit: string, low: number, high: number, at: (end: "low" | "high", level: DiscLevel) => number): Moved =>
    ({ input, kind: "unknown", unit, low, high, doubt: "size", beside: 0, ratio: (level) => ({ value: at("high", level) / at("low", level), drawn: [] }) });
  const central = (level: DiscLevel): DiscLine => discLine(level, leanDegrees, height);
  const forceOn = (level: DiscLevel): number => (usual.compression[level].value - central(level).offset) / central(level).gain;
  const through = ({ gain, offset }: DiscLine, force: number): number => gain * force + offset;
  const factored = (input: string, spread: number, on: "force" | "load"): Moved => {
    const factor = { low: Math.exp(-ninetyPercent * spread), high: Math.exp(ninetyPercent * spread) };
    return row(input, "1", factor.low, factor.high, (end, level) => (on === "force" ? through(central(level), factor[end] * forceOn(level)) : factor[end] * through(central(level), forceOn(level))));
  };
  const within = ninetyPercent * leanSpread;
  const told = trunkLeanOf(base.trunkLeanDegrees ?? null).degrees;
  const force = usual.peakVerticalForce;
  return [
    ...leverUnknowns.map((name) => {
      const { low, high, unit } = leverFigure(name, "L5-S1");
      return row(name, unit, low, high, (end, level) => through(discLineAt(name, end, level, leanDegrees, height), forceOn(level)));
    }),
    { ...moved(base, "trunkLeanDegrees", "degree", told - within, told + within, "hypothesis"), kind: "unknown" },
    factored("peakForceOfThisRunner", Math.log(force.high / force.low) / (2 * ninetyPercent), "force"),
    factored("whatTheLeverLeavesOut", leverModelSpread.value, "load"),
  ];
}
