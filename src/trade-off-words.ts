import { stepLengthTradeOff } from "./literature/index.ts";
import { numberWords, thinSpace } from "./charts/index.ts";
import { whatIf, type WhatIfBaseline } from "./what-if.ts";
import { percentWords } from "./what-if-words.ts";
import { typicalCell } from "./footfall-cells.ts";

/** Steps a minute that cues teach without feeling odd [1]. */
const moreSteps = 0.05;

/**
 * The trade-off of quicker steps in words: fewer newtons in each step, more steps in a kilometre; for this runner by the model, and what was measured, at the knee. Null where
 * nobody ran.
 */
export function tradeOffWords(baseline: WhatIfBaseline): string | null {
  const typical = typicalCell(baseline.cells.filter(({ isWalking }) => !isWalking));
  if (!typical) return null;
  const disc = whatIf({ ...baseline, cells: [typical] }, { stepRate: 1 + moreSteps }).discs.find(({ level }) => level === "L5-S1")!;
  const percent = (value: number): string => numberWords(Math.abs(100 * value), 1).replace(".0", "");
  const { shorter, longer } = stepLengthTradeOff;
  return `A trade-off: with ${percent(moreSteps)}${thinSpace}% more steps a minute at the same speed, each footfall changes the load on L5–S1 by ${percentWords(disc.footfall.change)}, but a kilometre has ${percent(moreSteps)}${thinSpace}% more of them, and their plain sum changes by ${percentWords(disc.perKilometre.sum.change)}. `
    + `It was measured at the knee, not at the back: steps ${percent(0.1)}${thinSpace}% shorter took ${percent(shorter.perStep.value)}${thinSpace}% off each step and only ${percent(shorter.perMile.value)}${thinSpace}% off a mile; steps ${percent(0.1)}${thinSpace}% longer added ${percent(longer.perStep.value)}${thinSpace}% and ${percent(longer.perMile.value)}${thinSpace}%. The knee is a proxy; what it means for discs is not known.`;
}
