import { gravity, impactTester } from "../literature/index.ts";
import { rungeKutta } from "../numerics/index.ts";
import { shoeElement, type HeelFoam } from "./shoe-foam.ts";

/** What the tester reads. */
export interface ImpactTest {
  /** Largest force [N] and its time after contact [s]. */
  readonly peakForce: number;
  readonly peakTime: number;
  /** Largest deceleration of the missile [g]. */
  readonly peakDecelerationG: number;
  /** Largest compression of the heel [m]. */
  readonly compression: number;
  /** Energy the heel gave back over that put in, the missile's weight over the compression counted in both [1]. */
  readonly energyReturn: number;
  /** Largest gain of energy in any step over what came in [1]; 0 but for rounding, since foam cannot create it. */
  readonly energyCreated: number;
}

/** How the missile is dropped; the standard's where absent. */
export interface ImpactDrop {
  readonly mass?: number;
  readonly height?: number;
  /** Time step [s]. */
  readonly step?: number;
}

const usualStep = 2e-5;
const longestContact = 0.08;

/**
 * Impact test of a shoe's heel (after ASTM F1976): a missile of 8.5 kg falls 50 mm onto the shoe on a rigid floor; m·x″ = m·g − F(x, x′), the shoe by `shoeElement`.
 *
 * The standard itself warns that its scores need not go with the force a wearer feels, and that no research ties them to injury: they compare shoes, not runners.
 * Range: 30–70 mm. Leaves out: the shape of the missile's face, the 25 conditioning drops, friction of the guide.
 */
export function impactTest(heel: HeelFoam, drop: ImpactDrop = {}): ImpactTest {
  const mass = drop.mass ?? impactTester.mass.value;
  const speed = Math.sqrt(2 * gravity * (drop.height ?? impactTester.dropHeight.value));
  const step = drop.step ?? usualStep;
  const shoe = shoeElement(heel);
  const arriving = (mass * speed * speed) / 2;
  const forces: number[] = [];
  let compression = 0;
  let energyBefore = arriving;
  let energyCreated = 0;
  let leaving: number | null = null;
  rungeKutta((_time, state, rates) => {
    rates[0] = state[1]!;
    rates[1] = gravity - shoe.force(state[0]!, state[1]!) / mass;
  }, Float64Array.of(0, speed), step, Math.ceil(longestContact / step), (_time, state) => {
    if (leaving !== null) return;
    const [depth, rate] = [state[0]!, state[1]!];
    const moving = (mass * rate * rate) / 2;
    if (forces.length > 0 && depth <= 0) {
      leaving = moving - mass * gravity * depth;
      return;
    }
    const energy = moving - mass * gravity * depth + shoe.storedEnergy(depth);
    energyCreated = Math.max(energyCreated, (energy - energyBefore) / arriving);
    energyBefore = energy;
    compression = Math.max(compression, depth);
    forces.push(shoe.force(depth, rate));
  });
  const peak = topOf(forces);
  const weightWork = mass * gravity * compression;
  return { peakForce: peak.force, peakTime: peak.place * step, peakDecelerationG: peak.force / (mass * gravity) - 1, compression, energyReturn: ((leaving ?? Number.NaN) + weightWork) / (arriving + weightWork), energyCreated };
}

/** Top of the parabola through the largest sample and its neighbours. */
function topOf(forces: readonly number[]): { readonly force: number; readonly place: number } {
  const place = forces.reduce((best, force, index) => (force > forces[best]! ? index : best), 0);
  const [before, here, after] = [forces[place - 1] ?? 0, forces[place] ?? 0, forces[place + 1] ?? 0];
  const curvature = before - 2 * here + after;
  const shift = curvature < 0 ? (0.5 * (before - after)) / curvature : 0;
  return { force: here - 0.25 * (before - after) * shift, place: place + shift };
}
