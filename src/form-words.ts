import { bandWords, numberWords, thinSpace } from "./charts/index.ts";
import type { Quantity } from "./domain/index.ts";
import type { FormFigure, RunForm } from "./form.ts";
import { formReasons, type FormChange, type FormMeasure } from "./form-drift.ts";

/** One figure of form for reading: its name, its value with its band or why there is none, and what it means. */
export interface FormLine {
  readonly name: string;
  readonly value: string;
  readonly isTold: boolean;
  readonly meaning: string;
}

/** How a quantity of SI is shown. */
interface Shown {
  readonly factor: number;
  readonly unit: string;
  readonly digits: number;
}

const percent: Shown = { factor: 100, unit: "%", digits: 1 };
const finePercent: Shown = { factor: 100, unit: "%", digits: 2 };
const centimetres: Shown = { factor: 100, unit: "cm", digits: 1 };

/** How a change of a measure is shown and said. */
const shownMeasures: Readonly<Record<FormMeasure, Shown & { readonly name: string; readonly more: string; readonly less: string }>> = {
  groundContactTime: { name: "contact time", factor: 1000, unit: "ms", digits: 0, more: "longer", less: "shorter" },
  stepRate: { name: "step rate", factor: 60, unit: "steps/min", digits: 1, more: "higher", less: "lower" },
  verticalOscillation: { name: "vertical oscillation", factor: 1000, unit: "mm", digits: 0, more: "larger", less: "smaller" },
  leftContactShare: { name: "left foot’s share of contact", factor: 100, unit: "percentage points", digits: 1, more: "larger", less: "smaller" },
};

/** The figures of a run's form. */
export function formLines(form: RunForm): readonly FormLine[] {
  const line = (name: string, figure: FormFigure, shown: Shown, meaning: string, words: (quantity: Quantity, shown: Shown) => string = withBand): FormLine => ({
    name, meaning,
    value: figure.quantity ? words(figure.quantity, shown) : `cannot tell: ${formReasons[figure.reason ?? "not-measured"]}`,
    isTold: figure.quantity !== null,
  });
  return [
    line("Vertical oscillation", form.verticalOscillation, centimetres, "rise and fall of the trunk in a step"),
    line("Vertical ratio", form.verticalRatio, percent, "that rise over the length of the step"),
    line("Left foot’s share of contact", form.leftContactShare, percent, evenness(form.leftContactShare.quantity)),
    line("Contact time, second to second", form.contactTimeScatter, finePercent, "how much it varies; a watch averages some steps, so single ones vary more"),
    line("Step rate, second to second", form.stepRateScatter, finePercent, "the same for step rate"),
    line("Straying from a straight line", form.lateralWander, { factor: 1, unit: "m", digits: 1 }, "over half a minute of straight way, the watch’s own jitter included", (quantity, { unit, digits }) => `at most about ${numberWords(quantity.high, digits)}${thinSpace}${unit} to either side`),
  ];
}

function evenness(share: Quantity | null): string {
  if (!share) return "50 % is even";
  return share.low <= 0.5 && share.high >= 0.5 ? "50 % is even: no difference can be told" : `50 % is even: the ${share.value > 0.5 ? "left" : "right"} foot stayed down a little longer`;
}

/** What changed from the first to the last quarter of the run, a sentence each. */
export function driftSentences({ drift }: RunForm): readonly string[] {
  if (drift.reason !== null) return [`How your form changed over the run cannot be told: ${formReasons[drift.reason]}.`];
  const told = drift.changes.filter(({ isTold }) => isTold);
  const untold = drift.changes.filter(({ isTold }) => !isTold);
  return [
    ...told.map(changeWords),
    ...(untold.length > 0 ? [`${told.length > 0 ? "For the rest, no" : "No"} change can be told from chance: ${untold.map((change) => `${shownMeasures[change.measure].name} ${differenceWords(change)}`).join(", ")}.`] : []),
    ...(drift.notMeasured.length > 0 ? [`Not measured on this run: ${drift.notMeasured.map((measure) => shownMeasures[measure].name).join(", ")}.`] : []),
  ];
}

function changeWords(change: FormChange): string {
  const { name, factor, unit, digits, more, less } = shownMeasures[change.measure];
  const { value, low, high } = change.atSameSpeed;
  const sizes = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b);
  return `In the last quarter your ${name} was ${numberWords(factor * Math.abs(value), digits)}${thinSpace}${unit} ${value > 0 ? more : less} than in the first at the same speed and slope (${bandWords(factor * (sizes[0] ?? 0), factor * (sizes[1] ?? 0), digits)}).`;
}

function differenceWords({ measure, atSameSpeed: { low, high } }: FormChange): string {
  const { factor, unit, digits } = shownMeasures[measure];
  return `between ${numberWords(factor * low, digits)} and ${numberWords(factor * high, digits)}${thinSpace}${unit}`;
}

function withBand({ value, low, high }: Quantity, { factor, unit, digits }: Shown): string {
  return `${numberWords(factor * value, digits)} (${bandWords(factor * low, factor * high, digits)})${thinSpace}${unit}`;
}
