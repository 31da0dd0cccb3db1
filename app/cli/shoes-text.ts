import type { Quantity } from "../../src/index.ts";
import type { Cabinet, Comparison, EditRecord, ShoeRecord, ShoeRule } from "../server/underfoot-api.ts";
import { distanceWords } from "./quantity-text.ts";
import { conditionWords } from "./run-condition-options.ts";

/** The cabinet for reading. */
export function cabinetText({ shoes, withoutShoe, isSample }: Cabinet): string {
  if (shoes.length === 0) return "No pair yet. Put one in: footfall shoes add \"Road pair\" --kind daily-trainer\n";
  const rest = withoutShoe > 0 ? [`${withoutShoe} runs are in no pair: footfall shoes assign ID --without-shoe`] : [];
  return `${[...(isSample ? ["These pairs are the simulated sample runner's; the first you add is yours."] : []), ...shoes.flatMap(shoeLines), ...rest].join("\n")}\n`;
}

function shoeLines(shoe: ShoeRecord): string[] {
  const { id, name, brand, model, kind, foam, distance, runs, absorption, stiffness, forecast, notice, retiredOn } = shoe;
  const made = [[brand, model].filter((part) => part !== null).join(" "), kind, foam?.toUpperCase(), retiredOn && `retired ${retiredOn}`].filter(Boolean).join(", ");
  return [
    `${String(id).padStart(4)}  ${name}${made ? ` (${made})` : ""}`,
    `      ${distanceWords(distance)} in ${runs} runs; absorbs about ${percent(absorption.value)} of what it did new (${share(absorption.low)}–${share(absorption.high)})`,
    `      heel ${Math.round(stiffness.stiffness.value / 1000)} N/mm (${Math.round(stiffness.stiffness.low / 1000)}–${Math.round(stiffness.stiffness.high / 1000)}), ${{ told: "told", kind: "assumed from its kind", unknown: "assumed: the reference shoe's" }[stiffness.from]}`,
    ...(forecast?.on ? [`      ${forecast.share < 0.6 ? "half" : "nine tenths"} of what it will ever lose is lost by about ${forecast.on.value} (${forecast.on.low} to ${forecast.on.high}) at the present rate; not a date to act on`] : []),
    `      ${notice}`,
  ];
}

/** Rules in order, for reading. */
export function shoeRulesText(rules: readonly ShoeRule[], shoes: readonly { readonly id: number; readonly name: string }[]): string {
  if (rules.length === 0) return "No rule yet: footfall shoes rules --add ID --kind trail\n";
  const names = (ids: readonly number[]): string => ids.map((id) => shoes.find((shoe) => shoe.id === id)?.name ?? `pair ${id}, removed`).join(", else ");
  return rules.map((rule, index) => `${String(index + 1).padStart(4)}  ${conditionWords(rule)}: ${names(rule.shoeIds)}\n`).join("");
}

/** What another pair would have changed, for reading. */
export function comparisonText({ days, runs, footfalls, one, other, discPeak, activePeak, impactPeak }: Comparison): string {
  const named = ({ name, isNew }: Comparison["one"]): string => `${name}, ${isNew ? "new" : "as it is"}`;
  if (runs === 0) return `There is no run in the last ${days} days whose footfalls are known.\n`;
  return [
    `${runs} runs of the last ${days} days (${footfalls} footfalls): from ${named(one)} to ${named(other)}`,
    line("load on L5-S1, typical peak", discPeak), line("force from the ground, active peak", activePeak), line("first peak, if the heel lands first", impactPeak),
    `  ${"absorption against new".padEnd(38)}${percent(one.absorption.value)} to ${percent(other.absorption.value)}`,
    discPeak && discPeak.low < 0 && discPeak.high > 0 ? "  Cannot tell which is kinder to the back: the bands hold nought." : "", "",
  ].join("\n");
}

function line(label: string, change: Quantity | null): string {
  return `  ${label.padEnd(38)}${change ? `${signed(change.value)} (${signed(change.low)} to ${signed(change.high)})` : "cannot tell"}`;
}

/** What was changed, and how it is taken back. */
export function editLine({ id, what }: EditRecord): string {
  return `You ${what}. footfall edits undo ${id} takes it back.\n`;
}

/** "74 %" */
export const percent = (value: number): string => `${share(value)} %`;
const share = (value: number): string => (100 * value).toFixed(0);
const signed = (value: number): string => `${value < -0.0005 ? "−" : value > 0.0005 ? "+" : ""}${Math.abs(100 * value).toFixed(1)} %`;
