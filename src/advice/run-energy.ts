import type { Basis, Quantity, Samples } from "../domain/index.ts";
import { levelRunningCost, levelWalkingCost } from "../literature/index.ts";
import { runningEnergyCost } from "./minetti-2002.ts";

/** Slopes are taken over stretches of at least this [m]: below it heights are noise. */
const stretch = 60;
/** Range Minetti measured [1]. */
const steepest = 0.45;
const joulesPerKilocalorie = 4184;

/** Mean energy of a metre of this run by its slopes [J/kg/m]; null where heights or distances were not recorded. */
export function costPerMetre({ distance, altitude }: Pick<Samples, "distance" | "altitude">): number | null {
  if (!distance || !altitude) return null;
  let [from, energy, way] = [-1, 0, 0];
  for (let row = 0; row < distance.length; row++) {
    if (!Number.isFinite(distance[row]) || !Number.isFinite(altitude[row])) continue;
    if (from === -1) from = row;
    const run = distance[row]! - distance[from]!;
    if (run < stretch) continue;
    const slope = (altitude[row]! - altitude[from]!) / run;
    energy += run * runningEnergyCost(Math.min(steepest, Math.max(-steepest, slope)));
    way += run;
    from = row;
  }
  return way > 0 ? energy / way : null;
}

/** A body's mass with its band [kg]; assumed where it was not told. */
export type BodyMass = Pick<Quantity, "value" | "low" | "high" | "basis">;

/** Energy above standing still, of running and walking so far [m], with what people differ by. */
export function runEnergy(mass: BodyMass, way: { readonly run: number; readonly walk: number }, costPerMetre: number | null): Quantity {
  const hills = (costPerMetre ?? levelRunningCost.value) / levelRunningCost.value;
  const of = (end: "value" | "low" | "high"): number => (mass[end] * (way.run * hills * levelRunningCost[end] + way.walk * levelWalkingCost[end])) / joulesPerKilocalorie;
  return { value: of("value"), low: of("low"), high: of("high"), unit: "kcal", basis: energyBasis(mass.basis) };
}

/** Several energies of one body as one: what is not known of the body is not known of all of them alike, so that the bands add. */
export function totalEnergy(energies: readonly Quantity[]): Quantity {
  const sum = (end: "value" | "low" | "high"): number => energies.reduce((total, energy) => total + energy[end], 0);
  return { value: sum("value"), low: sum("low"), high: sum("high"), unit: "kcal", basis: energyBasis(energies[0]?.basis ?? "assumed") };
}

const energyBasis = (basis: Basis): Basis => (basis === "assumed" ? "assumed" : "simulated");
