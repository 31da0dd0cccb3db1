import { thinSpace } from "./charts/index.ts";
import { completeBody } from "./complete-body.ts";
import type { ChangeEvidence } from "./compare-evidence.ts";
import type { FootfallCell } from "./footfall-cells.ts";
import { plausibleChange, referenceShoeStiffness, shoeSoftnessContrast } from "./literature/index.ts";
import { trunkLeanOf } from "./shock/index.ts";
import { doseLaws, whatIf, type DiscWhatIf, type WhatIfBaseline } from "./what-if.ts";
import type { WhatIfChange } from "./what-if-change.ts";

/** What can be told in an order, what the evidence is contested of, and what no week changes. */
export const rankGroups = ["told", "contested", "not-this-week"] as const;
export type RankGroup = (typeof rankGroups)[number];

/** One change by itself, and what it does to L5-S1. */
export interface RankedChange {
  readonly group: RankGroup;
  /** The change in words, for example "5 % more steps". */
  readonly title: string;
  readonly change: WhatIfChange;
  readonly disc: DiscWhatIf;
  readonly evidence: readonly ChangeEvidence[];
  /** What is left of its effect on a footfall when its uncertainty is taken off: the end of the band that is nearer to nothing [%]; 0 where the band holds nothing. */
  readonly atLeast: number;
}

/** Changes in order of what each does at least; behind them what is contested, the widest first, and last what no week changes. */
export interface Ranking {
  readonly rows: readonly RankedChange[];
  /** Which matters most, in words; that it cannot be told, where it cannot. */
  readonly sentence: string;
}

/** Which of the things this runner can change matters most: each alone, by as much as people do, on what was run. */
export function rankPlausible(baseline: WhatIfBaseline): Ranking {
  const { rows, sentence } = ranked(baseline, plausibleChanges(baseline), ({ mass }) => mass === undefined);
  return { rows, sentence: `${sentence} Body mass stands apart: it is nothing that a week changes.` };
}

/** Which part of a change matters most: each alone. */
export function rankParts(baseline: WhatIfBaseline, change: WhatIfChange): Ranking {
  const { speed, stepRate, slope, mass, leanDegrees, shoeStiffnessNewtonsPerMillimetre, shoeStiffnessSpread, shoeName, shoeDistanceKilometres, surface } = change;
  const parts: readonly WhatIfChange[] = [
    { speed }, { stepRate }, { slope }, { mass }, { leanDegrees }, { shoeStiffnessNewtonsPerMillimetre, shoeStiffnessSpread, shoeName }, { shoeDistanceKilometres }, { surface },
  ];
  return ranked(baseline, parts.filter(isChange), () => true);
}

const isChange = (change: WhatIfChange): boolean => changeWords(change) !== "";

/** A change in words; empty where it changes nothing. */
export function changeWords({ speed = 1, stepRate = 1, slope = 0, mass = 0, leanDegrees = 0, shoeStiffnessNewtonsPerMillimetre, shoeName, shoeDistanceKilometres, surface }: WhatIfChange): string {
  const rounded = (value: number, digits = 0): string => String(Number(Math.abs(value).toFixed(digits)));
  return [
    speed === 1 ? "" : `${rounded(100 * (speed - 1), 1)}${thinSpace}% ${speed > 1 ? "faster" : "slower"}`,
    stepRate === 1 ? "" : `${rounded(100 * (stepRate - 1), 1)}${thinSpace}% ${stepRate > 1 ? "more" : "fewer"} steps a minute`,
    slope === 0 ? "" : `${rounded(100 * slope, 1)}${thinSpace}% ${slope > 0 ? "more uphill" : "more downhill"} throughout`,
    mass === 0 ? "" : `${rounded(mass, 1)}${thinSpace}kg ${mass > 0 ? "heavier" : "lighter"}`,
    leanDegrees === 0 ? "" : `${rounded(leanDegrees, 1)}° ${leanDegrees > 0 ? "more lean" : "more upright"}`,
    shoeStiffnessNewtonsPerMillimetre === undefined ? "" : shoeName !== undefined ? `all in ${shoeName}` : `a shoe of ${rounded(shoeStiffnessNewtonsPerMillimetre)}${thinSpace}N/mm`,
    shoeDistanceKilometres === undefined ? "" : shoeDistanceKilometres === 0 ? "a new shoe" : `a shoe run in for ${rounded(shoeDistanceKilometres)}${thinSpace}km`,
    surface === undefined ? "" : `all on ${surface === "unknown" ? "hard ground" : surface}`,
  ].filter((part) => part !== "").join(", ");
}

