import { covariates } from "./covariates.ts";
import type { FactorWords } from "./link-words.ts";
import { runFactors, shoeOfFactor, type RunFactor } from "./run-factors.ts";

/** What factors are told with: the runner's unit of distance, and what their shoes are called. */
export interface FactorTelling {
  readonly distanceUnit: "km" | "mi";
  readonly shoeNames: Readonly<Record<string, string>>;
}

/** How a factor is told, by its id. */
export function wordsOfFactor(id: string, { distanceUnit, shoeNames }: FactorTelling): FactorWords {
  const shoe = shoeOfFactor(id);
  if (shoe !== null) {
    const name = `“${shoeNames[shoe] ?? `pair ${shoe}`}”`;
    return { name: `running in ${name}`, rather: () => `in ${name} rather than in other shoes`, experiment: "alternate with another pair, a coin choosing which" };
  }
  const ofRun: RunFactor | undefined = runFactors.find((factor) => factor.id === id);
  if (ofRun !== undefined) {
    const { unit, times } = (distanceUnit === "mi" ? ofRun.inMiles : undefined) ?? { unit: ofRun.unit, times: 1 };
    const told = (value: number): string => (times * value).toFixed(ofRun.digits);
    const { rather = (to: string, from: string): string => `with ${ofRun.name} ${to} rather than ${from}` } = ofRun;
    return { name: ofRun.name, rather: (to, from) => rather(`${told(to)} ${unit}`, told(from)), experiment: ofRun.experiment };
  }
  const asked = covariates.find((covariate) => covariate.id === id);
  const name = asked?.name ?? id;
  if (asked?.id === "cycleDay") return { name, rather: (to, from) => `around day ${to} of your cycle rather than around day ${from}`, highest: (to, from) => [`highest around day ${to} of your cycle`, `around day ${from}`], experiment: null };
  if (asked?.answers?.length === 2) return { name, rather: () => `with ${name} rather than without`, experiment: null };
  const told = (value: number): string => {
    const answer = asked?.answers?.[Math.round(value)];
    return answer === undefined ? `${Number(value.toFixed(1))} ${asked?.unit ?? ""}`.trim() : `“${answer.text}”`;
  };
  return { name, rather: (to, from) => `with ${name} ${told(to)} rather than ${told(from)}`, experiment: null };
}
