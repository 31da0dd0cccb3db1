/**
 * Energy cost of running on a slope [J/kg per metre of way], slope as rise over run.
 *
 * Polynomial of Minetti 2002 (doi 10.1152/japplphysiol.01177.2001): 155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6, measured from −0.45 to +0.45 in ten
 * mountain runners. A stored summary prints −19.5 i: it fails the paper's own table. On the level people differ from 3.4 to 4.2.
 */
export function runningEnergyCost(slope: number): number {
  return ((((155.4 * slope - 30.4) * slope - 43.3) * slope + 46.3) * slope + 19.5) * slope + 3.6;
}