function plausibleChanges({ runner, trunkLeanDegrees, cells }: WhatIfBaseline): readonly WhatIfChange[] {
  const meanOf = (of: (cell: FootfallCell) => number): number => cells.reduce((sum, cell) => sum + of(cell) * cell.footfalls, 0) / cells.reduce((sum, { footfalls }) => sum + footfalls, 0);
  const stiffness = meanOf(({ shoeStiffnessNewtonsPerMillimetre }) => 1000 * (shoeStiffnessNewtonsPerMillimetre ?? referenceShoeStiffness.value / 1000));
  const { soft, hard } = shoeSoftnessContrast;
  const isSofter = stiffness > Math.sqrt(soft * hard);
  const isWorn = meanOf(({ shoeDistance }) => shoeDistance) > 400e3;
  const isLight = completeBody(runner).mass - plausibleChange.mass.value < 25;
  const isUpright = trunkLeanOf(trunkLeanDegrees).degrees < plausibleChange.trunkLeanDegrees.value - 10;
  return [
    { speed: 1 - plausibleChange.speed.value },
    { stepRate: 1 + plausibleChange.stepRate.value },
    { slope: plausibleChange.slope.value },
    { mass: isLight ? plausibleChange.mass.value : -plausibleChange.mass.value },
    { leanDegrees: isUpright ? plausibleChange.trunkLeanDegrees.value : -plausibleChange.trunkLeanDegrees.value },
    { shoeStiffnessNewtonsPerMillimetre: (isSofter ? soft : hard) / 1000 },
    { shoeDistanceKilometres: isWorn ? 0 : 800 },
    { surface: cells.some(({ surface }) => surface === "grass") ? "concrete" : "grass" },
  ];
}

function ranked(baseline: WhatIfBaseline, changes: readonly WhatIfChange[], isOfThisWeek: (change: WhatIfChange) => boolean): Ranking {
  const rows = changes.map((change): RankedChange => {
    const { discs, evidence } = whatIf(baseline, change);
    const disc = discs.find(({ level }) => level === "L5-S1")!;
    const group = !isOfThisWeek(change) ? "not-this-week" : evidence.some(isContested) ? "contested" : "told";
    return { group, title: changeWords(change), change, disc, evidence, atLeast: group === "contested" ? 0 : atLeastOf(disc.footfall) };
  }).toSorted((one, other) =>
    rankGroups.indexOf(one.group) - rankGroups.indexOf(other.group) || other.atLeast - one.atLeast || (one.group === "contested" ? widthOf(other) - widthOf(one) : Math.abs(other.disc.footfall.change.value) - Math.abs(one.disc.footfall.change.value)));
  return { rows, sentence: sentenceOf(rows) };
}

const isContested = ({ kind }: ChangeEvidence): boolean => kind === "mixed" || kind === "hypothesis";

const widthOf = ({ disc: { footfall: { change: { low, high } } } }: RankedChange): number => high - low;

function atLeastOf({ change: { low, high }, verdict }: DiscWhatIf["footfall"]): number {
  return verdict === "higher" || verdict === "lower" ? Math.min(Math.abs(low), Math.abs(high)) : 0;
}

function sentenceOf(rows: readonly RankedChange[]): string {
  const contested = rows.filter(({ group }) => group === "contested").map(({ title }) => title);
  const apart = contested.length === 0 ? "" : ` On ${listed(contested)} the evidence is contested: ${contested.length === 1 ? "it has" : "they have"} no place in this order.`;
  const told = rows.filter(({ group, atLeast }) => group === "told" && atLeast > 0);
  const [first, second] = told;
  if (!first) return `Which of these matters most cannot be told: of none of them is it sure that the load on L5–S1 would change.${apart}`;
  const { low, high } = first.disc.footfall.change;
  const lead = second && mostOf(second) > first.atLeast
    ? `Which matters most cannot be told for sure; surest are ${first.title} and ${second.title}, and their bands overlap.`
    : `What matters most, as far as can be told: ${first.title}, at least ${first.atLeast.toFixed(1)}${thinSpace}% ${low > 0 ? "more" : "less"} on L5–S1 in each footfall and perhaps ${Math.max(Math.abs(low), Math.abs(high)).toFixed(1)}${thinSpace}%.`;
  return `${lead}${flips(told) ? " Per kilometre the order depends on how load is counted, so there it is undetermined." : ""}${apart}`;
}

const listed = (titles: readonly string[]): string => (titles.length < 2 ? titles.join("") : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1) ?? ""}`);

const mostOf = ({ disc: { footfall: { change: { low, high } } } }: RankedChange): number => Math.max(Math.abs(low), Math.abs(high));

/** Whether another change comes first under another way of counting a kilometre's load. */
function flips(told: readonly RankedChange[]): boolean {
  const firsts = doseLaws.map((law) => told.toSorted((one, other) => atLeastOf(other.disc.perKilometre[law]) - atLeastOf(one.disc.perKilometre[law]))[0]);
  return new Set(firsts).size > 1;
}
