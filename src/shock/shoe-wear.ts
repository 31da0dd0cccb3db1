import type { Quantity, Surface } from "../domain/index.ts";
import { shoeWear, wearMassExponent, wearOnSurface, wearReferenceMass } from "../literature/index.ts";

/**
 * Energy a worn shoe absorbs over what it did new [1], after a distance [m].
 *
 * r(D) = 0.69 + 0.31·e^(−D/233 km), through the two points of Cook 1985 for shoes worn by runners. It is absorption, not stiffness: over 500 km peak force on
 * an impact tester rose about 5 % at most, and runners' external load hardly changed.
 */
export function absorptionAfter(distance: number): number {
  return absorptionOn(distance, central);
}

/** Distance run on each surface [m]. */
export type DistanceOnSurface = Readonly<Partial<Record<Surface, number>>>;

/**
 * Energy a shoe still absorbs over what it did new [1], for who wore it where.
 *
 * r(W) as above, with W = (mass/70 kg)^½ · Σ distance·wear on that surface. Curve and band come from shoes of several brands of 1985; that a heavier runner and
 * rougher ground count differently is assumed and mostly widens the band. Each doubt is moved to its ends alone, and they add as independent errors do.
 */
export function shoeAbsorption(distances: DistanceOnSurface, mass: number): Quantity {
  return banded((doubt) => absorptionOn(wornDistance(distances, mass, doubt), doubt), "1");
}

/** The distance on the road, in shoes of a runner of 70 kg, that would have worn a shoe as much [m]. */
export function equivalentDistance(distances: DistanceOnSurface, mass: number): number {
  return wornDistance(distances, mass, central);
}

/**
 * How much further a shoe can be run until a share of all the absorption that it will ever lose is lost [m]; 0 where it is.
 * A place on the curve, not a limit: nothing is known to happen there.
 */
export function distanceUntilLost(share: number, distances: DistanceOnSurface, mass: number): Quantity {
  return banded((doubt) => Math.max(0, -doubt.scale * Math.log(1 - share) - wornDistance(distances, mass, doubt)) / massFactor(mass, doubt), "m");
}

/** Everything that is doubtful, each with a value. */
interface Doubt {
  readonly floor: number;
  readonly scale: number;
  readonly massExponent: number;
  readonly referenceMass: number;
  /** Which end of a surface's wear is taken. */
  readonly end: "value" | "low" | "high";
}

const central: Doubt = {
  floor: shoeWear.floor.value, scale: shoeWear.scale.value, massExponent: wearMassExponent.value, referenceMass: wearReferenceMass.value, end: "value",
};

const doubts: readonly Doubt[] = [
  ...ends(shoeWear.floor).map((floor) => ({ ...central, floor })),
  ...ends(shoeWear.scale).map((scale) => ({ ...central, scale })),
  ...ends(wearMassExponent).map((massExponent) => ({ ...central, massExponent })),
  ...ends(wearReferenceMass).map((referenceMass) => ({ ...central, referenceMass })),
  ...(["low", "high"] as const).map((end) => ({ ...central, end })),
];

function ends({ low, high }: { readonly low: number; readonly high: number }): readonly number[] {
  return [low, high];
}

function absorptionOn(distance: number, { floor, scale }: Doubt): number {
  return floor + (1 - floor) * Math.exp(-distance / scale);
}

function wornDistance(distances: DistanceOnSurface, mass: number, doubt: Doubt): number {
  let distance = 0;
  for (const surface of Object.keys(wearOnSurface)) if (isSurface(surface)) distance += (distances[surface] ?? 0) * wearOnSurface[surface][doubt.end];
  return distance * massFactor(mass, doubt);
}

function isSurface(name: string): name is Surface {
  return name in wearOnSurface;
}

function massFactor(mass: number, { massExponent, referenceMass }: Doubt): number {
  return (mass / referenceMass) ** massExponent;
}

/** Value and band of what depends on the doubts: what each moves it up or down, added as independent errors. */
function banded(of: (doubt: Doubt) => number, unit: string): Quantity {
  const value = of(central);
  let [below, above] = [0, 0];
  for (const doubt of doubts) {
    const change = of(doubt) - value;
    if (change < 0) below += change ** 2;
    else above += change ** 2;
  }
  return { value, low: Math.max(0, value - Math.sqrt(below)), high: value + Math.sqrt(above), unit, basis: "simulated" };
}
