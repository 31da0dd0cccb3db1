import { bandWords, numberWords, thinSpace } from "./charts/index.ts";
import { doseExponents } from "./literature/index.ts";
import { doseLaws, type DoseLaw, type LoadChange, type WhatIf } from "./what-if.ts";

/** How each way of counting a kilometre's load is called. */
export const doseLawNames: Readonly<Record<DoseLaw, string>> = {
  sum: "plain sum", exponent2: "exponent 2", exponent6: "exponent 6", exponent9: "exponent 9",
};

/** How the exponents count the number of footfalls, which their names do not say. */
export function cyclesWords(): string {
  const partly = doseExponents.filter(({ cyclesExponent }) => cyclesExponent !== 1);
  const each = partly.map(({ exponent, cyclesExponent }) => `Exponent ${exponent} counts the number of footfalls to the power ${cyclesExponent}: twice as many count ${numberWords(2 ** cyclesExponent, 2)} times.`);
  return `${each.join(" ")} The others count every footfall in full.`;
}

/** "+1.4 % (−0.7 to 2.6)" */
export function percentWords({ value, low, high }: LoadChange["change"]): string {
  const digits = Math.max(Math.abs(low), Math.abs(high)) >= 10 ? 0 : 1;
  return `${value > 0 && numberWords(value, digits) !== numberWords(0, digits) ? "+" : ""}${numberWords(value, digits)} (${bandWords(low, high, digits)})${thinSpace}%`;
}

/** "between −28 and +2 %": a change whose middle nobody can tell. */
export function rangeWords({ low, high }: Pick<LoadChange["change"], "low" | "high">): string {
  const digits = Math.max(Math.abs(low), Math.abs(high)) >= 10 ? 0 : 1;
  return `between ${numberWords(low, digits)} and ${high > 0 ? "+" : ""}${numberWords(high, digits)}${thinSpace}%`;
}

/** What it comes to on the lowest disc: in a footfall, then over a kilometre, on which the ways of counting may disagree. */
export function whatIfWords({ discs, footfallsPerKilometre: { before, after } }: WhatIf): readonly string[] {
  const disc = discs.find(({ level }) => level === "L5-S1")!;
  const footfall = sentence(disc.footfall, "In each footfall L5–S1 would carry", "in each footfall");
  const steps = Math.abs(after / before - 1) < 0.002 ? "" : ` A kilometre would take ${numberWords(after)} footfalls in place of ${numberWords(before)}.`;
  const verdicts = new Set(doseLaws.map((law) => disc.perKilometre[law].verdict));
  const [verdict] = [...verdicts];
  const each = doseLaws.map((law) => `${doseLawNames[law]} ${percentWords(disc.perKilometre[law].change)}`).join(", ");
  const perKilometre = verdicts.size > 1 || verdict === undefined
    ? `Whether a kilometre would load it more or less depends on how loads are counted, and which way is right for a disc is not known: ${each}.`
    : verdict === "same" ? "Over a kilometre it would be the same within a hundredth, however load is counted."
    : verdict === "cannot tell" ? `Over a kilometre we cannot tell${disc.footfall.verdict === "cannot tell" ? " either" : " whether more or less"}: ${each}.`
    : `Over a kilometre it would be ${verdict === "lower" ? "less" : "more"}${disc.footfall.verdict === verdict ? " too" : ""}, however load is counted: ${each}.`;
  return [footfall, `${perKilometre}${steps}`];
}

function sentence({ change, verdict }: LoadChange, start: string, where: string): string {
  const { value, low, high } = change;
  const digits = Math.max(Math.abs(low), Math.abs(high)) >= 10 ? 0 : 1;
  if (verdict === "same") return `${start} the same, within a hundredth.`;
  if (verdict === "cannot tell" && low * high > 0) return `${start} ${high < 0 ? "less or" : "more or"} about the same: ${numberWords(value, digits)} (${bandWords(low, high, digits)})${thinSpace}%.`;
  if (verdict === "cannot tell") return `We cannot tell whether L5–S1 would carry more or less ${where}: between ${numberWords(low, digits)} and ${numberWords(high, digits)}${thinSpace}%.`;
  const [from, to] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))];
  return `${start} ${verdict === "lower" ? "less" : "more"}: ${numberWords(Math.abs(value), digits)} (${bandWords(from, to, digits)})${thinSpace}%.`;
}
